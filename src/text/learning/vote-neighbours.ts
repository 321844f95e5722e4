import { rowAt, type SparseRows, stackRows, transposeRows } from '../sparse-rows.js';
import { findNearest, makeNearest, type Nearest } from './find-nearest.js';
import { YES } from './lessons.js';

/** Enough to hear several rows, too few for the far ones to outvote the near. */
const NEIGHBOURS = 15;
/** In cosine, added to what the neighbours weigh together: rows that are hardly alike do not speak for each other. */
const RESERVE = 0.3;

/** By taught row: the outputs that it is labelled `YES` for, one after the other from `starts` on. */
type Given = { readonly starts: Uint32Array; readonly outputs: Uint32Array };

function listGiven(taught: Uint32Array, labels: Int8Array, outputs: number): Given {
  const starts = new Uint32Array(taught.length + 1);
  const given: number[] = [];
  for (let place = 0; place < taught.length; place += 1) {
    const base = (taught[place] ?? 0) * outputs;
    for (let k = 0; k < outputs; k += 1) if (labels[base + k] === YES) given.push(k);
    starts[place + 1] = given.length;
  }
  return { starts, outputs: Uint32Array.from(given) };
}

/** By output: the share of the taught rows that are labelled `YES`. */
function measureShares({ starts, outputs: given }: Given, outputs: number): Float64Array {
  const shares = new Float64Array(outputs);
  for (const k of given) shares[k] = (shares[k] ?? 0) + 1 / (starts.length - 1);
  return shares;
}

/** Writes the cosines of a row with all taught rows, whose table is transposed. */
function likenRow(rows: SparseRows, row: number, taught: SparseRows, into: Float64Array): void {
  into.fill(0);
  const end = rows.rowStarts[row + 1] ?? 0;
  for (let j = rows.rowStarts[row] ?? 0; j < end; j += 1) {
    const column = rows.columns[j] ?? 0;
    const value = rows.values[j] ?? 0;
    const last = taught.rowStarts[column + 1] ?? 0;
    for (let p = taught.rowStarts[column] ?? 0; p < last; p += 1) {
      const place = taught.columns[p] ?? 0;
      into[place] = (into[place] ?? 0) + value * (taught.values[p] ?? 0);
    }
  }
}

type Ballot = {
  readonly nearest: Nearest;
  readonly count: number;
  readonly given: Given;
  readonly shares: Float64Array;
};

/** Writes the votes of one row's neighbours. */
function writeVotes(votes: Float64Array, { nearest, count, given, shares }: Ballot): void {
  const { places, similarities } = nearest;
  let total = 0;
  for (let n = 0; n < count; n += 1) total += similarities[n] ?? 0;
  const heard = total / (total + RESERVE);
  for (let k = 0; k < votes.length; k += 1) votes[k] = -heard * (shares[k] ?? 0);
  for (let n = 0; n < count; n += 1) {
    const share = (similarities[n] ?? 0) / (total + RESERVE);
    const place = places[n] ?? 0;
    for (let g = given.starts[place] ?? 0; g < (given.starts[place + 1] ?? 0); g += 1) {
      const k = given.outputs[g] ?? 0;
      votes[k] = (votes[k] ?? 0) + share;
    }
  }
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
  const votes = new Float64Array(chosen.length * outputs);
  if (taught.length === 0) return votes;
  const stacked = stackRows(
    Array.from(taught, (row) => rowAt(rows, row)),
    rows.width,
  );
  const transposed = transposeRows(stacked);
  const places = new Map(Array.from(taught, (row, place) => [row, place]));
  const given = listGiven(taught, labels, outputs);
  const shares = measureShares(given, outputs);
  const all = new Float64Array(taught.length);
  const nearest = makeNearest(NEIGHBOURS);
  for (let i = 0; i < chosen.length; i += 1) {
    const row = chosen[i] ?? 0;
    likenRow(rows, row, transposed, all);
    const count = findNearest(all, places.get(row) ?? -1, nearest);
    if (count === 0) continue;
    writeVotes(votes.subarray(i * outputs, (i + 1) * outputs), { nearest, count, given, shares });
  }
  return votes;
}
