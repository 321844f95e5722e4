import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverRows } from '../../src/text/cover-rows.js';
import { stackRows } from '../../src/text/sparse-rows.js';

const width = 4;
const someRows = fc.array(
  fc.array(fc.double({ min: 0.1, max: 1, noNaN: true }), { minLength: 1, maxLength: width }),
  {
    minLength: 1,
    maxLength: 8,
  },
);

/** Rows of length 1 with the given values in their first columns. */
function buildRows(values: readonly (readonly number[])[]) {
  const vectors = values.map((row) => {
    const length = Math.hypot(...row);
    return {
      columns: Uint32Array.from(row, (_, at) => at),
      values: Float64Array.from(row, (value) => value / length),
    };
  });
  return stackRows(vectors, width);
}

describe('coverRows', () => {
  it('begins with the sum of a row’s cosines and ends where nothing is left to cover', () => {
    // Rows at 0°, 45° and 0°: cosines 1, √½, 1.
    const coverage = coverRows(buildRows([[1], [1, 1], [1]]));
    expect(coverage.gains[0]).toBeCloseTo(2 + Math.SQRT1_2);
    expect(coverage.gains[1]).toBeCloseTo(1 + 2 * Math.SQRT1_2);
    coverage.choose(0);
    expect([...coverage.covered]).toEqual([1, expect.closeTo(Math.SQRT1_2), 1]);
    for (const row of [1, 2]) coverage.refresh(row);
    expect([...coverage.gains].slice(1)).toEqual([expect.closeTo(1 - Math.SQRT1_2), expect.closeTo(0)]);
  });

  it('never lets a gain grow', () => {
    fc.assert(
      fc.property(someRows, fc.array(fc.nat(7), { maxLength: 4 }), (values, choices) => {
        const coverage = coverRows(buildRows(values));
        for (const choice of choices) {
          const before = [...coverage.gains];
          coverage.choose(choice % values.length);
          values.forEach((_, row) => {
            coverage.refresh(row);
            expect(coverage.gains[row]).toBeLessThanOrEqual((before[row] ?? 0) + 1e-9);
          });
        }
      }),
    );
  });

  it('covers every row of a table of which it measures a part', () => {
    const coverage = coverRows(
      buildRows(Array.from({ length: 1200 }, (_, row) => (row % 2 === 0 ? [1] : [0.1, 1]))),
    );
    coverage.choose(1199);
    expect(coverage.covered[1]).toBeCloseTo(1);
    expect(coverage.covered[0]).toBeCloseTo(0.1 / Math.hypot(0.1, 1));
    coverage.refresh(0);
    coverage.refresh(1);
    expect(coverage.gains[0]).toBeGreaterThan(coverage.gains[1] ?? 0);
  });
});
