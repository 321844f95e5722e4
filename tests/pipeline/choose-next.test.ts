import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decision } from '../../src/model/decision.js';
import type { Quote } from '../../src/model/quote.js';
import type { Theme } from '../../src/model/theme.js';
import { chooseNext, type NextQuotes } from '../../src/pipeline/choose-next.js';
import { inventDecision, inventInput, inventTheme } from '../taggers/invented-study.js';

const makeQuote = (id: string, transcriptId: string, exact: string): Quote => ({
  id,
  transcriptId,
  span: { start: 0, end: exact.length },
  exact,
  prefix: '',
  suffix: '',
});

const lamp = inventTheme('lamp', { label: 'Lamp', keywords: ['lamp'] });
const fog = inventTheme('fog', { label: 'Fog', keywords: ['fog'] });
const sayings = [
  'the lamp burned all night',
  'fog came over the bay',
  'the lamp shone through the fog',
  'nobody brought us bread',
  'the boat with bread was late',
];
/** Sixty quotes of three interviews: ten, twenty and thirty. */
const quotes = Array.from({ length: 60 }, (_, at) =>
  makeQuote(`q${at}`, at < 10 ? 'P01' : at < 30 ? 'P02' : 'P03', `${sayings[at % 5]} in the year ${at}`),
);

function choose(
  count: number,
  given: Partial<{ decisions: readonly Decision[]; seed: number; themes: readonly Theme[] }> = {},
): NextQuotes {
  const { decisions = [], seed = 1, themes = [lamp, fog] } = given;
  return chooseNext(inventInput(quotes, themes, decisions), { count, seed });
}

const countPart = ({ next }: NextQuotes, part: string) => next.filter((one) => one.part === part).length;
const transcriptOf = new Map(quotes.map(({ id, transcriptId }) => [id, transcriptId]));

describe('the quotes to code next', () => {
  it('are a third drawn at random, a third uncertain and a third unlike the rest, each with its reason', () => {
    const chosen = choose(12);
    expect(['random', 'uncertain', 'diverse'].map((part) => countPart(chosen, part))).toEqual([4, 4, 4]);
    for (const { reason } of chosen.next) expect(reason).not.toBe('');
    expect(['random', 'uncertain', 'diverse'].map((part) => countPart(choose(11), part))).toEqual([4, 4, 3]);
    expect(choose(1).next.map(({ part }) => part)).toEqual(['random']);
  });

  it('are as many as were asked for, each once, and never a decided one; fewer only with a notice', () => {
    const decisionsOf = fc.array(fc.nat(59), { maxLength: 60 });
    fc.assert(
      fc.property(decisionsOf, fc.integer({ min: 1, max: 80 }), fc.nat(1000), (rows, count, seed) => {
        const decisions = rows.map((row) => inventDecision(`q${row}`, 'lamp', row % 2 === 0));
        const { next, notices } = choose(count, { decisions, seed });
        const open = 60 - new Set(rows).size;
        const ids = next.map(({ quoteId }) => quoteId);
        expect(ids).toHaveLength(Math.min(count, open));
        expect(new Set(ids).size).toBe(ids.length);
        for (const row of rows) expect(ids).not.toContain(`q${row}`);
        expect(notices.map(({ code }) => code)).toEqual(open < count ? ['few-quotes-left'] : []);
      }),
      { numRuns: 15 },
    );
  });

  it('are the same for the same seed; another seed draws others at random', () => {
    const drawn = (seed: number) =>
      choose(30, { seed })
        .next.filter(({ part }) => part === 'random')
        .map(({ quoteId }) => quoteId);
    expect(choose(30, { seed: 4 })).toEqual(choose(30, { seed: 4 }));
    expect(drawn(4)).not.toEqual(drawn(5));
  });

  it('come at random from every interview in proportion, give or take one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 60 }), fc.nat(1000), (count, seed) => {
        const random = choose(count, { seed, themes: [] }).next.filter(({ part }) => part === 'random');
        for (const [name, size] of [
          ['P01', 10],
          ['P02', 20],
          ['P03', 30],
        ] as const) {
          const own = random.filter(({ quoteId }) => transcriptOf.get(quoteId) === name).length;
          expect(Math.abs(own - (random.length * size) / 60)).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('are drawn at random with the same chance for every quote', () => {
    const times = new Map<string, number>();
    for (let seed = 1; seed <= 300; seed += 1) {
      const { next } = choose(18, { seed, themes: [] });
      for (const { quoteId, part } of next)
        if (part === 'random') times.set(quoteId, (times.get(quoteId) ?? 0) + 1);
    }
    // 6 of 60, 300 times: 30 expected, standard deviation about 5.
    for (const { id } of quotes) {
      expect(times.get(id) ?? 0).toBeGreaterThan(8);
      expect(times.get(id) ?? 0).toBeLessThan(52);
    }
  });

  it('have as uncertain ones those between the themes, and not those that are plain', () => {
    const decisions = quotes
      .slice(0, 40)
      .flatMap(({ id, exact }) => [
        inventDecision(id, 'lamp', exact.includes('lamp')),
        inventDecision(id, 'fog', exact.includes('fog')),
      ]);
    const plain = inventInput(quotes, [lamp, fog], decisions);
    const { next } = chooseNext(plain, { count: 6, seed: 1 });
    const uncertain = next.filter(({ part }) => part === 'uncertain');
    expect(uncertain).toHaveLength(2);
    for (const { reason } of uncertain) expect(reason).toMatch(/lamp|fog|least sure/u);
  });

  it('have as diverse ones what nothing coded is like, and no quote without a telling word before those', () => {
    const decisions = quotes.flatMap(({ id, exact }) =>
      /lamp|fog/u.test(exact) ? [inventDecision(id, 'lamp')] : [],
    );
    const odd = [...quotes, makeQuote('mm', 'P01', 'Mm.'), makeQuote('script', 'P02', '会议很长')];
    const { next } = chooseNext(inventInput(odd, [lamp, fog], decisions), { count: 3, seed: 2 });
    const diverse = next.find(({ part }) => part === 'diverse');
    expect(quotes.find(({ id }) => id === diverse?.quoteId)?.exact).toMatch(/bread/u);
  });

  it('are found without themes, without quotes and among quotes that are all alike', () => {
    expect(countPart(choose(9, { themes: [] }), 'uncertain')).toBe(0);
    expect(choose(9, { themes: [] }).next).toHaveLength(9);
    const nothing = chooseNext(inventInput([], [lamp]), { count: 3, seed: 1 });
    expect(nothing.next).toEqual([]);
    expect(nothing.notices.map(({ code }) => code)).toEqual(['few-quotes-left']);
    const alike = Array.from({ length: 7 }, (_, at) => makeQuote(`a${at}`, 'P01', 'the lamp in the fog'));
    expect(chooseNext(inventInput(alike, [lamp, fog]), { count: 7, seed: 1 }).next).toHaveLength(7);
  });
});
