import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdInRoom, holdPlainly, holdRows } from '../../src/text/kernels/hold-rows.js';
import { findSparseMeans } from '../../src/text/sparse-means.js';
import type { SparseRows } from '../../src/text/sparse-rows.js';
import { drawSparse, makeSparse } from './kernels/make-tables.js';

const settings = { count: 4, rounds: 25, seed: 1 };

function widen(rows: ReturnType<typeof drawSparse>): SparseRows {
  return { ...rows, values: Float64Array.from(rows.values) };
}

/** Three bundles of rows that share nothing, interleaved, of different lengths. */
const bundles = widen(
  makeSparse(
    Array.from({ length: 30 }, (_, row) => [
      [3 * (row % 3), 1 + row] as const,
      [3 * (row % 3) + 1 + (row % 2), 0.5 * (1 + row)] as const,
    ]),
    9,
  ),
);

const anyRows = fc
  .array(
    fc.uniqueArray(fc.tuple(fc.nat(9), fc.double({ min: 0, max: 1e6, noNaN: true })), {
      maxLength: 5,
      selector: ([column]) => column,
    }),
    { maxLength: 40 },
  )
  .map((rows) => widen(makeSparse(rows, 10)));

describe('findSparseMeans', () => {
  it('finds bundles that share no column, whatever the lengths of their rows', () => {
    for (const seed of [0, 1, 2, 3]) {
      const { groups, count } = findSparseMeans(bundles, { ...settings, count: 3, seed });
      expect(count).toBe(3);
      const bySort = [0, 1, 2].map((first) => new Set(groups.filter((_, row) => row % 3 === first)));
      expect(bySort.map((found) => found.size)).toEqual([1, 1, 1]);
      expect(new Set(groups).size).toBe(3);
    }
  });

  it('has every row, once no row moves any more, in the group whose mean is nearest', () => {
    const rows = widen(drawSparse(300, 12, 5));
    const { groups, cosines, rounds } = findSparseMeans(rows, { ...settings, rounds: 200 });
    expect(rounds).toBeLessThan(200);
    const unit = Array.from(groups, (_, row) => {
      const dense = new Array<number>(12).fill(0);
      for (let j = rows.rowStarts[row] ?? 0; j < (rows.rowStarts[row + 1] ?? 0); j += 1) {
        dense[rows.columns[j] ?? 0] = rows.values[j] ?? 0;
      }
      const length = Math.hypot(...dense) || 1;
      return dense.map((value) => value / length);
    });
    const means = [0, 1, 2, 3].map((group) => {
      const sums = unit[0]?.map((_, column) =>
        unit.reduce((sum, row, index) => sum + (groups[index] === group ? (row[column] ?? 0) : 0), 0),
      );
      const length = Math.hypot(...(sums ?? [])) || 1;
      return sums?.map((sum) => sum / length) ?? [];
    });
    for (const [row, vector] of unit.entries()) {
      const products = means.map((mean) => mean.reduce((sum, value, k) => sum + value * (vector[k] ?? 0), 0));
      expect(products[groups[row] ?? 0]).toBeCloseTo(Math.max(...products), 5);
      expect(cosines[row]).toBeCloseTo(Math.max(...products), 5);
    }
  });

  it('gives the same bytes for any number of threads and without WebAssembly', () => {
    const rows = widen(drawSparse(12_000, 300, 6));
    const [first, ...others] = [
      findSparseMeans(rows, settings, holdPlainly),
      ...[1, 2, 4].map((threads) =>
        findSparseMeans(rows, { ...settings, threads }, (holding) => holdInRoom(holding) ?? expect.fail()),
      ),
    ];
    for (const other of others) expect(other).toEqual(first);
  });

  it('gives the same groups where rows are longer or shorter by a power of two', () => {
    fc.assert(
      fc.property(anyRows, fc.constantFrom(0.25, 8), (rows, scale) => {
        const scaled = { ...rows, values: rows.values.map((value) => value * scale) };
        expect(findSparseMeans(scaled, settings)).toEqual(findSparseMeans(rows, settings));
      }),
    );
  });

  it('gives every row one of the groups asked for, and a cosine that is a number', () => {
    fc.assert(
      fc.property(anyRows, fc.integer({ min: 1, max: 60 }), fc.nat(), (rows, count, seed) => {
        const found = findSparseMeans(rows, { count, rounds: 5, seed });
        expect(found.groups.length).toBe(rows.rowStarts.length - 1);
        expect(found.groups.every((group) => group < count)).toBe(true);
        expect(found.cosines.every((cosine) => cosine >= 0 && cosine < 1.001)).toBe(true);
        expect(found.count).toBeLessThanOrEqual(count);
      }),
      { numRuns: 50 },
    );
  });

  it('starts from no more groups than there are different rows, and from none where all are empty', () => {
    const twice = makeSparse([[[0, 1]], [[0, 3]], [[1, 1]], []], 2);
    expect(findSparseMeans(widen(twice), settings).count).toBe(2);
    const empty = findSparseMeans(widen(makeSparse([[], []], 2)), settings);
    expect([...empty.groups]).toEqual([0, 0]);
    expect(empty.count).toBe(0);
  });

  it('takes a row with a value that is no number, or too large to square, for an empty one', () => {
    const rows = widen(makeSparse([[[0, 1]], [[0, 1]], [[1, 1]]], 2));
    const spoilt = { ...rows, values: Float64Array.of(1, Number.NaN, 1e300) };
    const { cosines } = findSparseMeans(spoilt, settings, holdRows);
    expect([...cosines]).toEqual([1, 0, 0]);
  });

  it('refuses settings that are not whole numbers above 0', () => {
    const refused = expect.objectContaining({ code: 'no-groups' });
    for (const wrong of [
      { count: 0 },
      { count: 1.5 },
      { rounds: 0 },
      { threads: 0 },
      { count: Number.NaN },
    ]) {
      expect(() => findSparseMeans(bundles, { ...settings, ...wrong })).toThrow(refused);
    }
  });
});
