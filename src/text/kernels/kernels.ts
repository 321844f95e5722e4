/** A table that is mostly zero, in compressed sparse rows of 32-bit floats. */
export type SparseFloats = {
  readonly width: number;
  readonly rowStarts: Uint32Array;
  readonly columns: Uint32Array;
  readonly values: Float32Array;
};

/** A table in which every place counts: `values[row * width + column]`. */
export type DenseFloats = { readonly width: number; readonly values: Float32Array };

/** By row: the centre with the largest dot product, the first of equal ones, and that product. */
export type Nearest = { readonly centres: Uint32Array; readonly products: Float32Array };

/**
 * The inner loops of grouping and learning over tables that stay the same while centres or factors change. Both makes
 * of it, WebAssembly and plain TypeScript, give the same numbers to the last bit.
 *
 * Tables that do not fit together (a column beyond `width`, no centres) are refused with the error `bad-table`. A
 * `rowStarts` that begins above 0 is a view of some rows of a longer table.
 */
export type Kernels = {
  /** sparse · dense: one row per row of `rows`; `factor` has one row per column of `rows`. */
  multiplySparse(rows: SparseFloats, factor: DenseFloats): DenseFloats;
  /** The products of every row of `points` with every row of `centres`, both of one width: one column per centre. */
  multiplyDense(points: DenseFloats, centres: DenseFloats): DenseFloats;
  /** The nearest of `centres` for every row of `points`, both of one width. */
  assignDense(points: DenseFloats, centres: DenseFloats): Nearest;
  /** The nearest of `centres` for every sparse row; `centres` has one row per centre, as wide as `rows`. */
  assignSparse(rows: SparseFloats, centres: DenseFloats): Nearest;
  /** The same for centres laid out by column: one row per column of `rows`, as wide as there are centres. */
  assignByColumn(rows: SparseFloats, byColumn: DenseFloats): Nearest;
};
