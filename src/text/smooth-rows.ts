import { addScaled, dotEvery } from './similarity.js';
import {
  countRows,
  rowAt,
  type SparseRows,
  type SparseVector,
  stackRows,
  transposeRows,
} from './sparse-rows.js';

export type Smoothing = {
  /** How many of the likest other rows are added to a row. */
  readonly neighbours: number;
  /** How many columns of a smoothed row are kept, the weightiest. */
  readonly columns: number;
  /** Likest rows are sought among so many first rows: this keeps the time in proportion to the number of rows. */
  readonly among: number;
};

/**
 * A dense vector that is filled and emptied for one row after the other. Only the columns that were touched are
 * visited, so that a row costs as much as it holds.
 */
type Scratch = { readonly values: Float64Array; readonly touched: Set<number> };

function addTouched(scratch: Scratch, vector: SparseVector, scale: number): void {
  addScaled(scratch.values, vector, scale);
  for (const column of vector.columns) scratch.touched.add(column);
}

function takeHeaviest(scratch: Scratch, count: number): SparseVector {
  const { values, touched } = scratch;
  const valueAt = (column: number): number => values[column] ?? 0;
  const heaviest = [...touched].sort((a, b) => valueAt(b) - valueAt(a) || a - b).slice(0, count);
  const columns = Uint32Array.from(heaviest).sort();
  const length = Math.hypot(...heaviest.map(valueAt));
  const vector = { columns, values: Float64Array.from(columns, (column) => valueAt(column) / length) };
  for (const column of touched) values[column] = 0;
  touched.clear();
  return vector;
}

/** The rows with the largest of the given similarities, apart from the row itself; only similarities above 0. */
function findNearest(similarities: Float64Array, self: number, count: number): readonly number[] {
  const nearest: number[] = [];
  for (let row = 0; row < similarities.length; row += 1) {
    const similarity = similarities[row] ?? 0;
    if (row === self || similarity <= 0) continue;
    if (nearest.length === count && similarity <= (similarities[nearest[count - 1] ?? 0] ?? 0)) continue;
    let place = nearest.length;
    while (place > 0 && (similarities[nearest[place - 1] ?? 0] ?? 0) < similarity) place -= 1;
    nearest.splice(place, 0, row);
    nearest.length = Math.min(nearest.length, count);
  }
  return nearest;
}

/**
 * Rows of length 1, each with its likest rows added in proportion to their cosine, and scaled to length 1 again. Two
 * short texts that share no word come near each other if what resembles them does. A row that resembles none stays as
 * it is; an empty row stays empty.
 */
export function smoothRows(rows: SparseRows, { neighbours, columns, among }: Smoothing): SparseRows {
  const candidates = Array.from({ length: Math.min(among, countRows(rows)) }, (_, row) => rowAt(rows, row));
  const transposed = transposeRows(stackRows(candidates, rows.width));
  const similarities = new Float64Array(candidates.length);
  const scratch: Scratch = { values: new Float64Array(rows.width), touched: new Set() };
  const smoothed = Array.from({ length: countRows(rows) }, (_, row) => {
    const vector = rowAt(rows, row);
    dotEvery(vector, transposed, similarities);
    addTouched(scratch, vector, 1);
    for (const other of findNearest(similarities, row, neighbours)) {
      addTouched(scratch, rowAt(rows, other), similarities[other] ?? 0);
    }
    return takeHeaviest(scratch, columns);
  });
  return stackRows(smoothed, rows.width);
}
