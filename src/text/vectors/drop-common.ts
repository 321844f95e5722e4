import { countRows, type SparseRows } from '../sparse-rows.js';

/** In a larger share of rows than this, a term tells none of them from the others. */
const MOST_SHARE = 0.3;

/** Rows of length 1 without the columns that more than 30 % of the rows use, at length 1 again; some may be empty. */
export function dropCommon(rows: SparseRows): SparseRows {
  const uses = new Uint32Array(rows.width);
  for (const column of rows.columns) uses[column] = (uses[column] ?? 0) + 1;
  const most = MOST_SHARE * countRows(rows);
  const rowStarts = new Uint32Array(rows.rowStarts.length);
  const columns = new Uint32Array(rows.columns.length);
  const values = new Float64Array(rows.columns.length);
  let end = 0;
  for (let row = 0; row < countRows(rows); row += 1) {
    const start = end;
    let squares = 0;
    for (let j = rows.rowStarts[row] ?? 0; j < (rows.rowStarts[row + 1] ?? 0); j += 1) {
      const column = rows.columns[j] ?? 0;
      if ((uses[column] ?? 0) > most) continue;
      const value = rows.values[j] ?? 0;
      columns[end] = column;
      values[end] = value;
      squares += value * value;
      end += 1;
    }
    for (let j = start; j < end; j += 1) values[j] = (values[j] ?? 0) / Math.sqrt(squares);
    rowStarts[row + 1] = end;
  }
  return { width: rows.width, rowStarts, columns: columns.slice(0, end), values: values.slice(0, end) };
}
