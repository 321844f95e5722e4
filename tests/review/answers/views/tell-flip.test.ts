import { describe, expect, it } from 'vitest';
import type { ExplainedSuggestion, Flip } from '../../../../src/model/suggestion.js';
import { isSmallWord } from '../../../../src/review/answers/views/is-small-word.js';
import { tellFlip } from '../../../../src/review/answers/views/tell-flip.js';

const flip: Flip = { over: 0.4, without: ['rota'], changes: true, leaves: -0.2, runnerUp: null };
const suggestion: ExplainedSuggestion = {
  quoteId: 'q',
  themeId: 'fear',
  tagger: 'learned',
  confidence: 0.5,
  evidence: [{ kind: 'shared-term', term: 'rota', weight: 0.6 }],
  strength: 'weak',
  calibrated: false,
  rule: false,
  measured: null,
  flip,
};
const tell = (changed: Partial<Flip>, more: Partial<ExplainedSuggestion> = {}) =>
  tellFlip({ ...suggestion, ...more, flip: { ...flip, ...changed } }, 'en', (id) => `“${id}”`);

describe('what would have changed a suggestion', () => {
  it('is said as how near it was, what it hangs on, and what comes next', () => {
    expect(tell({})).toBe('It is proposed by a small margin. Without “rota” it would not be proposed.');
    expect(tell({ over: 0.03, runnerUp: { themeId: 'dream', short: 0.2 } })).toBe(
      'It is only just proposed. Without “rota” it would not be proposed. “dream” was nearly proposed as well.',
    );
    expect(
      tell({ over: 3, changes: false, runnerUp: { themeId: 'dream', short: 2 } }, { strength: 'strong' }),
    ).toBe(
      'It is proposed by a wide margin. It would be proposed without “rota” too: other words, quotes like this one, and how common the theme is speak for it as well. No other theme was near; the next is “dream”.',
    );
  });

  it('of a rule is what it matched', () => {
    const rule = { over: null, leaves: null, without: ['stand up'] };
    expect(tell(rule, { rule: true })).toBe('Without “stand up” it would not be proposed.');
  });

  it('names small words only where there are no others, and counts them else', () => {
    expect(tell({ without: ['the', 'rota', 'and'] })).toContain('Without “rota” and 2 small words it');
    expect(tell({ without: ['rota', 'pager', 'the'] })).toContain(
      'Without “rota”, “pager” and one small word it',
    );
    expect(tell({ without: ['the', 'and'] })).toContain('Without “the” and “and” it');
  });
});

describe('a small word', () => {
  it('is one that every text of its language is full of, with what hangs on it', () => {
    for (const word of ['the', 'And', 'it’s', "we're", 'of the', 'um'])
      expect(isSmallWord(word, 'en'), word).toBe(true);
    for (const word of ['rota', 'the rota', 'not', 'never', '', '(everything else)'])
      expect(isSmallWord(word, 'en'), word).toBe(false);
    expect(isSmallWord('und', 'de')).toBe(true);
    expect(isSmallWord('und', 'en')).toBe(false);
  });
});
