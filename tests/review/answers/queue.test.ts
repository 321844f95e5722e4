import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../src/model/decision.js';
import { answerQueue } from '../../../src/review/answers/queue.js';
import { changeStudy, makeAll, openSample } from './make-desk.js';

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
    const flips = new Map(
      (sample.made?.suggestions?.suggestions ?? [])
        .filter(({ rule }) => !rule)
        .map(({ quoteId, themeId, flip }) => [`${quoteId} ${themeId}`, flip.over]),
    );
    const over = items
      .filter(({ why }) => /^Those that teach most came first/u.test(why))
      .map(({ quote, suggestion }) => flips.get(`${quote.id} ${suggestion.theme}`) ?? Number.NaN);
    expect(over.length).toBeGreaterThan(3);
    expect(over).toEqual(over.toSorted((x, y) => x - y));
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

  it('says in sentences what would have changed a suggestion, with the themes’ own labels and without a number', () => {
    const flips = answerQueue(sample, { ...look, count: 100 }).items.map(({ suggestion }) => suggestion.flip);
    for (const flip of flips) expect(flip).toMatch(/^(?:It is|Without) .*\.$/u);
    expect(flips.some((flip) => /“[A-Z][^”]+” was nearly proposed as well\./u.test(flip))).toBe(true);
    for (const flip of flips) expect(flip).not.toMatch(/\d\.\d|\bcut\b/u);
  });

  it('says which words every text is full of, so that they need not be shown as reasons', () => {
    const { items } = answerQueue(sample, { ...look, count: 100 });
    const terms = items.flatMap(({ suggestion }) =>
      suggestion.evidence.flatMap((item) => (item.kind === 'shared-term' ? [item] : [])),
    );
    const small = new Set(terms.flatMap(({ term, isSmall }) => (isSmall ? [term.toLowerCase()] : [])));
    const telling = new Set(terms.flatMap(({ term, isSmall }) => (isSmall ? [] : [term.toLowerCase()])));
    expect(small.size).toBeGreaterThan(3);
    for (const word of ['the', 'and', 'i', 'it']) expect(telling).not.toContain(word);
    for (const word of small) expect(word.length).toBeLessThan(10);
  });

  it('says what the suggestions were made from', () => {
    const { basis } = answerQueue(sample, look);
    const { quotes, decisions } = sample.reading.study;
    const decided = new Set(decisions.map(({ quoteId }) => quoteId)).size;
    expect(basis).toEqual({
      stage: 'whole',
      learned: decided,
      decided,
      judged: quotes.length,
      quotes: quotes.length,
      more: false,
      dropped: 0,
      since: 0,
    });
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
