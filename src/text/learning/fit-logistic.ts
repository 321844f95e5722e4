import { type HoldWeights, type LearningWeights, learnInRoom, learnPlainly } from '../kernels/learn-rows.js';
import { countRows } from '../sparse-rows.js';
import { type Lessons, type LinearModel, UNKNOWN, YES } from './lessons.js';

export type LogisticSettings = {
  /** What a misjudged row costs against the length of the weights: scikit-learn's `C`. */
  readonly cost: number;
  /** How often every row is visited. */
  readonly sweeps: number;
  /** By row and output, the logits that an earlier fit ended with: a start near the end needs few sweeps. */
  readonly start?: Float64Array;
};

/** A fitted model, and the logits of its dual variables, by row and output. */
export type LogisticFit = { readonly model: LinearModel; readonly logits: Float64Array };

/** Newton steps for one dual variable; later sweeps come back to it. */
const STEPS = 4;
/** A step this small, in logits, changes nothing that a later sweep does not. */
const SMALL_STEP = 0.01;
/** Prime: visiting every `STRIDE`-th row is an order that has nothing to do with the order of the rows. */
const STRIDE = 7919;

function logistic(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

/** By output and label, positive then negative: cost × rows ÷ (2 × rows so labelled), so that both labels weigh alike. */
function balanceCosts({ labels, importance, outputs }: Lessons, cost: number): Float64Array {
  const sums = new Float64Array(outputs * 2);
  for (let at = 0; at < labels.length; at += 1) {
    const label = labels[at] ?? UNKNOWN;
    if (label === UNKNOWN) continue;
    const place = (at % outputs) * 2 + (label === YES ? 0 : 1);
    sums[place] = (sums[place] ?? 0) + (importance[Math.floor(at / outputs)] ?? 0);
  }
  return sums.map((sum, place) => {
    const other = sums[place ^ 1] ?? 0;
    // An output with rows of one label only has nothing to balance.
    return sum === 0 || other === 0 ? 0 : (cost * (sum + other)) / (2 * sum);
  });
}

/**
 * The logit `s` of one dual variable, where `s + margin + pull · logistic(s) = 0`: a strictly rising function, solved by
 * Newton's method kept inside the interval that holds its root.
 */
function solveLogit(start: number, margin: number, pull: number): number {
  let low = -margin - pull;
  let high = -margin;
  let logit = Math.min(Math.max(start, low), high);
  for (let step = 0; step < STEPS; step += 1) {
    const share = logistic(logit);
    const excess = logit + margin + pull * share;
    if (excess > 0) high = logit;
    else low = logit;
    let next = logit - excess / (1 + pull * share * (1 - share));
    if (next <= low || next >= high) next = (low + high) / 2;
    const moved = Math.abs(next - logit);
    logit = next;
    if (moved < SMALL_STEP) break;
  }
  return logit;
}

type Descent = {
  readonly lessons: Lessons;
  readonly costs: Float64Array;
  /** By row: the square of its length, the bias counted as a column of ones. */
  readonly squares: Float64Array;
  readonly weights: LearningWeights;
  readonly duals: Float64Array;
  readonly logits: Float64Array;
};

function squareRows({ rows }: Lessons): Float64Array {
  return Float64Array.from({ length: countRows(rows) }, (_, row) => {
    let square = 1;
    for (let j = rows.rowStarts[row] ?? 0; j < (rows.rowStarts[row + 1] ?? 0); j += 1) {
      square += (rows.values[j] ?? 0) ** 2;
    }
    return square;
  });
}

function costAt({ lessons, costs }: Descent, row: number, output: number): number {
  const label = lessons.labels[row * lessons.outputs + output] ?? UNKNOWN;
  if (label === UNKNOWN) return 0;
  return (lessons.importance[row] ?? 0) * (costs[output * 2 + (label === YES ? 0 : 1)] ?? 0);
}

/** The weights that belong to the logits of an earlier fit. */
function resume(descent: Descent): void {
  const { lessons, duals, logits, weights } = descent;
  const { steps } = weights;
  for (let row = 0; row < countRows(lessons.rows); row += 1) {
    for (let k = 0; k < lessons.outputs; k += 1) {
      const at = row * lessons.outputs + k;
      duals[at] = costAt(descent, row, k) * logistic(logits[at] ?? 0);
      steps[k] = (duals[at] ?? 0) * (lessons.labels[at] ?? UNKNOWN);
    }
    weights.add(row);
  }
}

function visitRow(descent: Descent, row: number): void {
  const { lessons, squares, weights, duals, logits } = descent;
  const { steps } = weights;
  const scores = weights.score(row);
  const square = squares[row] ?? 1;
  for (let k = 0; k < lessons.outputs; k += 1) {
    const at = row * lessons.outputs + k;
    const label = lessons.labels[at] ?? UNKNOWN;
    const cost = costAt(descent, row, k);
    const dual = duals[at] ?? 0;
    steps[k] = 0;
    if (cost === 0) continue;
    const logit = solveLogit(logits[at] ?? 0, label * (scores[k] ?? 0) - square * dual, square * cost);
    const next = cost * logistic(logit);
    logits[at] = logit;
    duals[at] = next;
    steps[k] = label * (next - dual);
  }
  weights.add(row);
}

/**
 * Logistic regression, one output against the rest, with L2 penalty and both labels weighing alike, by dual coordinate
 * descent (Yu, Huang and Lin 2011), all outputs in one pass over the rows. The bias is penalised like a weight. An
 * output that lacks either label scores 0 everywhere. Visits rows in a fixed order: the same rows give the same bytes,
 * whichever loops hold the weights.
 */
export function fitLogistic(
  lessons: Lessons,
  { cost, sweeps, start }: LogisticSettings,
  hold: HoldWeights = (rows, outputs) => learnInRoom(rows, outputs) ?? learnPlainly(rows, outputs),
): LogisticFit {
  const { rows, outputs, labels } = lessons;
  const count = countRows(rows);
  const descent: Descent = {
    lessons,
    costs: balanceCosts(lessons, cost),
    squares: squareRows(lessons),
    weights: hold(rows, outputs),
    duals: new Float64Array(labels.length),
    logits: start?.slice() ?? new Float64Array(labels.length),
  };
  if (start !== undefined) resume(descent);
  const stride = count % STRIDE === 0 ? 1 : STRIDE;
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    for (let visit = 0; visit < count; visit += 1) {
      visitRow(descent, (visit * stride + sweep) % count);
    }
  }
  return { model: descent.weights.read(), logits: descent.logits };
}
