import type { SparseRows } from '../sparse-rows.js';
import { padTo } from './fill-table.js';
import { borrowRoom, planRoom } from './wasm-room.js';

/** Numbers that every score starts from, one an output, and by column and then by output what is added. */
export type ScoreWeights = {
  readonly outputs: number;
  readonly weights: Float64Array;
  readonly biases: Float64Array;
};

/** Rows that go through the room at a time. */
const BLOCK_ROWS = 4096;

function cutChosen(chosen: Uint32Array): readonly Uint32Array[] {
  return Array.from({ length: Math.ceil(chosen.length / BLOCK_ROWS) }, (_, block) =>
    chosen.subarray(block * BLOCK_ROWS, (block + 1) * BLOCK_ROWS),
  );
}

type Packed = { readonly starts: Uint32Array; readonly columns: Uint32Array; readonly values: Float64Array };

function countValues({ rowStarts }: SparseRows, chosen: Uint32Array): number {
  let count = 0;
  for (const row of chosen) count += (rowStarts[row + 1] ?? 0) - (rowStarts[row] ?? 0);
  return count;
}

/** Writes the chosen rows under each other. */
function packRows(rows: SparseRows, chosen: Uint32Array, { starts, columns, values }: Packed): void {
  let end = 0;
  for (let i = 0; i < chosen.length; i += 1) {
    starts[i] = end;
    const row = chosen[i] ?? 0;
    const last = rows.rowStarts[row + 1] ?? 0;
    for (let j = rows.rowStarts[row] ?? 0; j < last; j += 1) {
      columns[end] = rows.columns[j] ?? 0;
      values[end] = rows.values[j] ?? 0;
      end += 1;
    }
  }
  starts[chosen.length] = end;
}

function fillScoreTable(
  table: Float64Array,
  { outputs, weights, biases }: ScoreWeights,
  padded: number,
): void {
  table.set(biases);
  if (outputs === padded) {
    table.set(weights, padded);
    return;
  }
  // What lies between is scored too and thrown away: any number does, but old ones may be slow denormals.
  table.fill(0, outputs);
  let at = padded;
  for (let from = 0; from < weights.length; from += outputs) {
    for (let k = 0; k < outputs; k += 1) table[at + k] = weights[from + k] ?? 0;
    at += padded;
  }
}

/** Whether the loops may run: no row and no column lies outside, and copying the weights is less than the work. */
function isWorthwhile(model: ScoreWeights, rows: SparseRows, chosen: Uint32Array): boolean {
  const { outputs, weights, biases } = model;
  if (outputs === 0 || biases.length !== outputs || weights.length !== rows.width * outputs) return false;
  if (chosen.some((row) => row + 1 >= rows.rowStarts.length)) return false;
  if (countValues(rows, chosen) < rows.width) return false;
  for (let j = 0; j < rows.columns.length; j += 1) if ((rows.columns[j] ?? 0) >= rows.width) return false;
  return true;
}

/**
 * By row of `chosen`, then by output: the scores of a linear model, the same bits as a plain loop gives. Undefined where
 * WebAssembly cannot run, or where the rows are too few for copying the weights.
 */
export function scoreInRoom(
  model: ScoreWeights,
  rows: SparseRows,
  chosen: Uint32Array,
): Float64Array | undefined {
  if (!isWorthwhile(model, rows, chosen)) return undefined;
  const { outputs } = model;
  const padded = padTo(outputs, 4);
  const blocks = cutChosen(chosen);
  const tableFloats = padded * (rows.width + 1);
  const most = Math.max(0, ...blocks.map((block) => countValues(rows, block)));
  const { at, bytes } = planRoom({
    table: tableFloats * 8,
    columns: most * 4,
    values: most * 8,
    starts: (BLOCK_ROWS + 1) * 4,
    scores: BLOCK_ROWS * padded * 8,
  });
  const room = borrowRoom(bytes);
  if (room === undefined) return undefined;
  const { buffer } = room.memory;
  fillScoreTable(new Float64Array(buffer, at.table, tableFloats), model, padded);
  const packed = {
    starts: new Uint32Array(buffer, at.starts, BLOCK_ROWS + 1),
    columns: new Uint32Array(buffer, at.columns, most),
    values: new Float64Array(buffer, at.values, most),
  };
  const places = [at.starts, at.columns, at.values, at.table, padded * 8, at.scores];
  const scores = new Float64Array(chosen.length * outputs);
  for (const [index, block] of blocks.entries()) {
    packRows(rows, block, packed);
    room.loops.score_sparse(block.length, ...places);
    const given = new Float64Array(buffer, at.scores, block.length * padded);
    const from = index * BLOCK_ROWS * outputs;
    for (let row = 0; row < block.length; row += 1) {
      for (let k = 0; k < outputs; k += 1) scores[from + row * outputs + k] = given[row * padded + k] ?? 0;
    }
  }
  return scores;
}
