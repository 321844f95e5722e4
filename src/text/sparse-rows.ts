/**
 * A table that is mostly zero, in compressed sparse rows: row `i` holds `values[j]` in column `columns[j]` for `j` from
 * `rowStarts[i]` up to `rowStarts[i + 1]`.
 */
export type SparseRows = {
  /** Number of columns. */
  readonly width: number;
  readonly rowStarts: Uint32Array;
  readonly columns: Uint32Array;
  readonly values: Float64Array;
};

/** One row of such a table, or any other sparse vector. Columns ascend. */
export type SparseVector = { readonly columns: Uint32Array; readonly values: Float64Array };

export function countRows(rows: SparseRows): number {
  return rows.rowStarts.length - 1;
}

/** A view of one row, not a copy. */
export function rowAt(rows: SparseRows, row: number): SparseVector {
  const start = rows.rowStarts[row] ?? 0;
  const end = rows.rowStarts[row + 1] ?? start;
  return { columns: rows.columns.subarray(start, end), values: rows.values.subarray(start, end) };
}

/** Columns become rows: which rows hold a term, and how much of it. Rows of the result are sorted by column. */
export function transposeRows(rows: SparseRows): SparseRows {
  const rowStarts = new Uint32Array(rows.width + 1);
  for (const column of rows.columns) rowStarts[column + 1] = (rowStarts[column + 1] ?? 0) + 1;
  for (let column = 0; column < rows.width; column += 1) {
    rowStarts[column + 1] = (rowStarts[column + 1] ?? 0) + (rowStarts[column] ?? 0);
  }
  const next = rowStarts.slice();
  const columns = new Uint32Array(rows.columns.length);
  const values = new Float64Array(rows.columns.length);
  for (let row = 0; row < countRows(rows); row += 1) {
    for (let j = rows.rowStarts[row] ?? 0; j < (rows.rowStarts[row + 1] ?? 0); j += 1) {
      const column = rows.columns[j] ?? 0;
      const place = next[column] ?? 0;
      columns[place] = row;
      values[place] = rows.values[j] ?? 0;
      next[column] = place + 1;
    }
  }
  return { width: countRows(rows), rowStarts, columns, values };
}

/** Rows under each other. All vectors have columns below `width`. */
export function stackRows(vectors: readonly SparseVector[], width: number): SparseRows {
  const rowStarts = new Uint32Array(vectors.length + 1);
  for (const [row, vector] of vectors.entries()) {
    rowStarts[row + 1] = (rowStarts[row] ?? 0) + vector.columns.length;
  }
  const columns = new Uint32Array(rowStarts.at(-1) ?? 0);
  const values = new Float64Array(columns.length);
  for (const [row, vector] of vectors.entries()) {
    columns.set(vector.columns, rowStarts[row]);
    values.set(vector.values, rowStarts[row]);
  }
  return { width, rowStarts, columns, values };
}
