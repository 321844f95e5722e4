import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addScaled, dotDense, dotEvery, normalise, toSparse } from '../../src/text/similarity.js';
import { rowAt, type SparseVector, stackRows, transposeRows } from '../../src/text/sparse-rows.js';

const WIDTH = 6;
const dense = fc
  .array(fc.constantFrom(0, 0, 0, 1, 2, -1.5), { minLength: WIDTH, maxLength: WIDTH })
  .map((values) => Float64Array.from(values));
const table = fc.array(dense, { maxLength: 5 });
const stack = (vectors: readonly Float64Array[]) => stackRows(vectors.map(toSparse), WIDTH);
function toDense(vector: SparseVector): Float64Array {
  const full = new Float64Array(WIDTH);
  addScaled(full, vector, 1);
  return full;
}
const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);

describe('sparse vectors', () => {
  it('have the dot products of the dense vectors that they stand for', () => {
    fc.assert(
      fc.property(dense, dense, table, (a, b, others) => {
        expect(dotDense(toSparse(a), b)).toBeCloseTo(dot(a, b), 12);
        const every = new Float64Array(others.length).fill(7);
        dotEvery(toSparse(a), transposeRows(stack(others)), every);
        for (const [row, other] of others.entries()) expect(every[row]).toBeCloseTo(dot(a, other), 12);
      }),
    );
  });

  it('become dense and sparse again without loss', () => {
    fc.assert(
      fc.property(dense, (vector) => {
        expect(toDense(toSparse(vector))).toEqual(vector);
      }),
    );
  });

  it('are the same table after two transpositions', () => {
    fc.assert(
      fc.property(table, (vectors) => {
        const sorted = transposeRows(transposeRows(stack(vectors)));
        for (const [row, vector] of vectors.entries()) {
          expect(toDense(rowAt(sorted, row))).toEqual(vector);
        }
      }),
    );
  });

  it('are scaled to length 1, and nothing stays nothing', () => {
    const vector = Float64Array.of(3, 0, 4);
    normalise(vector);
    expect([...vector]).toEqual([3 / 5, 0, 4 / 5]);
    const zero = new Float64Array(3);
    normalise(zero);
    expect([...zero]).toEqual([0, 0, 0]);
  });
});
