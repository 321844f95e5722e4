import { describe, expect, it } from 'vitest';
import { poolRatings } from '../../src/coefficients/chance/pool-ratings.js';
import type { RatingTable } from '../../src/coefficients/coefficient.js';
import { coefficients } from '../../src/coefficients/index.js';
import { buildCrossTable, readValue } from './build-table.js';
import { abstractors, fourCoders, psychiatrists } from './published-tables.js';

function rate(id: string, table: RatingTable): number {
  const coefficient = coefficients.find((one) => one.id === id);
  if (coefficient === undefined) throw new Error(`no coefficient ${id}`);
  return readValue(coefficient.rate(table));
}

// Krippendorff 1995, category A, position by position: both, only Bertha, only Bill, neither.
const positions = buildCrossTable([
  [6, 8],
  [0, 10],
]);

describe('the values of the literature come out', () => {
  it.each([
    ['percent-agreement', 0.89, 7],
    ['cohen-kappa', 0.7964094, 7],
    ['scott-pi', 0.7962397, 7],
    ['gwet-ac1', 0.8493305, 7],
    // (89/100 - 1/3) / (1 - 1/3)
    ['brennan-prediger', 0.835, 7],
    ['krippendorff-alpha', 0.7972585, 7],
  ])('3×3 table of two abstractors: %s is %d', (id, expected, digits) => {
    expect(rate(id, abstractors)).toBeCloseTo(expected, digits);
  });

  it.each([
    ['percent-agreement', 0.5511111, 7],
    ['gwet-ac1', 0.4448007, 7],
    ['fleiss-kappa', 0.4139265, 7],
    ['krippendorff-alpha', 0.4204384, 7],
    ['brennan-prediger', 0.4388889, 7],
  ])('15 patients and six psychiatrists: %s is %d', (id, expected, digits) => {
    expect(rate(id, psychiatrists)).toBeCloseTo(expected, digits);
  });

  it.each([
    ['percent-agreement', 0.8181818, 7],
    ['gwet-ac1', 0.77544, 5],
    ['fleiss-kappa', 0.76117, 5],
    ['conger-kappa', 0.76282, 5],
    ['krippendorff-alpha', 0.74342, 5],
    ['brennan-prediger', 0.77273, 5],
  ])('twelve units and four coders with missing ratings: %s is %d', (id, expected, digits) => {
    expect(rate(id, fourCoders)).toBeCloseTo(expected, digits);
  });

  it.each([
    ['cohen-kappa', 0.385],
    ['scott-pi', 0.314],
    ['krippendorff-alpha', 0.329],
  ])('24 positions of a text: %s is %d', (id, expected) => {
    expect(rate(id, positions)).toBeCloseTo(expected, 3);
  });

  it('the paradox of kappa: 92 % agreement on a rare theme is a low kappa and a high AC1', () => {
    const rare = buildCrossTable([
      [2, 4],
      [4, 90],
    ]);
    expect(rate('percent-agreement', rare)).toBeCloseTo(0.92, 10);
    expect(rate('cohen-kappa', rare)).toBeCloseTo(0.29, 2);
    expect(rate('gwet-ac1', rare)).toBeCloseTo(0.91, 2);
  });
});

describe('worked by hand', () => {
  const table = buildCrossTable([
    [4, 1],
    [2, 3],
  ]);

  it('Cohen’s kappa takes the distribution of each coder', () => {
    const expected = 0.5 * 0.6 + 0.5 * 0.4;
    expect(rate('cohen-kappa', table)).toBeCloseTo((0.7 - expected) / (1 - expected), 12);
  });

  it('Scott’s pi takes one distribution', () => {
    const expected = 0.55 ** 2 + 0.45 ** 2;
    expect(rate('scott-pi', table)).toBeCloseTo((0.7 - expected) / (1 - expected), 12);
  });

  it('alpha draws without putting back', () => {
    const disagreement = 1 - (11 * 10 + 9 * 8) / (20 * 19);
    expect(rate('krippendorff-alpha', table)).toBeCloseTo(1 - 0.3 / disagreement, 12);
  });

  it('Conger’s kappa of two coders is Cohen’s', () => {
    expect(rate('conger-kappa', table)).toBeCloseTo(rate('cohen-kappa', table), 12);
  });

  it('pooled kappa is one kappa of the mean observed and the mean expected agreement, no mean of kappas', () => {
    const other = buildCrossTable([
      [1, 0],
      [1, 8],
    ]);
    const kappa = coefficients.find(({ id }) => id === 'cohen-kappa');
    if (kappa === undefined) throw new Error('no kappa');
    const observed = (0.7 + 0.9) / 2;
    const expected = (0.5 + (0.1 * 0.2 + 0.9 * 0.8)) / 2;
    const pooled = readValue(poolRatings([kappa.rate(table), kappa.rate(other)]));
    expect(pooled).toBeCloseTo((observed - expected) / (1 - expected), 12);
    expect(pooled).not.toBeCloseTo((rate('cohen-kappa', table) + rate('cohen-kappa', other)) / 2, 3);
  });
});
