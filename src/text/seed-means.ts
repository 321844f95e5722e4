import type { SparseFloats } from './kernels/kernels.js';
import { makeDice } from './measures/draw-numbers.js';
import { rowAt, type SparseRows, transposeRows } from './sparse-rows.js';

/** Rows among which seeds are looked for: k-means moves them on over all rows anyway. */
const SAMPLE = 20_000;
/** Rows drawn for each seed, of which the one is kept that leaves the others nearest. */
const CANDIDATES = 3;

type Sample = { readonly chosen: Uint32Array; readonly rows: SparseRows };

/** One row from each of `SAMPLE` equal stretches, or all rows. */
function drawSample(rows: SparseFloats, roll: (sides: number) => number): Sample {
  const count = rows.rowStarts.length - 1;
  const size = Math.min(count, SAMPLE);
  const chosen = Uint32Array.from({ length: size }, (_, stretch) => {
    const from = Math.floor((stretch * count) / size);
    return from + roll(Math.floor(((stretch + 1) * count) / size) - from);
  });
  return { chosen, rows: copyRows(rows, chosen) };
}

/** Some of the rows, one after the other. */
function copyRows({ width, rowStarts, columns, values }: SparseFloats, chosen: Uint32Array): SparseRows {
  const starts = new Uint32Array(chosen.length + 1);
  for (const [place, row] of chosen.entries()) {
    starts[place + 1] = (starts[place] ?? 0) + (rowStarts[row + 1] ?? 0) - (rowStarts[row] ?? 0);
  }
  const cells = starts.at(-1) ?? 0;
  const copy = { width, rowStarts: starts, columns: new Uint32Array(cells), values: new Float64Array(cells) };
  for (const [place, row] of chosen.entries()) {
    const from = starts[place] ?? 0;
    const to = starts[place + 1] ?? 0;
    const shift = (rowStarts[row] ?? 0) - from;
    for (let j = from; j < to; j += 1) {
      copy.columns[j] = columns[j + shift] ?? 0;
      copy.values[j] = values[j + shift] ?? 0;
    }
  }
  return copy;
}

type Search = {
  readonly rows: SparseRows;
  readonly byColumn: SparseRows;
  /** By row: 1 − its cosine with the nearest seed so far; 0 for an empty row, which is never drawn. */
  readonly gaps: Float64Array;
  /** By row, 0 between calls. */
  readonly cosines: Float64Array;
};

/** Calls `visit` once for every row that shares a column with the given one. */
function visitSharing({ rows, byColumn, cosines }: Search, row: number, visit: (row: number) => void): void {
  const { columns, values } = rowAt(rows, row);
  const touched: number[] = [];
  for (let j = 0; j < columns.length; j += 1) {
    const column = columns[j] ?? 0;
    const value = values[j] ?? 0;
    for (let i = byColumn.rowStarts[column] ?? 0; i < (byColumn.rowStarts[column + 1] ?? 0); i += 1) {
      const other = byColumn.columns[i] ?? 0;
      if (cosines[other] === 0) touched.push(other);
      cosines[other] = (cosines[other] ?? 0) + value * (byColumn.values[i] ?? 0);
    }
  }
  for (const other of touched) {
    visit(other);
    cosines[other] = 0;
  }
}

/** By how much all gaps together would shrink. */
function rateSeed(search: Search, row: number): number {
  let gain = 0;
  visitSharing(search, row, (other) => {
    gain += Math.max(0, (search.gaps[other] ?? 0) - 1 + (search.cosines[other] ?? 0));
  });
  return gain;
}

function takeSeed(search: Search, row: number): void {
  const { gaps, cosines } = search;
  visitSharing(search, row, (other) => {
    gaps[other] = Math.max(0, Math.min(gaps[other] ?? 0, 1 - (cosines[other] ?? 0)));
  });
  gaps[row] = 0;
}

/** A row drawn with its gap as its chance; -1 where no row is apart from the seeds. */
function drawRow({ gaps }: Search, roll: (sides: number) => number): number {
  const total = gaps.reduce((sum, gap) => sum + gap, 0);
  let left = (roll(2 ** 32) / 2 ** 32) * total;
  let last = -1;
  for (let row = 0; row < gaps.length; row += 1) {
    const gap = gaps[row] ?? 0;
    if (gap === 0) continue;
    last = row;
    left -= gap;
    if (left < 0) break;
  }
  return last;
}

/**
 * Rows to start k-means from, unlike each other: k-means++ (Arthur and Vassilvitskii 2007) with several candidates a
 * seed, over a sample of rows of length 1 or 0. Fewer than `count` where there are fewer different rows.
 */
export function seedMeans(rows: SparseFloats, count: number, seed: number): readonly number[] {
  const roll = makeDice(seed);
  const sample = drawSample(rows, roll);
  const size = sample.chosen.length;
  const search: Search = {
    rows: sample.rows,
    byColumn: transposeRows(sample.rows),
    gaps: Float64Array.from({ length: size }, (_, row) =>
      rowAt(sample.rows, row).columns.length === 0 ? 0 : 1,
    ),
    cosines: new Float64Array(size),
  };
  const seeds: number[] = [];
  while (seeds.length < count) {
    const drawn = Array.from({ length: seeds.length === 0 ? 1 : CANDIDATES }, () => drawRow(search, roll));
    if (drawn.includes(-1)) break;
    const gains = drawn.map((row) => rateSeed(search, row));
    const best = drawn[gains.indexOf(Math.max(...gains))] ?? 0;
    takeSeed(search, best);
    seeds.push(sample.chosen[best] ?? 0);
  }
  return seeds;
}
