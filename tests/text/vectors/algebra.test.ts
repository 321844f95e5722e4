import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainKernels as kernels } from '../../../src/text/kernels/plain-kernels.js';
import { findMainAxes } from '../../../src/text/vectors/find-main-axes.js';
import { multiplyColumns, orthonormalise } from '../../../src/text/vectors/orthonormalise.js';
import { solveSymmetric } from '../../../src/text/vectors/solve-symmetric.js';
import { listRows, makeSparse, makeTable } from '../make-table.js';

const symmetric = fc.integer({ min: 1, max: 7 }).chain((side) =>
  fc
    .array(fc.integer({ min: -9, max: 9 }), { minLength: side * side, maxLength: side * side })
    .map((cells) => ({
      side,
      matrix: Float64Array.from(cells, (_, i) => {
        const [row, column] = [Math.floor(i / side), i % side];
        return cells[Math.min(row, column) * side + Math.max(row, column)] ?? 0;
      }),
    })),
);

describe('solveSymmetric', () => {
  it('solves the matrix of 2, 1, 1, 2, whose values are 1 and 3', () => {
    const { values, vectors } = solveSymmetric(Float64Array.of(2, 1, 1, 2), 2);
    expect([...values].sort()).toEqual([expect.closeTo(1, 9), expect.closeTo(3, 9)]);
    const larger = (values[0] ?? 0) > (values[1] ?? 0) ? 0 : 1;
    expect(Math.abs(vectors[larger] ?? 0)).toBeCloseTo(Math.SQRT1_2, 6);
    expect(vectors[larger]).toBeCloseTo(vectors[2 + larger] ?? 0, 6);
  });

  it('gives vectors that the matrix only stretches, by their values', () => {
    fc.assert(
      fc.property(symmetric, ({ side, matrix }) => {
        const { values, vectors } = solveSymmetric(matrix, side);
        for (let i = 0; i < side; i += 1) {
          for (let j = 0; j < side; j += 1) {
            let product = 0;
            for (let p = 0; p < side; p += 1)
              product += (matrix[i * side + p] ?? 0) * (vectors[p * side + j] ?? 0);
            expect(product).toBeCloseTo((values[j] ?? 0) * (vectors[i * side + j] ?? 0), 3);
          }
        }
      }),
    );
  });

  it('has nothing to solve in an empty matrix, and zeros in one of zeros', () => {
    expect(solveSymmetric(new Float64Array(0), 0).values).toHaveLength(0);
    expect([...solveSymmetric(new Float64Array(9), 3).values]).toEqual([0, 0, 0]);
  });
});

describe('orthonormalise', () => {
  it('makes columns of length 1 at right angles', () => {
    const table = makeTable([
      [3, 1],
      [4, 1],
      [0, 2],
    ]);
    orthonormalise(table);
    const products = multiplyColumns(table, table);
    expect([...products]).toEqual([1, 0, 0, 1].map((product) => expect.closeTo(product, 5)));
    expect(listRows(table)[0]?.[0]).toBeCloseTo(3 / 5, 6);
  });

  it('empties a column that the others span, and no number is lost', () => {
    const table = makeTable([
      [1, 2, 0],
      [2, 4, 0],
      [3, 6, 0],
    ]);
    orthonormalise(table);
    expect(listRows(table).map(([, second, third]) => [second, third])).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
  });
});

describe('findMainAxes', () => {
  it('finds the largest values in size, also negative ones, and their vectors', () => {
    const matrix = makeSparse([
      [0, 5, 0, 0],
      [5, 0, 0, 0],
      [0, 0, 2, 0],
      [0, 0, 0, 1],
    ]);
    const { values, vectors } = findMainAxes(matrix, 3, { kernels, seed: 1 });
    expect([...values].map(Math.abs)).toEqual([5, 5, 2].map((value) => expect.closeTo(value, 4)));
    expect([...values].filter((value) => value < 0)).toEqual([expect.closeTo(-5, 4)]);
    expect(Math.abs(listRows(vectors)[2]?.[2] ?? 0)).toBeCloseTo(1, 4);
  });

  it('gives no more axes than there are rows, and none of nothing', () => {
    expect(findMainAxes(makeSparse([[1]]), 64, { kernels, seed: 1 }).vectors.width).toBe(1);
    expect(findMainAxes(makeSparse([]), 64, { kernels, seed: 1 }).values).toHaveLength(0);
    const zeros = findMainAxes(
      makeSparse([
        [0, 0],
        [0, 0],
      ]),
      2,
      { kernels, seed: 1 },
    );
    expect([...zeros.values, ...zeros.vectors.values].every(Number.isFinite)).toBe(true);
  });
});
