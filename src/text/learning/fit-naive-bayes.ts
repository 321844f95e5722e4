import { countRows, type SparseRows } from '../sparse-rows.js';
import { addRowScores, type Lessons, type LinearModel, YES } from './lessons.js';

export type NaiveBayesSettings = {
  /** Added to every term of every output. */
  readonly smoothing: number;
  /** How much the log-likelihoods are stretched before they are compared: rows have length 1, texts do not. */
  readonly sharpness: number;
  /** How often the unlabelled rows are read anew. */
  readonly rounds: number;
  /** As how many labelled rows an unlabelled one counts. */
  readonly trust: number;
};

/** Adds a row's values to the sums of each output, `shares[k]` times. */
function addShares(
  { rows, row }: { readonly rows: SparseRows; readonly row: number },
  shares: Float64Array,
  sums: Float64Array,
): void {
  const outputs = shares.length;
  for (let j = rows.rowStarts[row] ?? 0; j < (rows.rowStarts[row + 1] ?? 0); j += 1) {
    const value = rows.values[j] ?? 0;
    const base = (rows.columns[j] ?? 0) * outputs;
    for (let k = 0; k < outputs; k += 1) sums[base + k] = (sums[base + k] ?? 0) + value * (shares[k] ?? 0);
  }
}

function sumLessons({ rows, outputs, labels, importance }: Lessons): Float64Array {
  const sums = new Float64Array(rows.width * outputs);
  const shares = new Float64Array(outputs);
  for (let row = 0; row < countRows(rows); row += 1) {
    for (let k = 0; k < outputs; k += 1) {
      shares[k] = labels[row * outputs + k] === YES ? (importance[row] ?? 0) : 0;
    }
    addShares({ rows, row }, shares, sums);
  }
  return sums;
}

/** Writes ln of each term's share of its output. */
function writeLogs(sums: Float64Array, { outputs, weights }: LinearModel, smoothing: number): void {
  const totals = new Float64Array(outputs).fill((smoothing * sums.length) / outputs);
  for (let base = 0; base < sums.length; base += outputs) {
    for (let k = 0; k < outputs; k += 1) totals[k] = (totals[k] ?? 0) + (sums[base + k] ?? 0);
  }
  const logTotals = totals.map((total) => Math.log(total));
  const none = Math.log(smoothing);
  for (let base = 0; base < sums.length; base += outputs) {
    for (let k = 0; k < outputs; k += 1) {
      const sum = sums[base + k] ?? 0;
      weights[base + k] = (sum === 0 ? none : Math.log(sum + smoothing)) - (logTotals[k] ?? 0);
    }
  }
}

/** In place: e to the power of `sharpness` times each score, scaled to sum to `total`. */
export function shareOut(scores: Float64Array, sharpness: number, total: number): void {
  let highest = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < scores.length; k += 1) highest = Math.max(highest, scores[k] ?? 0);
  let sum = 0;
  for (let k = 0; k < scores.length; k += 1) {
    const share = Math.exp(sharpness * ((scores[k] ?? 0) - highest));
    scores[k] = share;
    sum += share;
  }
  for (let k = 0; k < scores.length; k += 1) scores[k] = ((scores[k] ?? 0) * total) / sum;
}

/**
 * Multinomial naive Bayes over the outputs, helped by rows that nobody labelled (EM, Nigam et al. 2000): each is shared
 * out among the outputs that it looks like, and counts a little for them. Scores are log-likelihoods.
 */
export function fitNaiveBayes(
  lessons: Lessons,
  unlabelled: { readonly rows: SparseRows; readonly chosen: Uint32Array },
  { smoothing, sharpness, rounds, trust }: NaiveBayesSettings,
): LinearModel {
  const { outputs } = lessons;
  const known = sumLessons(lessons);
  const weights = new Float64Array(known.length);
  const model = { outputs, weights, biases: new Float64Array(outputs) };
  writeLogs(known, model, smoothing);
  if (unlabelled.chosen.length === 0) return model;
  const shares = new Float64Array(outputs);
  const sums = new Float64Array(known.length);
  for (let round = 0; round < rounds; round += 1) {
    sums.set(known);
    for (const row of unlabelled.chosen) {
      shares.fill(0);
      addRowScores({ rows: unlabelled.rows, row }, model.weights, shares);
      shareOut(shares, sharpness, trust);
      addShares({ rows: unlabelled.rows, row }, shares, sums);
    }
    writeLogs(sums, model, smoothing);
  }
  return model;
}
