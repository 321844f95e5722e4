import type { SparseFloats } from '../kernels/kernels.js';

/** The places from `from` up to `to` with the largest values, in ascending order. */
function findHeaviest(
  values: Float32Array,
  { from, to, most }: { from: number; to: number; most: number },
): Uint32Array {
  const places = Uint32Array.from({ length: to - from }, (_, i) => from + i);
  if (places.length <= most) return places;
  return places
    .sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b)
    .slice(0, most)
    .sort();
}

/** The same rows with no more than so many places each: those with the largest values, the first of equal ones. */
export function keepHeaviest(rows: SparseFloats, most: number): SparseFloats {
  const { width, rowStarts } = rows;
  const starts = new Uint32Array(rowStarts.length);
  const columns = new Uint32Array(rows.columns.length);
  const values = new Float32Array(rows.columns.length);
  for (let row = 0; row + 1 < rowStarts.length; row += 1) {
    let end = starts[row] ?? 0;
    for (const place of findHeaviest(rows.values, {
      from: rowStarts[row] ?? 0,
      to: rowStarts[row + 1] ?? 0,
      most,
    })) {
      columns[end] = rows.columns[place] ?? 0;
      values[end] = rows.values[place] ?? 0;
      end += 1;
    }
    starts[row + 1] = end;
  }
  const end = starts.at(-1) ?? 0;
  return { width, rowStarts: starts, columns: columns.slice(0, end), values: values.slice(0, end) };
}
