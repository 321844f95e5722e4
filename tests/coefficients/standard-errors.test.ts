import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RatingTable } from '../../src/coefficients/coefficient.js';
import { coefficients } from '../../src/coefficients/index.js';
import { tallyRatings } from '../../src/coefficients/tables/tally-ratings.js';
import { findStandardError } from '../../src/coefficients/variance/find-standard-error.js';
import { findT, spreadByT } from '../../src/coefficients/variance/spread-by-t.js';
import { buildCrossTable, buildTable, type Row } from './build-table.js';
import { abstractors, fourCoders, psychiatrists } from './published-tables.js';

function findError(id: string, table: RatingTable): number {
  const coefficient = coefficients.find((one) => one.id === id);
  const influences = coefficient?.trace?.(table);
  const { rated, pairable } = tallyRatings(table);
  // Alpha leaves out the units that only one coder rated.
  const n = id === 'krippendorff-alpha' ? pairable : rated;
  if (coefficient === undefined || influences === undefined) throw new Error(`no influences of ${id}`);
  return findStandardError(coefficient.rate(table), { counts: table.counts, influences }, n) ?? Number.NaN;
}

/** The standard error by leaving out one unit after the other: slow, and knows nothing of any derivative. */
function findByJackknife(id: string, table: RatingTable): number {
  const coefficient = coefficients.find((one) => one.id === id);
  const drawn = [...table.counts].flatMap((times, row) => {
    const counts = table.counts.map((count, at) => (at === row ? count - 1 : count));
    const rating = times > 0 ? coefficient?.rate({ ...table, counts }) : undefined;
    return rating !== undefined && 'value' in rating ? [{ times, value: rating.value }] : [];
  });
  const n = drawn.reduce((sum, { times }) => sum + times, 0);
  const mean = drawn.reduce((sum, { times, value }) => sum + times * value, 0) / n;
  const squares = drawn.reduce((sum, { times, value }) => sum + times * (value - mean) ** 2, 0);
  return Math.sqrt(((n - 1) / n) * squares);
}

describe('the standard errors of irrCAC come out', () => {
  // For tables of two coders irrCAC divides by n, for ratings unit by unit by n - 1, as it is done here.
  it.each([
    ['percent-agreement', 0.03128898],
    ['cohen-kappa', 0.05891072],
    ['scott-pi', 0.05905473],
    ['gwet-ac1', 0.04321747],
    ['brennan-prediger', 0.04693346],
    ['krippendorff-alpha', 0.05905473],
  ])('3×3 table of two abstractors: %s has %d with n', (id, expected) => {
    expect(findError(id, abstractors)).toBeCloseTo(expected * Math.sqrt(100 / 99), 6);
  });

  it.each([
    ['gwet-ac1', 0.08418757],
    ['fleiss-kappa', 0.08119291],
    ['brennan-prediger', 0.08312142],
  ])('15 patients and six psychiatrists: %s has %d', (id, expected) => {
    expect(findError(id, psychiatrists)).toBeCloseTo(expected, 7);
  });

  it.each([
    ['percent-agreement', 0.12561],
    ['gwet-ac1', 0.14295],
    ['fleiss-kappa', 0.15302],
    ['conger-kappa', 0.14917],
    ['krippendorff-alpha', 0.14548],
    ['brennan-prediger', 0.14472],
  ])('twelve units and four coders with missing ratings: %s has %d', (id, expected) => {
    expect(findError(id, fourCoders)).toBeCloseTo(expected, 5);
  });
});

describe('Cohen’s kappa', () => {
  /** The variance as Fleiss, Cohen & Everitt 1969 write it, with n. */
  function findVariance(cells: readonly (readonly number[])[]): number {
    const n = cells.flat().reduce((sum, count) => sum + count, 0);
    const rows = cells.map((row) => row.reduce((sum, count) => sum + count, 0) / n);
    const columns = rows.map((_, at) => cells.reduce((sum, row) => sum + (row[at] ?? 0), 0) / n);
    const observed = cells.reduce((sum, row, at) => sum + (row[at] ?? 0) / n, 0);
    const expected = rows.reduce((sum, row, at) => sum + row * (columns[at] ?? 0), 0);
    const kappa = (observed - expected) / (1 - expected);
    const terms = cells.flatMap((row, i) =>
      row.map((count, j) => {
        const weight = ((columns[i] ?? 0) + (rows[j] ?? 0)) * (1 - kappa);
        return (count / n) * (i === j ? (1 - weight) ** 2 : weight ** 2);
      }),
    );
    const sum = terms.reduce((all, term) => all + term, 0);
    return (sum - (kappa - expected * (1 - kappa)) ** 2) / (n * (1 - expected) ** 2);
  }

  it('has the variance of Fleiss, Cohen & Everitt with n - 1 for n', () => {
    const cell = fc.integer({ min: 1, max: 40 });
    const square = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(square, (cells) => {
        const n = cells.flat().reduce((sum, count) => sum + count, 0);
        expect(findError('cohen-kappa', buildCrossTable(cells)) ** 2).toBeCloseTo(
          (findVariance(cells) * n) / (n - 1),
          10,
        );
      }),
    );
  });
});

describe.each(coefficients.map(({ id }) => [id] as const))('the standard error of %s', (id) => {
  const coders = ['cohen-kappa', 'scott-pi'].includes(id) ? 2 : 3;

  it('is near that of leaving out one unit after the other', () => {
    const mixed: readonly Row[] = Array.from({ length: 240 }, (_, at) =>
      Array.from({ length: coders }, (_, coder) =>
        (at * 7) % 11 < 3 + (at % (4 + coder) === 0 ? 4 : 0) ? 1 : 0,
      ),
    );
    const table = buildTable(mixed, 2);
    expect(findError(id, table) / findByJackknife(id, table)).toBeCloseTo(1, 1);
    expect(Math.abs(findError(id, table) / findByJackknife(id, table) - 1)).toBeLessThan(0.02);
  });

  it('is made of influences that cancel out over all units', () => {
    const rating = fc.option(fc.nat({ max: 2 }), { nil: undefined, freq: 4 });
    const row = fc.array(rating, { minLength: coders, maxLength: coders });
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 30 }), (rows) => {
        const table = buildTable(rows, 3);
        const coefficient = coefficients.find((one) => one.id === id);
        fc.pre('value' in (coefficient?.rate(table) ?? {}));
        const { observed, expected } = coefficient?.trace?.(table) ?? {};
        expect(observed?.reduce((sum, one) => sum + one, 0)).toBeCloseTo(0, 9);
        expect(expected?.reduce((sum, one) => sum + one, 0)).toBeCloseTo(0, 9);
      }),
    );
  });

  it('is 0 where nobody disagrees', () => {
    const rows = [0, 1, 0, 0, 1, 1].map((category) => Array.from({ length: coders }, () => category));
    expect(findError(id, buildTable(rows, 2))).toBeCloseTo(0, 12);
  });
});

describe('the interval by Student’s t', () => {
  // Critical values as every table of t has them.
  it.each([
    [4, 2.776],
    [5, 2.571],
    [10, 2.228],
    [30, 2.042],
    [120, 1.98],
  ])('with %d degrees of freedom reaches %d standard errors', (degrees, expected) => {
    expect(findT(degrees)).toBeCloseTo(expected, 2);
  });

  it('of AC1 of twelve units and four coders is .461 to 1, cut off at 1', () => {
    expect(spreadByT(0.77544, 0.14295, 12)).toEqual([expect.closeTo(0.461, 3), 1]);
  });
});
