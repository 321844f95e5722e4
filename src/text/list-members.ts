import type { Groups } from './group-points.js';
import { countRows, rowAt, type SparseRows } from './sparse-rows.js';

/** Cosine with the sum of the other rows of its group below which a row belongs nowhere. */
const LEAST_COSINE = 0.05;

/** The sum of the rows of a group, of full width, and its squared length. */
type Sum = { readonly values: Float64Array; readonly squares: number };

function sumRows(rows: SparseRows, members: readonly number[]): Sum {
  const values = new Float64Array(rows.width);
  for (const row of members) {
    const { columns, values: own } = rowAt(rows, row);
    for (let j = 0; j < columns.length; j += 1) {
      const column = columns[j] ?? 0;
      values[column] = (values[column] ?? 0) + (own[j] ?? 0);
    }
  }
  return { values, squares: values.reduce((sum, value) => sum + value * value, 0) };
}

/** The cosine of a row of length 1 with the sum of the others: |S − x|² = |S|² − 2 x·S + 1. */
function compareWithOthers(rows: SparseRows, row: number, sum: Sum): number {
  const { columns, values } = rowAt(rows, row);
  let product = 0;
  for (let j = 0; j < columns.length; j += 1) {
    product += (values[j] ?? 0) * (sum.values[columns[j] ?? 0] ?? 0);
  }
  const others = sum.squares - 2 * product + 1;
  return others <= 0 ? 0 : (product - 1) / Math.sqrt(others);
}

/** By group: its rows, without those that have next to no word in common with the rest of it. */
export function listMembers(rows: SparseRows, groups: Groups, count: number): readonly (readonly number[])[] {
  const lists: number[][] = Array.from({ length: count }, () => []);
  for (let row = 0; row < countRows(rows); row += 1) lists[groups[row] ?? 0]?.push(row);
  return lists.map((members) => {
    const sum = sumRows(rows, members);
    return members.filter((row) => compareWithOthers(rows, row, sum) >= LEAST_COSINE);
  });
}
