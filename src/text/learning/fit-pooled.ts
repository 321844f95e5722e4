/** A table with every place filled, row by row. */
export type DenseRows = { readonly width: number; readonly values: Float64Array | Float32Array };

/** A linear score: `bias` plus the weighted sum of a row's columns. */
export type PooledModel = { readonly bias: number; readonly weights: Float64Array };

export type PooledSettings = {
  /** Where the weights stand as long as nothing speaks against it, in units of the columns as given. */
  readonly prior: PooledModel;
  /** How hard the prior holds against the rows, for columns of spread 1. */
  readonly hold: number;
};

const NEWTON_STEPS = 12;
const SETTLED = 1e-4;
const MOST_HALVINGS = 20;
/** A column that hardly varies keeps to its prior. */
const LEAST_VARIANCE = 1e-3;
/** The bias is freer than a weight: how common a yes is differs from study to study. */
const BIAS_HOLD = 0.1;

type System = { readonly gradient: Float64Array; readonly curvature: Float64Array };

/** The loss at a place, and where it bends; the bias is the last column. */
type Loss = System & { readonly loss: number };

type Problem = {
  readonly rows: DenseRows;
  readonly labels: Int8Array;
  /** Where the prior stands, and how hard it holds there. */
  readonly target: Float64Array;
  readonly holds: Float64Array;
};

/** Solves a symmetric positive definite system by Cholesky, in place of `curvature`. */
function solve({ gradient, curvature }: System): Float64Array {
  const n = gradient.length;
  const at = (row: number, column: number): number => curvature[row * n + column] ?? 0;
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let sum = at(i, j);
      for (let k = 0; k < j; k += 1) sum -= at(i, k) * at(j, k);
      curvature[i * n + j] = i === j ? Math.sqrt(sum) : sum / at(j, j);
    }
  }
  const solution = gradient.slice();
  for (let i = 0; i < n; i += 1) {
    for (let k = 0; k < i; k += 1) solution[i] = (solution[i] ?? 0) - at(i, k) * (solution[k] ?? 0);
    solution[i] = (solution[i] ?? 0) / at(i, i);
  }
  for (let i = n - 1; i >= 0; i -= 1) {
    for (let k = i + 1; k < n; k += 1) solution[i] = (solution[i] ?? 0) - at(k, i) * (solution[k] ?? 0);
    solution[i] = (solution[i] ?? 0) / at(i, i);
  }
  return solution;
}

/** By column: its variance, 0 where it is always the same. */
function measureVariances({ width, values }: DenseRows): Float64Array {
  const count = Math.max(values.length / width, 1);
  const means = new Float64Array(width);
  const squares = new Float64Array(width);
  for (let at = 0; at < values.length; at += 1) {
    const column = at % width;
    means[column] = (means[column] ?? 0) + (values[at] ?? 0) / count;
  }
  for (let at = 0; at < values.length; at += 1) {
    const column = at % width;
    squares[column] = (squares[column] ?? 0) + ((values[at] ?? 0) - (means[column] ?? 0)) ** 2 / count;
  }
  return squares;
}

/** The score of row `row`: log-odds. */
export function scorePooled(
  { bias, weights }: PooledModel,
  { width, values }: DenseRows,
  row: number,
): number {
  let score = bias;
  for (let c = 0; c < width; c += 1) score += (weights[c] ?? 0) * (values[row * width + c] ?? 0);
  return score;
}

function measureLoss({ rows, labels, target, holds }: Problem, place: Float64Array): Loss {
  const { width, values } = rows;
  const n = width + 1;
  const model = readModel(place);
  const gradient = new Float64Array(n);
  const curvature = new Float64Array(n * n);
  const row = new Float64Array(n).fill(1);
  let loss = 0;
  for (let i = 0; i < labels.length; i += 1) {
    const label = labels[i] ?? -1;
    if (label < 0) continue;
    const score = scorePooled(model, rows, i);
    const probability = 1 / (1 + Math.exp(-score));
    // ln(1 + e^score) without overflow.
    loss += Math.max(score, 0) + Math.log1p(Math.exp(-Math.abs(score))) - label * score;
    for (let a = 0; a < width; a += 1) row[a] = values[i * width + a] ?? 0;
    const bend = probability * (1 - probability);
    for (let a = 0; a < n; a += 1) {
      gradient[a] = (gradient[a] ?? 0) + (probability - label) * (row[a] ?? 0);
      const part = bend * (row[a] ?? 0);
      for (let b = 0; b <= a; b += 1)
        curvature[a * n + b] = (curvature[a * n + b] ?? 0) + part * (row[b] ?? 0);
    }
  }
  for (let a = 0; a < n; a += 1) {
    const away = (place[a] ?? 0) - (target[a] ?? 0);
    const hold = holds[a] ?? 0;
    loss += (hold * away * away) / 2;
    gradient[a] = (gradient[a] ?? 0) + hold * away;
    curvature[a * n + a] = (curvature[a * n + a] ?? 0) + hold;
  }
  return { loss, gradient, curvature };
}

function readModel(place: Float64Array): PooledModel {
  return { bias: place.at(-1) ?? 0, weights: place.subarray(0, -1) };
}

/** The next place by Newton's method, the step halved until the loss does not grow; undefined where none is better. */
function takeStep(
  problem: Problem,
  place: Float64Array,
  at: Loss,
): readonly [Float64Array, Loss] | undefined {
  const moves = solve(at);
  for (let halving = 0, share = 1; halving < MOST_HALVINGS; halving += 1, share /= 2) {
    const next = place.map((value, a) => value - share * (moves[a] ?? 0));
    const loss = measureLoss(problem, next);
    if (loss.loss < at.loss) return [next, loss];
  }
  return undefined;
}

/**
 * One logistic regression for all pairs of row and output together, drawn towards a prior: without rows it is the
 * prior, with many it is what they say. `labels` by row: 1, 0, or below 0 where unknown. Newton's method.
 */
export function fitPooled(rows: DenseRows, labels: Int8Array, { prior, hold }: PooledSettings): PooledModel {
  if (labels.length === 0) return prior;
  const holds = Float64Array.of(
    ...measureVariances(rows).map((variance) => hold * Math.max(variance, LEAST_VARIANCE)),
    hold * BIAS_HOLD,
  );
  const problem = { rows, labels, target: Float64Array.of(...prior.weights, prior.bias), holds };
  let place: Float64Array = problem.target;
  let loss = measureLoss(problem, place);
  for (let step = 0; step < NEWTON_STEPS; step += 1) {
    const next = takeStep(problem, place, loss);
    if (next === undefined) break;
    const gained = loss.loss - next[1].loss;
    [place, loss] = next;
    if (gained < SETTLED) break;
  }
  return readModel(place);
}
