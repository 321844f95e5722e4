import { scoreInRoom } from '../kernels/score-rows.js';
import type { SparseRows } from '../sparse-rows.js';

/** What a row teaches about an output. */
export const YES = 1;
export const NO = -1;
export const UNKNOWN = 0;

/** Rows to learn from. Outputs are learned one against the rest: a row may have several, or none. */
export type Lessons = {
  readonly rows: SparseRows;
  readonly outputs: number;
  /** By row, then by output: `YES`, `NO` or `UNKNOWN`. */
  readonly labels: Int8Array;
  /** By row: as how many rows it counts. */
  readonly importance: Float64Array;
};

/** One linear score for each output: `biases[k]` and, by column and then by output, `weights`. */
export type LinearModel = {
  readonly outputs: number;
  readonly weights: Float64Array;
  readonly biases: Float64Array;
};

/** Adds to `into`, one place an output, what a row makes of the weights. */
export function addRowScores(
  { rows, row }: { readonly rows: SparseRows; readonly row: number },
  weights: Float64Array,
  into: Float64Array,
): void {
  const outputs = into.length;
  const { rowStarts, columns, values } = rows;
  const end = rowStarts[row + 1] ?? 0;
  for (let j = rowStarts[row] ?? 0; j < end; j += 1) {
    const value = values[j] ?? 0;
    const base = (columns[j] ?? 0) * outputs;
    for (let k = 0; k < outputs; k += 1) into[k] = (into[k] ?? 0) + value * (weights[base + k] ?? 0);
  }
}

/** The measure of what `scoreRows` gives, and its way where WebAssembly does not pay. */
export function scoreRowsPlainly(model: LinearModel, rows: SparseRows, chosen: Uint32Array): Float64Array {
  const { outputs, weights, biases } = model;
  const scores = new Float64Array(chosen.length * outputs);
  for (let i = 0; i < chosen.length; i += 1) {
    const into = scores.subarray(i * outputs, (i + 1) * outputs);
    into.set(biases);
    addRowScores({ rows, row: chosen[i] ?? 0 }, weights, into);
  }
  return scores;
}

/** By row of `chosen`, then by output: the scores of a linear model. */
export function scoreRows(model: LinearModel, rows: SparseRows, chosen: Uint32Array): Float64Array {
  return scoreInRoom(model, rows, chosen) ?? scoreRowsPlainly(model, rows, chosen);
}

/** By column: the mean of all rows. */
export function averageRows({ width, rowStarts, columns, values }: SparseRows): Float64Array {
  const means = new Float64Array(width);
  const count = Math.max(rowStarts.length - 1, 1);
  for (let j = 0; j < columns.length; j += 1) {
    const column = columns[j] ?? 0;
    means[column] = (means[column] ?? 0) + (values[j] ?? 0) / count;
  }
  return means;
}

/** The model whose scores of the given mean row are 0: how much more than the average row a row speaks for an output. */
export function centreModel({ outputs, weights }: LinearModel, mean: Float64Array): LinearModel {
  const biases = new Float64Array(outputs);
  for (let column = 0; column * outputs < weights.length; column += 1) {
    const share = mean[column] ?? 0;
    const base = column * outputs;
    for (let k = 0; k < outputs; k += 1) biases[k] = (biases[k] ?? 0) - (weights[base + k] ?? 0) * share;
  }
  return { outputs, weights, biases };
}
