import type { DenseFloats, SparseFloats } from '../../src/text/kernels/kernels.js';
import { normalise, toSparse } from '../../src/text/similarity.js';
import { type SparseRows, stackRows } from '../../src/text/sparse-rows.js';

/** A full table of these rows as they are. */
export function makeTable(rows: readonly (readonly number[])[]): DenseFloats {
  return { width: rows[0]?.length ?? 0, values: Float32Array.from(rows.flat()) };
}

/** A table of these rows at length 1, its zeros left out. */
export function makeRows(vectors: readonly (readonly number[])[]): SparseRows {
  const scaled = vectors.map((vector) => {
    const dense = Float64Array.from(vector);
    normalise(dense);
    return toSparse(dense);
  });
  return stackRows(scaled, vectors[0]?.length ?? 0);
}

/** The same rows as they are, as 32-bit floats. */
export function makeSparse(vectors: readonly (readonly number[])[]): SparseFloats {
  const rows = stackRows(
    vectors.map((vector) => toSparse(Float64Array.from(vector))),
    vectors[0]?.length ?? 0,
  );
  return { ...rows, values: Float32Array.from(rows.values) };
}

/** The rows of a full table, as lists. */
export function listRows({ width, values }: DenseFloats): readonly (readonly number[])[] {
  return Array.from({ length: width === 0 ? 0 : values.length / width }, (_, row) => [
    ...values.subarray(row * width, (row + 1) * width),
  ]);
}
