import type { DenseFloats, Kernels, SparseFloats } from '../kernels/kernels.js';
import { makeDice } from '../measures/draw-numbers.js';
import { multiplyColumns, orthonormalise } from './orthonormalise.js';
import { type Eigenpairs, solveSymmetric } from './solve-symmetric.js';

/** More columns than are asked for, so that the last ones asked for are right too. */
const SPARE = 12;
const POWER_STEPS = 3;
/** How finely a number is drawn. */
const STEPS = 2 ** 30;

/** What random work runs on: its inner loops, and the seed that makes it repeatable. */
export type Means = { readonly kernels: Kernels; readonly seed: number };

export type MainAxes = {
  /** One row per row of the matrix, one column per axis. */
  readonly vectors: DenseFloats;
  /** By axis: its eigenvalue, the largest in size first. */
  readonly values: Float64Array;
};

/** Numbers from −1 to 1, evenly spread. */
function drawTable(count: number, width: number, seed: number): DenseFloats {
  const roll = makeDice(seed);
  const draw = () => roll(STEPS) / (STEPS / 2) - 1;
  return { width, values: Float32Array.from({ length: count * width }, draw) };
}

/** The axes of the largest eigenvalues, back in the coordinates of the matrix. */
function combineAxes(basis: DenseFloats, { values, vectors }: Eigenpairs, count: number): MainAxes {
  const side = values.length;
  const order = Array.from(values.keys())
    .sort((a, b) => Math.abs(values[b] ?? 0) - Math.abs(values[a] ?? 0) || a - b)
    .slice(0, count);
  const picked = Float64Array.from(
    { length: side * count },
    (_, i) => vectors[Math.floor(i / count) * side + (order[i % count] ?? 0)] ?? 0,
  );
  const rows = basis.values.length / Math.max(side, 1);
  const combined = new Float32Array(rows * count);
  const sums = new Float64Array(count);
  for (let row = 0; row < rows; row += 1) {
    sums.fill(0);
    for (let i = 0; i < side; i += 1) {
      const value = basis.values[row * side + i] ?? 0;
      for (let axis = 0; axis < count; axis += 1) {
        sums[axis] = (sums[axis] ?? 0) + value * (picked[i * count + axis] ?? 0);
      }
    }
    combined.set(sums, row * count);
  }
  return {
    vectors: { width: count, values: combined },
    values: Float64Array.from(order, (axis) => values[axis] ?? 0),
  };
}

/**
 * The eigenvectors of the largest eigenvalues, in size, of a symmetric matrix, by randomised subspace iteration
 * (Halko, Martinsson and Tropp 2011). At most as many as the matrix has rows.
 */
export function findMainAxes(matrix: SparseFloats, wanted: number, { kernels, seed }: Means): MainAxes {
  const count = Math.min(wanted, matrix.width);
  let basis = drawTable(matrix.width, Math.min(count + SPARE, matrix.width), seed);
  for (let step = 0; step < POWER_STEPS; step += 1) {
    basis = kernels.multiplySparse(matrix, basis);
    orthonormalise(basis);
  }
  orthonormalise(basis);
  const projected = multiplyColumns(basis, kernels.multiplySparse(matrix, basis));
  return combineAxes(basis, solveSymmetric(projected, basis.width), count);
}
