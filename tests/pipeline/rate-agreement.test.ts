import { describe, expect, it } from 'vitest';
import { coefficients as shelf } from '../../src/coefficients/index.js';
import { findStandardError } from '../../src/coefficients/variance/find-standard-error.js';
import { spreadByT } from '../../src/coefficients/variance/spread-by-t.js';
import type { Decision } from '../../src/model/decision.js';
import { makeDice } from '../../src/text/measures/draw-numbers.js';
import { buildCrossTable, readValue } from '../coefficients/build-table.js';
import { buildQuote, codesOf, decide, decideAll, find, rate, tenQuotes } from './build-agreement.js';

describe('by quote', () => {
  const agreement = rate(tenQuotes);

  it('every coefficient is told for every theme and pooled', () => {
    expect(agreement.coefficients.map(({ id, theme }) => `${id} ${theme}`)).toEqual(
      shelf.flatMap(({ id }) =>
        ['tide', 'spring-tide', 'storm', 'fear', null].map((theme) => `${id} ${theme}`),
      ),
    );
  });

  it('a theme that a coder did not give to a quote judged in its dimension does not apply', () => {
    const expected = 0.5 * 0.4 + 0.5 * 0.6;
    expect(find(agreement, 'cohen-kappa', 'tide')).toMatchObject({
      value: expect.closeTo((0.9 - expected) / (1 - expected), 12),
      observed: expect.closeTo(0.9, 12),
      prevalence: (0.5 + 0.4) / 2,
      n: 10,
      undefinedBecause: null,
    });
  });

  it('a theme that nobody gave, and a dimension that nobody judged, have a reason and no value', () => {
    expect(find(agreement, 'gwet-ac1', 'spring-tide')).toMatchObject({
      value: null,
      interval: null,
      observed: 1,
      prevalence: 0,
      n: 10,
      undefinedBecause: expect.stringContaining('one category'),
    });
    expect(find(agreement, 'gwet-ac1', 'fear')).toMatchObject({
      value: null,
      observed: null,
      prevalence: null,
      n: 0,
      undefinedBecause: expect.stringContaining('no unit'),
    });
  });

  it('the pooled value rests on the themes that have one', () => {
    const tide = find(agreement, 'cohen-kappa', 'tide');
    expect(find(agreement, 'cohen-kappa', null)).toMatchObject({
      value: tide?.value,
      observed: tide?.observed,
      n: 10,
    });
  });

  it('an interval holds its value, and is the same for the same seed', () => {
    const { value, interval } = find(agreement, 'krippendorff-alpha', 'storm') ?? {};
    expect(interval?.[0]).toBeLessThan(value ?? 0);
    expect(interval?.[1]).toBeGreaterThanOrEqual(value ?? 0);
    expect(rate(tenQuotes, { seed: 1 })).toEqual(agreement);
    expect(rate(tenQuotes, { seed: 2 }).coefficients).not.toEqual(agreement.coefficients);
  });

  it('the analytic interval of a theme is that of its table', () => {
    // Both 4, ana alone 1, ben alone 0, neither 5.
    const table = buildCrossTable([
      [5, 0],
      [1, 4],
    ]);
    const kappa = shelf.find(({ id }) => id === 'cohen-kappa');
    const influences = kappa?.trace?.(table);
    if (kappa === undefined || influences === undefined) throw new Error('no kappa');
    const rating = kappa.rate(table);
    const error = findStandardError(rating, { counts: table.counts, influences }, 10) ?? 0;
    expect(find(agreement, 'cohen-kappa', 'tide')?.analytic).toEqual(
      spreadByT(readValue(rating), error, 10).map((end) => expect.closeTo(end, 12)),
    );
  });

  it('the analytic interval of the pooled value is near that of the draws', () => {
    const roll = makeDice(5);
    const many = Array.from({ length: 300 }, (_, at) => ({ ...buildQuote(at), id: `m${at}` }));
    const decisions = many.flatMap(({ id }) => {
      const own = roll(2) === 0 ? 'tide' : 'storm';
      const other = own === 'tide' ? 'storm' : 'tide';
      return [
        { ...decide('ana', 0, own), quoteId: id },
        { ...decide('ben', 0, roll(5) === 0 ? other : own), quoteId: id },
      ];
    });
    const drawn = rate(decisions, { quotes: many });
    for (const { id } of shelf) {
      const { interval, analytic } = find(drawn, id, null) ?? {};
      expect(Math.abs((interval?.[0] ?? 0) - (analytic?.[0] ?? 9))).toBeLessThan(0.02);
      expect(Math.abs((interval?.[1] ?? 0) - (analytic?.[1] ?? 9))).toBeLessThan(0.02);
    }
  });

  it('progress is told from nothing to the last draws', () => {
    const told: number[] = [];
    rate(tenQuotes, { onProgress: (done, total) => told.push(done / total) });
    expect(told[0]).toBe(0);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.at(-1)).toBeGreaterThan(0.9);
  });

  it('perfect agreement has no interval, and a notice says so', () => {
    const perfect = rate(
      ['ana', 'ben'].flatMap((coder) => [
        ...decideAll(coder, [0, 1, 2], 'tide'),
        ...decideAll(coder, [3, 4, 5], 'storm'),
      ]),
    );
    expect(find(perfect, 'cohen-kappa', 'tide')).toMatchObject({ value: 1, interval: null, analytic: null });
    expect(codesOf(perfect)).toEqual(['no-interval']);
    expect(perfect.disagreements).toEqual([]);
  });

  it('quotes that one coder alone judged count nowhere', () => {
    const more = [...tenQuotes, decide('cem', 0, 'tide')];
    const two = rate(more.filter(({ coder, quoteId }) => coder === 'ana' || quoteId < 'q6'));
    expect(two.basis).toEqual({ compared: 6, of: 10 });
    expect(find(two, 'fleiss-kappa', 'tide')?.n).toBe(6);
  });

  it('an explicit no is a judgement of the whole dimension', () => {
    const decisions = [decide('ana', 0, 'storm', false), decide('ben', 0, 'tide'), decide('ben', 1, 'fear')];
    expect(rate(decisions).disagreements).toEqual([
      { theme: 'tide', quote: 'q0', applies: ['ben'], doesNotApply: ['ana'] },
    ]);
  });

  it('the last word of a coder counts', () => {
    const decisions = [decide('ana', 0, 'tide'), decide('ana', 0, 'tide', false), decide('ben', 0, 'tide')];
    expect(rate(decisions).disagreements).toEqual([
      { theme: 'tide', quote: 'q0', applies: ['ben'], doesNotApply: ['ana'] },
    ]);
  });

  it('a child of a theme counts for the theme', () => {
    const decisions = [decide('ana', 0, 'spring-tide'), decide('ben', 0, 'tide')];
    expect(rate(decisions).disagreements).toEqual([
      { theme: 'spring-tide', quote: 'q0', applies: ['ana'], doesNotApply: ['ben'] },
    ]);
  });

  it('disagreements are listed theme by theme', () => {
    expect(agreement.disagreements).toEqual([
      { theme: 'tide', quote: 'q4', applies: ['ana'], doesNotApply: ['ben'] },
      { theme: 'storm', quote: 'q4', applies: ['ben'], doesNotApply: ['ana'] },
    ]);
  });

  it('three coders are compared at once, and coefficients for two say why they have no value', () => {
    const three = rate([...tenQuotes, ...decideAll('cem', [0, 1, 2], 'tide'), decide('cem', 3, 'storm')]);
    expect(three.coders).toEqual(['ana', 'ben', 'cem']);
    expect(find(three, 'cohen-kappa', 'tide')?.undefinedBecause).toMatch(/two coders.*3/);
    // Of four quotes with three judgements one has a third of its pairs alike, of six with two one has none.
    expect(find(three, 'percent-agreement', 'tide')?.value).toBeCloseTo((8 + 1 / 3) / 10, 12);
  });

  it('more coders than fit into one number are told apart as well', () => {
    const names = Array.from({ length: 40 }, (_, at) => `coder-${String(at).padStart(2, '0')}`);
    const decisions = names.flatMap((coder, at) => [
      ...decideAll(coder, [0, 1, 2], 'tide'),
      ...decideAll(coder, [3, 4, 5], 'storm'),
      // The first alone takes quote 6 for a tide, and the last alone quote 7.
      decide(coder, 6, at === 0 ? 'tide' : 'storm'),
      decide(coder, 7, at === 39 ? 'tide' : 'storm'),
    ]);
    const pairs = (40 * 39) / 2;
    expect(find(rate(decisions), 'percent-agreement', 'tide')?.value).toBeCloseTo(
      1 - (2 * 39) / pairs / 8,
      12,
    );
  });

  it('only the coders asked for are compared', () => {
    const decisions = [...tenQuotes, ...decideAll('cem', [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 'tide')];
    expect(rate(decisions, { coders: ['ben', 'ana'] })).toEqual(agreement);
  });

  it('an unknown coder is refused with a near one', () => {
    expect(() => rate([decide('annika', 0, 'tide')], { coders: ['anika'] })).toThrow(
      expect.objectContaining({ code: 'unknown-coder', hint: 'Did you mean "annika"?' }),
    );
  });

  it.each([
    ['no decisions', [], 'nothing-decided', /two coders/],
    ['one coder', decideAll('ana', [0, 1], 'tide'), 'one-coder', /two coders/],
    [
      'no quote in common',
      [...decideAll('ana', [0, 1], 'tide'), ...decideAll('ben', [2, 3], 'tide')],
      'no-overlap',
      /no unit/,
    ],
    [
      'quotes in common but no dimension',
      [...decideAll('ana', [0, 1], 'tide'), ...decideAll('ben', [0, 1], 'fear')],
      'no-overlap',
      /no unit/,
    ],
  ] satisfies readonly (readonly [string, readonly Decision[], string, RegExp])[])(
    '%s is a notice and a reason, never a number',
    (_what, decisions, code, reason) => {
      const none = rate(decisions);
      expect(codesOf(none)).toEqual([code]);
      for (const { theme, value, interval, undefinedBecause } of none.coefficients) {
        expect([value, interval]).toEqual([null, null]);
        expect(undefinedBecause).toMatch(theme === null ? /./ : reason);
      }
    },
  );

  it('a taxonomy without themes has nothing to pool', () => {
    const none = rate(tenQuotes, { taxonomy: { dimensions: [], themes: [] } });
    expect(none.coefficients.map(({ theme, value }) => [theme, value])).toEqual(
      shelf.map(() => [null, null]),
    );
  });

  it('a reflexive study gets no numbers, a reason, and the readings that differ', () => {
    const reflexive = rate(tenQuotes, { approach: 'reflexive' });
    expect(reflexive.coefficients).toEqual([]);
    expect(codesOf(reflexive)).toEqual(['no-agreement-in-reflexive']);
    expect(reflexive.disagreements).toEqual(agreement.disagreements);
  });
});
