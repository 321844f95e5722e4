import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../src/model/decision.js';
import { makeSuggestions } from '../../../src/review/answers/make.js';
import { answerQueue } from '../../../src/review/answers/queue.js';
import { changeStudy, makeAll, openSample, TODAY } from './make-desk.js';

const look = { coder: 'ana' };
const sample = makeAll(openSample());

function decide(quoteId: string, themeId: string, applies: boolean, coder = 'ana'): Decision {
  return { quoteId, themeId, coder, applies, decidedAt: '2026-07-01T09:00:00Z' };
}

describe('the queue', () => {
  it('begins with quotes that nobody decided, in turn doubtful, unlike and drawn by lot, each with its reason', () => {
    const { items } = answerQueue(sample, look);
    const reasons = items.slice(0, 3).map(({ why }) => why);
    expect(reasons[0]).toMatch(/^The tagger is least sure here/u);
    expect(reasons[1]).toMatch(/^Nothing much like it/u);
    expect(reasons[2]).toMatch(/^Drawn at random from/u);
    const decided = new Set(sample.reading.study.decisions.map(({ quoteId }) => quoteId));
    for (const { quote } of items.slice(0, 3)) expect(decided.has(quote.id)).toBe(false);
  });

  it('goes on with what is nearest to its cut', () => {
    const { items } = answerQueue(sample, { ...look, count: 100 });
    const over = items.flatMap(({ why }) => {
      const told = /^Only (\d+\.\d\d) over the cut/u.exec(why)?.[1];
      return told === undefined ? [] : [Number(told)];
    });
    expect(over.length).toBeGreaterThan(3);
    expect(over).toEqual(over.toSorted((a, b) => a - b));
  });

  it('shows a quote once, and a theme of it once', () => {
    const { items } = answerQueue(sample, { ...look, count: 100 });
    expect(new Set(items.map(({ quote }) => quote.id)).size).toBe(items.length);
    for (const { suggestion, others } of items) {
      const themes = [suggestion, ...others].map(({ theme }) => theme);
      expect(new Set(themes).size).toBe(themes.length);
    }
  });

  it('asks about one theme where one is wanted, and counts what is open of it', () => {
    const { items, open } = answerQueue(sample, { ...look, theme: 'fear', count: 100 });
    expect(items.map(({ suggestion }) => suggestion.theme)).toEqual(items.map(() => 'fear'));
    expect(open).toBe(items.length);
    expect(open).toBeGreaterThan(0);
    expect(() => answerQueue(sample, { ...look, theme: 'no-theme' })).toThrow(
      expect.objectContaining({ code: 'unknown-theme' }),
    );
  });

  it('leaves out at once what was decided after the suggestions were made', () => {
    const [first] = answerQueue(sample, look).items;
    if (first === undefined) throw new Error('nothing is open in the sample');
    const { quote, suggestion } = first;
    const decisions = [...sample.reading.study.decisions, decide(quote.id, suggestion.theme, true)];
    const later = answerQueue(changeStudy(sample, { decisions }), { ...look, count: 100 });
    expect(later.open).toBe(answerQueue(sample, look).open - 1);
    const again = later.items.filter((item) => item.quote.id === quote.id);
    expect(again.map((item) => item.suggestion.theme)).not.toContain(suggestion.theme);
  });

  it('shows the words of the evidence where they stand in the quote, in whatever form', () => {
    const { items } = answerQueue(sample, { ...look, count: 100 });
    const located = items.flatMap(({ quote, suggestion }) =>
      suggestion.evidence.flatMap((item) =>
        item.kind === 'shared-term' && !item.term.startsWith('(')
          ? [{ ...item, words: item.spans.map(({ start, end }) => quote.exact.slice(start, end)) }]
          : [],
      ),
    );
    expect(located.length).toBeGreaterThan(50);
    for (const { term, words } of located) {
      expect(words, term).not.toEqual([]);
      for (const word of words) expect(word).toMatch(/^[\p{L}\p{N}].*[\p{L}\p{N}]$|^[\p{L}\p{N}]$/u);
    }
  });

  it('says in words what would have changed a suggestion, with the themes’ own labels', () => {
    const flips = answerQueue(sample, { ...look, count: 100 }).items.map(({ suggestion }) => suggestion.flip);
    expect(flips.every((flip) => flip !== '')).toBe(true);
    expect(flips.some((flip) => /; next is “[A-Z][^”]+”, \d/u.test(flip))).toBe(true);
  });

  it('tells of each theme and tagger how much of what was proposed people accepted, with the interval of Wilson', () => {
    const proposed = sample.made?.suggestions?.suggestions.filter(
      ({ themeId, tagger }) => themeId === 'fear' && tagger === 'learned',
    );
    const ids = (proposed ?? []).slice(0, 4).map(({ quoteId }) => quoteId);
    expect(ids).toHaveLength(4);
    const answers = ids.map((id, i) => decide(id, 'fear', i !== 0));
    const decisions = [...sample.reading.study.decisions, ...answers];
    const { precision, precisionBasis } = answerQueue(changeStudy(sample, { decisions }), look);
    const share = precision.find(({ theme, tagger }) => theme === 'fear' && tagger === 'learned');
    // Wilson's interval of 3 in 4 at 95 % is 0.301 to 0.954.
    expect(share).toMatchObject({ accepted: 3, of: 4 });
    expect(share?.interval[0]).toBeCloseTo(0.301, 3);
    expect(share?.interval[1]).toBeCloseTo(0.954, 3);
    expect(precisionBasis).toMatch(/after it was seen/u);
  });

  it('remembers what was proposed before, once it is decided and nothing is proposed for it any more', () => {
    const id = sample.made?.suggestions?.suggestions.find(({ themeId }) => themeId === 'fear')?.quoteId ?? '';
    const decisions = [...sample.reading.study.decisions, decide(id, 'fear', true)];
    const later = changeStudy(sample, { decisions });
    const earlier = sample.made === undefined ? {} : { earlier: sample.made };
    const anew = { ...later, made: makeSuggestions(later, { today: TODAY, ...earlier }) };
    expect(answerQueue(anew, look).precision).toContainEqual(
      expect.objectContaining({ theme: 'fear', accepted: 1, of: 1 }),
    );
  });

  it('takes a pair that another coder decided for open in blind mode', () => {
    const [first] = answerQueue(sample, look).items;
    if (first === undefined) throw new Error('nothing is open in the sample');
    const { quote, suggestion } = first;
    const decisions = [...sample.reading.study.decisions, decide(quote.id, suggestion.theme, true, 'ben')];
    const later = changeStudy(sample, { decisions });
    expect(answerQueue(later, look).open).toBe(answerQueue(sample, look).open - 1);
    expect(answerQueue(later, { ...look, blind: true }).open).toBe(answerQueue(sample, look).open);
  });

  it('is not ready before suggestions are made', () => {
    expect(answerQueue(openSample(), look)).toMatchObject({ ready: false, items: [] });
  });
});
