import type { SparseFloats } from '../kernels/kernels.js';
import { keepHeaviest } from './keep-heaviest.js';
import { spaceEvenly } from './space-evenly.js';

/** Two terms that meet once may have met by chance. */
const FEWEST_MEETINGS = 2;
/** Co-occurrence is learned from no more texts than this, evenly spaced: more change little and take long. */
const MOST_TEXTS = 20_000;
/** Of a longer text those terms meet that weigh most: time goes with their square, and in a long text all meet all. */
const MOST_TERMS = 100;

type Meetings = { readonly columns: Uint32Array; readonly counts: Uint32Array };

/** By term: the texts that hold it. */
type Postings = { readonly starts: Uint32Array; readonly texts: Uint32Array };

function listPostings({ width, rowStarts, columns }: SparseFloats): Postings {
  const sample = spaceEvenly(rowStarts.length - 1, MOST_TEXTS);
  const starts = new Uint32Array(width + 1);
  const visit = (use: (text: number, term: number) => void) => {
    for (const text of sample) {
      for (let j = rowStarts[text] ?? 0; j < (rowStarts[text + 1] ?? 0); j += 1) use(text, columns[j] ?? 0);
    }
  };
  visit((_, term) => {
    starts[term + 1] = (starts[term + 1] ?? 0) + 1;
  });
  for (let term = 0; term < width; term += 1)
    starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
  const texts = new Uint32Array(starts[width] ?? 0);
  const next = starts.slice();
  visit((text, term) => {
    const place = next[term] ?? 0;
    texts[place] = text;
    next[term] = place + 1;
  });
  return { starts, texts };
}

/** By term: the other terms that it shares texts with, in ascending order, and in how many. */
function countMeetings(rows: SparseFloats): readonly Meetings[] {
  const { starts, texts } = listPostings(rows);
  const counts = new Uint32Array(rows.width);
  return Array.from({ length: rows.width }, (_, term) => {
    const met: number[] = [];
    for (const text of texts.subarray(starts[term], starts[term + 1])) {
      for (let j = rows.rowStarts[text] ?? 0; j < (rows.rowStarts[text + 1] ?? 0); j += 1) {
        const other = rows.columns[j] ?? 0;
        const count = counts[other] ?? 0;
        if (count === 0) met.push(other);
        counts[other] = count + 1;
      }
    }
    const kept = met.filter((other) => other !== term && (counts[other] ?? 0) >= FEWEST_MEETINGS);
    const columns = Uint32Array.from(kept).sort();
    const meetings = { columns, counts: columns.map((other) => counts[other] ?? 0) };
    for (const other of met) counts[other] = 0;
    return meetings;
  });
}

/**
 * How much more often than by chance two terms stand in one text: positive pointwise mutual information,
 * max(0, ln(c · total / (row · column))) of the number c of texts that hold both (Church and Hanks 1990; Bullinaria and
 * Levy 2007). Square and symmetric, one row and one column per column of `rows`, nothing on the diagonal.
 */
export function weighPairs(rows: SparseFloats): SparseFloats {
  const meetings = countMeetings(keepHeaviest(rows, MOST_TERMS));
  const sums = Float64Array.from(meetings, ({ counts }) => counts.reduce((sum, count) => sum + count, 0));
  const total = sums.reduce((sum, count) => sum + count, 0);
  const rowStarts = new Uint32Array(rows.width + 1);
  const size = meetings.reduce((sum, { columns }) => sum + columns.length, 0);
  const columns = new Uint32Array(size);
  const values = new Float32Array(size);
  let end = 0;
  for (const [term, met] of meetings.entries()) {
    for (let j = 0; j < met.columns.length; j += 1) {
      const other = met.columns[j] ?? 0;
      const expected = ((sums[term] ?? 0) * (sums[other] ?? 0)) / total;
      const surprise = Math.log((met.counts[j] ?? 0) / expected);
      if (surprise <= 0) continue;
      columns[end] = other;
      values[end] = surprise;
      end += 1;
    }
    rowStarts[term + 1] = end;
  }
  return { width: rows.width, rowStarts, columns: columns.slice(0, end), values: values.slice(0, end) };
}
