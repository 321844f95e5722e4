/** A table with every place filled, row by row. */
export type DenseRows = { readonly width: number; readonly values: Float64Array };

/** A linear score: `bias` plus the weighted sum of a row's columns. */
export type PooledModel = { readonly bias: number; readonly weights: Float64Array };

export type PooledSettings = {
  /** Where the weights stand as long as nothing speaks against it, in units of the columns as given. */
  readonly prior: PooledModel;
  /** How hard the prior holds against the rows, for columns of spread 1. */
  readonly hold: number;
};

const NEWTON_STEPS = 12;
const SETTLED = 1e-6;

type System = { readonly gradient: Float64Array; readonly curvature: Float64Array };

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
function measureSpread({ width, values }: DenseRows): Float64Array {
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

/** Gradient and curvature of the loss at a model, whose bias is the last place. */
function measureLoss(rows: DenseRows, labels: Uint8Array, model: PooledModel): System {
  const { width, values } = rows;
  const n = width + 1;
  const gradient = new Float64Array(n);
  const curvature = new Float64Array(n * n);
  const row = new Float64Array(n).fill(1);
  for (let i = 0; i < labels.length; i += 1) {
    const probability = 1 / (1 + Math.exp(-scorePooled(model, rows, i)));
    const error = probability - (labels[i] ?? 0);
    const bend = probability * (1 - probability);
    row.set(values.subarray(i * width, (i + 1) * width));
    for (let a = 0; a < n; a += 1) {
      gradient[a] = (gradient[a] ?? 0) + error * (row[a] ?? 0);
      const part = bend * (row[a] ?? 0);
      for (let b = 0; b <= a; b += 1)
        curvature[a * n + b] = (curvature[a * n + b] ?? 0) + part * (row[b] ?? 0);
    }
  }
  return { gradient, curvature };
}

/**
 * One logistic regression for all pairs of row and output together, drawn towards a prior: without rows it is the
 * prior, with many it is what they say. Newton's method.
 */
export function fitPooled(rows: DenseRows, labels: Uint8Array, { prior, hold }: PooledSettings): PooledModel {
  if (labels.length === 0) return prior;
  const { width } = rows;
  const n = width + 1;
  const target = Float64Array.of(...prior.weights, prior.bias);
  const holds = Float64Array.of(
    ...measureSpread(rows).map((spread) => hold * Math.max(spread, 1e-3)),
    hold * 0.1,
  );
  const place = target.slice();
  for (let step = 0; step < NEWTON_STEPS; step += 1) {
    const model = { bias: place[width] ?? 0, weights: place.subarray(0, width) };
    const { gradient, curvature } = measureLoss(rows, labels, model);
    for (let a = 0; a < n; a += 1) {
      gradient[a] = (gradient[a] ?? 0) + (holds[a] ?? 0) * ((place[a] ?? 0) - (target[a] ?? 0));
      curvature[a * n + a] = (curvature[a * n + a] ?? 0) + (holds[a] ?? 0);
    }
    const moves = solve({ gradient, curvature });
    for (let a = 0; a < n; a += 1) place[a] = (place[a] ?? 0) - (moves[a] ?? 0);
    if (moves.every((move) => Math.abs(move) < SETTLED)) break;
  }
  return { bias: place[width] ?? 0, weights: place.slice(0, width) };
}
