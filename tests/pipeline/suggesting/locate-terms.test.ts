import { describe, expect, it } from 'vitest';
import { describeFlip } from '../../../src/pipeline/suggesting/describe-flip.js';
import { locateTerms } from '../../../src/pipeline/suggesting/locate-terms.js';

function locate(text: string, term: string): readonly string[] {
  const [spans = []] = locateTerms(text, [term], 'en');
  return spans.map(({ start, end }) => text.slice(start, end));
}

describe('where the words of evidence stand', () => {
  it('is found for another form than the one that names them', () => {
    expect(locate('Deciding is hard; they decided twice.', 'decide')).toEqual(['Deciding', 'decided']);
  });

  it('is found for both words of a contraction', () => {
    expect(locate('I don’t think we do.', 'do')).toEqual(['don’t', 'do']);
    expect(locate('I don’t think so, not now.', 'not')).toEqual(['don’t', 'not']);
  });

  it('is the whole of a phrase, and only where all of it follows', () => {
    expect(locate('You know the lamp, and you, I know.', 'you know')).toEqual(['You know']);
  });

  it('is nowhere for what sums up the rest, for nothing, and in an empty text', () => {
    expect(locate('everything else', '')).toEqual([]);
    expect(locate('', 'lamp')).toEqual([]);
  });
});

describe('what would have changed a suggestion', () => {
  it('names the next theme as whoever tells it calls it', () => {
    const flip = {
      over: 0.5,
      without: ['lamp'],
      changes: true,
      leaves: -0.25,
      runnerUp: { themeId: 'fog', short: 0.4 },
    };
    expect(describeFlip(flip, (id) => `“${id.toUpperCase()}”`)).toBe(
      '0.50 over the cut, without “lamp” 0.25 under it: not proposed; next is “FOG”, 0.40 short',
    );
  });
});
