import { countRows, rowAt, type SparseRows } from './sparse-rows.js';

/** By row: the number of its group, from 0. */
export type Groups = Uint32Array;

/**
 * Sums of the rows of each group. Groups lie side by side for each column, entry `column * count + group`, so that a
 * row reads few and near places.
 */
export type GroupSums = {
  readonly count: number;
  readonly values: Float64Array;
  /** By group: its number of rows. */
  readonly sizes: Uint32Array;
};

export function countGroups(groups: Groups): number {
  return groups.reduce((most, group) => Math.max(most, group + 1), 0);
}

/** Sums over the first rows of a table, those that have a group. */
export function sumGroups(rows: SparseRows, groups: Groups, count: number): GroupSums {
  const values = new Float64Array(rows.width * count);
  const sizes = new Uint32Array(count);
  for (const [row, group] of groups.entries()) {
    sizes[group] = (sizes[group] ?? 0) + 1;
    const vector = rowAt(rows, row);
    for (let j = 0; j < vector.columns.length; j += 1) {
      const place = (vector.columns[j] ?? 0) * count + group;
      values[place] = (values[place] ?? 0) + (vector.values[j] ?? 0);
    }
  }
  return { count, values, sizes };
}

/** By group: the length of its sum. */
export function measureSums({ count, values }: GroupSums): Float64Array {
  const squares = new Float64Array(count);
  for (let place = 0; place < values.length; place += 1) {
    const group = place % count;
    squares[group] = (squares[group] ?? 0) + (values[place] ?? 0) ** 2;
  }
  return squares.map(Math.sqrt);
}

/** Dot products of one row with every group's sum; `into` has one place a group and is overwritten. */
export function dotGroups(rows: SparseRows, row: number, sums: GroupSums, into: Float64Array): void {
  into.fill(0);
  const { columns, values } = rowAt(rows, row);
  for (let j = 0; j < columns.length; j += 1) {
    const start = (columns[j] ?? 0) * sums.count;
    const value = values[j] ?? 0;
    for (let group = 0; group < sums.count; group += 1) {
      into[group] = (into[group] ?? 0) + value * (sums.values[start + group] ?? 0);
    }
  }
}

/**
 * Mean cosine silhouette (Rousseeuw 1987) of rows of length 1, −1 to 1: how much nearer a row is to its own group than
 * to the next. A row alone in its group counts 0. Linear: the mean cosine to a group is one dot product with its sum.
 */
export function measureSilhouette(rows: SparseRows, groups: Groups): number {
  const sums = sumGroups(rows, groups, countGroups(groups));
  const dots = new Float64Array(sums.count);
  let total = 0;
  for (let row = 0; row < countRows(rows); row += 1) {
    dotGroups(rows, row, sums, dots);
    total += rateRow(groups[row] ?? 0, dots, sums.sizes);
  }
  return total / Math.max(countRows(rows), 1);
}

function rateRow(own: number, dots: Float64Array, sizes: Uint32Array): number {
  const ownSize = sizes[own] ?? 0;
  if (ownSize < 2) return 0;
  const within = 1 - ((dots[own] ?? 0) - 1) / (ownSize - 1);
  let beyond = Number.POSITIVE_INFINITY;
  for (let group = 0; group < dots.length; group += 1) {
    const size = sizes[group] ?? 0;
    if (group !== own && size > 0) beyond = Math.min(beyond, 1 - (dots[group] ?? 0) / size);
  }
  const larger = Math.max(within, beyond);
  return Number.isFinite(larger) && larger > 0 ? (beyond - within) / larger : 0;
}
