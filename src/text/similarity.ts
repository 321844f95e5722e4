import type { SparseRows, SparseVector } from './sparse-rows.js';

/** Dot product of a sparse and a dense vector. */
export function dotDense(sparse: SparseVector, dense: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < sparse.columns.length; j += 1) {
    sum += (sparse.values[j] ?? 0) * (dense[sparse.columns[j] ?? 0] ?? 0);
  }
  return sum;
}

/**
 * Dot products of one vector with every row of a table, given the table's transpose. Touches only rows that share a
 * column with the vector; `into` has one place a row and is overwritten.
 */
export function dotEvery(vector: SparseVector, transposed: SparseRows, into: Float64Array): void {
  into.fill(0);
  for (let j = 0; j < vector.columns.length; j += 1) {
    const column = vector.columns[j] ?? 0;
    const value = vector.values[j] ?? 0;
    for (let p = transposed.rowStarts[column] ?? 0; p < (transposed.rowStarts[column + 1] ?? 0); p += 1) {
      const row = transposed.columns[p] ?? 0;
      into[row] = (into[row] ?? 0) + value * (transposed.values[p] ?? 0);
    }
  }
}

/** Adds `scale` times a sparse vector to a dense one, in place. */
export function addScaled(into: Float64Array, vector: SparseVector, scale: number): void {
  for (let j = 0; j < vector.columns.length; j += 1) {
    const column = vector.columns[j] ?? 0;
    into[column] = (into[column] ?? 0) + scale * (vector.values[j] ?? 0);
  }
}

/** Scales a dense vector to length 1, in place; the zero vector stays as it is. */
export function normalise(vector: Float64Array): void {
  let squares = 0;
  for (const value of vector) squares += value * value;
  if (squares === 0) return;
  const length = Math.sqrt(squares);
  for (let i = 0; i < vector.length; i += 1) vector[i] = (vector[i] ?? 0) / length;
}

/** The entries of a dense vector that are not 0. */
export function toSparse(vector: Float64Array): SparseVector {
  const columns: number[] = [];
  for (let column = 0; column < vector.length; column += 1) if (vector[column] !== 0) columns.push(column);
  return {
    columns: Uint32Array.from(columns),
    values: Float64Array.from(columns, (column) => vector[column] ?? 0),
  };
}
