import { dotEvery } from '../similarity.js';
import { rowAt, type SparseRows, stackRows, transposeRows } from '../sparse-rows.js';
import { YES } from './lessons.js';

/** Enough to hear several rows, too few for the far ones to outvote the near. */
const NEIGHBOURS = 15;
/** In cosine, added to what the neighbours weigh together: rows that are hardly alike do not speak for each other. */
const RESERVE = 0.3;

/** Places of the largest similarities above 0, at most `NEIGHBOURS`, the largest first; `self` is no neighbour. */
function findNearest(similarities: Float64Array, self: number): readonly number[] {
  const nearest: number[] = [];
  let least = 0;
  for (let place = 0; place < similarities.length; place += 1) {
    const similarity = similarities[place] ?? 0;
    if (similarity <= least || place === self) continue;
    let at = nearest.length;
    while (at > 0 && (similarities[nearest[at - 1] ?? 0] ?? 0) < similarity) at -= 1;
    nearest.splice(at, 0, place);
    nearest.length = Math.min(nearest.length, NEIGHBOURS);
    if (nearest.length === NEIGHBOURS) least = similarities[nearest.at(-1) ?? 0] ?? 0;
  }
  return nearest;
}

/** By output: the share of the taught rows that are labelled `YES`. */
function measureShares(taught: Uint32Array, labels: Int8Array, outputs: number): Float64Array {
  const shares = new Float64Array(outputs);
  for (const row of taught) {
    for (let k = 0; k < outputs; k += 1) {
      if (labels[row * outputs + k] === YES) shares[k] = (shares[k] ?? 0) + 1 / taught.length;
    }
  }
  return shares;
}

/**
 * By row of `chosen`, then by output: how much more often the nearest of the `taught` rows are labelled `YES` than all
 * of them, −1 to 1, weighed by cosine. Rows have length 1; a row does not vote for itself.
 */
export function voteNeighbours(
  rows: SparseRows,
  {
    taught,
    chosen,
    labels,
  }: { readonly taught: Uint32Array; readonly chosen: Uint32Array; readonly labels: Int8Array },
  outputs: number,
): Float64Array {
  const transposed = transposeRows(
    stackRows(
      Array.from(taught, (row) => rowAt(rows, row)),
      rows.width,
    ),
  );
  const places = new Map(Array.from(taught, (row, place) => [row, place]));
  const similarities = new Float64Array(taught.length);
  const shares = measureShares(taught, labels, outputs);
  const votes = new Float64Array(chosen.length * outputs);
  for (const [i, row] of chosen.entries()) {
    dotEvery(rowAt(rows, row), transposed, similarities);
    const nearest = findNearest(similarities, places.get(row) ?? -1);
    const total = nearest.reduce((sum, place) => sum + (similarities[place] ?? 0), RESERVE);
    for (const place of nearest) {
      const share = (similarities[place] ?? 0) / total;
      const labelled = (taught[place] ?? 0) * outputs;
      for (let k = 0; k < outputs; k += 1) {
        const vote = (labels[labelled + k] === YES ? 1 : 0) - (shares[k] ?? 0);
        votes[i * outputs + k] = (votes[i * outputs + k] ?? 0) + share * vote;
      }
    }
  }
  return votes;
}
