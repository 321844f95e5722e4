import type { SparseFloats } from '../kernels/kernels.js';
import { dotEvery } from '../similarity.js';
import { countRows, rowAt, type SparseRows, stackRows, transposeRows } from '../sparse-rows.js';
import { spaceEvenly } from './space-evenly.js';

/** As good as more in two coded studies, and quick. */
const NEIGHBOURS = 5;
/** Neighbours are sought among so many rows, evenly spaced: this keeps the time in proportion to the rows. */
const MOST_CANDIDATES = 1500;

/** The places of the largest similarities above 0, apart from the row's own; the first of equal ones first. */
function findLikest(similarities: Float64Array, own: number): readonly number[] {
  const likest: number[] = [];
  let least = 0;
  for (let place = 0; place < similarities.length; place += 1) {
    const similarity = similarities[place] ?? 0;
    if (similarity <= least || place === own) continue;
    let at = likest.length;
    while (at > 0 && (similarities[likest[at - 1] ?? 0] ?? 0) < similarity) at -= 1;
    likest.splice(at, 0, place);
    likest.length = Math.min(likest.length, NEIGHBOURS);
    if (likest.length === NEIGHBOURS) least = similarities[likest[NEIGHBOURS - 1] ?? 0] ?? 0;
  }
  return likest;
}

/**
 * For rows of length 1 a square table that holds 1 for a row with itself and its cosine with its likest other rows.
 * Multiplied with what is known of each row, it lets a row that says little take after those that it resembles.
 */
export function linkNeighbours(rows: SparseRows): SparseFloats {
  const count = countRows(rows);
  const candidates = spaceEvenly(count, MOST_CANDIDATES);
  const picked = Array.from(candidates, (row) => rowAt(rows, row));
  const transposed = transposeRows(stackRows(picked, rows.width));
  const similarities = new Float64Array(candidates.length);
  const places = new Map(Array.from(candidates, (row, place) => [row, place]));
  const links = Array.from({ length: count }, (_, row) => {
    dotEvery(rowAt(rows, row), transposed, similarities);
    const likest = findLikest(similarities, places.get(row) ?? -1);
    return {
      columns: Uint32Array.of(row, ...likest.map((place) => candidates[place] ?? 0)),
      values: Float64Array.of(1, ...likest.map((place) => similarities[place] ?? 0)),
    };
  });
  const table = stackRows(links, count);
  return { ...table, values: Float32Array.from(table.values) };
}
