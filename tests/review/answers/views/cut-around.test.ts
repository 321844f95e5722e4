import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutAroundQuote, splitTurns } from '../../../../src/review/answers/views/cut-around.js';
import { buildStudy } from '../../../pipeline/build-study.js';
import { buildTranscript, quoteWords } from '../../../pipeline/build-transcript.js';

const talk = buildTranscript('P01', [
  ['I', 'What keeps you up?'],
  ['P01', 'The pager. I sleep badly, and I say so.'],
  ['I', 'And then?'],
  ['P01', 'Then nothing.'],
]);

describe('the turns of a stretch', () => {
  it('are together the stretch, wherever it is cut', () => {
    const place = fc.nat(talk.text.length);
    fc.assert(
      fc.property(place, place, (a, b) => {
        const span = { start: Math.min(a, b), end: Math.max(a, b) };
        const turns = splitTurns(talk, span);
        expect(turns.map(({ words }) => words).join('')).toBe(talk.text.slice(span.start, span.end));
        expect(turns.every(({ words }) => words !== '')).toBe(true);
      }),
    );
  });
});

describe('what is said around a quote', () => {
  it('tells who asks from who answers', () => {
    const quote = quoteWords(talk, 'I sleep badly');
    const { before, after } = cutAroundQuote(buildStudy({ transcripts: [talk], quotes: [quote] }), quote);
    expect(before.map(({ role, words }) => [role, words.trim()])).toEqual([
      ['interviewer', 'What keeps you up?'],
      ['participant', 'The pager.'],
    ]);
    expect(after.map(({ speaker }) => speaker)).toEqual(['P01', 'Interviewer', 'P01']);
  });

  it('is nothing where the transcript is gone', () => {
    const quote = quoteWords(talk, 'I sleep badly');
    const study = buildStudy({ transcripts: [], quotes: [quote] });
    expect(cutAroundQuote(study, quote)).toEqual({ before: [], after: [] });
  });
});
