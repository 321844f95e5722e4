import type { SparseRows } from '../sparse-rows.js';
import { padTo } from './fill-table.js';
import type { ScoreWeights } from './score-rows.js';
import { borrowRoom, planRoom } from './wasm-room.js';

/**
 * The weights of a linear model while it learns, one output beside the other: rows are scored by them and added to them,
 * again and again. Both makes of it, WebAssembly and plain TypeScript, give the same bits.
 */
export type LearningWeights = {
  /** By output, for the caller to write: how many times `add` adds a row. */
  readonly steps: Float64Array;
  /** By output: the score of a row. Overwritten by the next call. */
  score(row: number): Float64Array;
  /** Adds a row, and 1 to the bias, `steps[k]` times. */
  add(row: number): void;
  /** The weights as they stand, by column of the table and then by output. */
  read(): ScoreWeights;
};

export type HoldWeights = (rows: SparseRows, outputs: number) => LearningWeights;

/** The measure of what the fast one gives, and what runs where that cannot. */
export const learnPlainly: HoldWeights = (rows, outputs) => {
  const { rowStarts, columns, values } = rows;
  const weights = new Float64Array(rows.width * outputs);
  const biases = new Float64Array(outputs);
  const scores = new Float64Array(outputs);
  const steps = new Float64Array(outputs);
  return {
    steps,
    score(row) {
      scores.set(biases);
      for (let j = rowStarts[row] ?? 0; j < (rowStarts[row + 1] ?? 0); j += 1) {
        const value = values[j] ?? 0;
        const base = (columns[j] ?? 0) * outputs;
        for (let k = 0; k < outputs; k += 1) scores[k] = (scores[k] ?? 0) + value * (weights[base + k] ?? 0);
      }
      return scores;
    },
    add(row) {
      for (let k = 0; k < outputs; k += 1) biases[k] = (biases[k] ?? 0) + (steps[k] ?? 0);
      for (let j = rowStarts[row] ?? 0; j < (rowStarts[row + 1] ?? 0); j += 1) {
        const value = values[j] ?? 0;
        const base = (columns[j] ?? 0) * outputs;
        for (let k = 0; k < outputs; k += 1)
          weights[base + k] = (weights[base + k] ?? 0) + value * (steps[k] ?? 0);
      }
    },
    read: () => ({ outputs, weights, biases }),
  };
};

/** The columns that occur, each once, and by place what its number among them is. A large study has many that do not. */
function renumber({ width, columns }: SparseRows): {
  readonly used: Uint32Array;
  readonly numbers: Uint32Array;
} {
  const places = new Int32Array(width).fill(-1);
  const used: number[] = [];
  const numbers = new Uint32Array(columns.length);
  for (let j = 0; j < columns.length; j += 1) {
    const column = columns[j] ?? 0;
    if (places[column] === -1) {
      places[column] = used.length;
      used.push(column);
    }
    numbers[j] = places[column] ?? 0;
  }
  return { used: Uint32Array.from(used), numbers };
}

/** The same in WebAssembly, in the room of all kernels: until it is read, no other kernel may run. Undefined where it cannot. */
export function learnInRoom(rows: SparseRows, outputs: number): LearningWeights | undefined {
  if (outputs === 0 || rows.columns.some((column) => column >= rows.width)) return undefined;
  const { used, numbers } = renumber(rows);
  const padded = padTo(outputs, 4);
  const { at, bytes } = planRoom({
    table: padded * 8 * (used.length + 1),
    starts: rows.rowStarts.length * 4,
    columns: numbers.length * 4,
    values: numbers.length * 8,
    scores: padded * 8,
    steps: padded * 8,
  });
  const room = borrowRoom(bytes);
  if (room === undefined) return undefined;
  const { buffer } = room.memory;
  const table = new Float64Array(buffer, at.table, padded * (used.length + 1)).fill(0);
  new Uint32Array(buffer, at.starts, rows.rowStarts.length).set(rows.rowStarts);
  new Uint32Array(buffer, at.columns, numbers.length).set(numbers);
  new Float64Array(buffer, at.values, numbers.length).set(rows.values);
  new Float64Array(buffer, at.steps, padded).fill(0);
  const scores = new Float64Array(buffer, at.scores, outputs);
  const places = [at.columns, at.values, at.table, padded * 8] as const;
  return {
    steps: new Float64Array(buffer, at.steps, outputs),
    score(row) {
      room.loops.score_sparse(1, at.starts + row * 4, ...places, at.scores);
      return scores;
    },
    add(row) {
      room.loops.add_sparse(at.starts + row * 4, ...places, at.steps);
    },
    read() {
      const weights = new Float64Array(rows.width * outputs);
      for (const [number, column] of used.entries()) {
        const from = padded * (number + 1);
        for (let k = 0; k < outputs; k += 1) weights[column * outputs + k] = table[from + k] ?? 0;
      }
      return { outputs, weights, biases: Float64Array.from(table.subarray(0, outputs)) };
    },
  };
}
