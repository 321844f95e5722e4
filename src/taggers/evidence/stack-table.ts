import type { SparseRows } from '../../text/sparse-rows.js';

/** A table that is written row by row. */
export type Stack = {
  readonly rowStarts: Uint32Array;
  readonly columns: Uint32Array;
  readonly values: Float64Array;
};

/** Writes a row of a table behind row `at`, each value weighed anew; those of 0 are left out. */
export function pushRow(
  stack: Stack,
  at: number,
  { rows, row, weigh }: { rows: SparseRows; row: number; weigh: (column: number, value: number) => number },
): void {
  let end = stack.rowStarts[at] ?? 0;
  for (let j = rows.rowStarts[row] ?? 0; j < (rows.rowStarts[row + 1] ?? 0); j += 1) {
    const column = rows.columns[j] ?? 0;
    const weight = weigh(column, rows.values[j] ?? 0);
    if (weight === 0) continue;
    stack.columns[end] = column;
    stack.values[end] = weight;
    end += 1;
  }
  stack.rowStarts[at + 1] = end;
}

/** Scales row `at` to length 1. */
export function scaleRow({ rowStarts, values }: Stack, at: number): void {
  let squares = 0;
  for (let j = rowStarts[at] ?? 0; j < (rowStarts[at + 1] ?? 0); j += 1) squares += (values[j] ?? 0) ** 2;
  const length = Math.sqrt(squares) || 1;
  for (let j = rowStarts[at] ?? 0; j < (rowStarts[at + 1] ?? 0); j += 1)
    values[j] = (values[j] ?? 0) / length;
}

function countCells({ rowStarts }: SparseRows, rows: Iterable<number>): number {
  let count = 0;
  for (const row of rows) count += (rowStarts[row + 1] ?? 0) - (rowStarts[row] ?? 0);
  return count;
}

/** `coded` rows of a table, then those of the quotes as `push` writes them, in a table as wide. */
export function stackTable(
  rows: SparseRows,
  {
    coded,
    taken,
    copied,
  }: { coded: Uint32Array; taken: readonly { readonly row: number }[]; copied: boolean },
  push: (stack: Stack, at: number, i: number) => void,
): SparseRows {
  const cells =
    countCells(
      rows,
      taken.map(({ row }) => row),
    ) + (copied ? countCells(rows, coded) : 0);
  const rowStarts = new Uint32Array(coded.length + taken.length + 1);
  const stack = { rowStarts, columns: new Uint32Array(cells), values: new Float64Array(cells) };
  const asIs = (_column: number, value: number): number => value;
  if (copied) for (const [at, row] of coded.entries()) pushRow(stack, at, { rows, row, weigh: asIs });
  for (let i = 0; i < taken.length; i += 1) push(stack, coded.length + i, i);
  const end = rowStarts.at(-1) ?? 0;
  return {
    width: rows.width,
    rowStarts,
    columns: stack.columns.subarray(0, end),
    values: stack.values.subarray(0, end),
  };
}
