import { fitOffsets } from '../../text/learning/fit-offsets.js';
import { type DenseRows, fitPooled, type PooledModel, scorePooled } from '../../text/learning/fit-pooled.js';
import { UNKNOWN, YES } from '../../text/learning/lessons.js';
import type { Models } from './fit-models.js';
import { CONTEXT_WIDTH } from './list-context.js';
import { FEATURES_WIDTH, USUAL_WORTH } from './list-features.js';
import type { CodedDimension } from './read-dimensions.js';

/**
 * How hard the usual worth of the features holds against what the decisions say, for features of spread 1. Of 3, 15 and
 * 40, 15 was the best or near it on five coded studies.
 */
const HOLD = 15;
/** Precision of the pull that keeps a theme as common as its words say, in log-odds: some twenty uncertain quotes. */
const OFFSET_HOLD = 5;
/** What the context is worth before there are decisions to learn it from, in the order of `CONTEXT`. */
const USUAL_CONTEXT_WORTH = [0.4, -0.3, -0.3];

/** Quotes, and models that have not been taught with them. */
export type Part = { readonly models: Models; readonly rows: Uint32Array; readonly features: DenseRows };

/**
 * What features are worth, by theme what is added to that, and by quote, then by theme, the log-odds that both make.
 */
export type PartScores = {
  readonly worth: PooledModel;
  readonly offsets: Float64Array;
  readonly scores: Float64Array;
};

/** 0 to 1. */
export function toProbability(score: number): number {
  return 1 / (1 + Math.exp(-score));
}

/** The coded quotes: all parts but the last, which holds the others. */
function listFolds(parts: readonly Part[]): readonly Part[] {
  return parts.slice(0, -1);
}

/** Labels of all folds, one under the other: 1 or 0; −1 where unknown. */
function joinLabels({ labels, themes }: CodedDimension, folds: readonly Part[]): Int8Array {
  const outputs = themes.length;
  const toTarget = (label: number): number => (label === UNKNOWN ? -1 : Number(label === YES));
  const joined = new Int8Array(folds.reduce((sum, { rows }) => sum + rows.length, 0) * outputs);
  let at = 0;
  for (const { rows } of folds) {
    for (const row of rows) {
      for (let k = 0; k < outputs; k += 1) {
        joined[at] = toTarget(labels[row * outputs + k] ?? UNKNOWN);
        at += 1;
      }
    }
  }
  return joined;
}

/** Features of all folds, one under the other, each row followed by its context where there is one. */
function joinFeatures(folds: readonly Part[], outputs: number, context: Float32Array | undefined): DenseRows {
  const width = FEATURES_WIDTH + (context === undefined ? 0 : CONTEXT_WIDTH);
  const count = folds.reduce((sum, { rows }) => sum + rows.length, 0) * outputs;
  const values = new Float32Array(count * width);
  let at = 0;
  for (const { rows, features } of folds) {
    for (const [i, row] of rows.entries()) {
      for (let k = 0; k < outputs; k += 1) {
        const from = (i * outputs + k) * FEATURES_WIDTH;
        values.set(features.values.subarray(from, from + FEATURES_WIDTH), at);
        if (context !== undefined) {
          const own = (row * outputs + k) * CONTEXT_WIDTH;
          values.set(context.subarray(own, own + CONTEXT_WIDTH), at + FEATURES_WIDTH);
        }
        at += width;
      }
    }
  }
  return { width, values };
}

/** What the context of a pair adds to its log-odds. */
export function weighContext({ weights }: PooledModel, context: Float32Array, pair: number): number {
  let sum = 0;
  for (let c = 0; c < CONTEXT_WIDTH; c += 1) {
    sum += (weights[FEATURES_WIDTH + c] ?? 0) * (context[pair * CONTEXT_WIDTH + c] ?? 0);
  }
  return sum;
}

/** By quote, then by theme: the log-odds of the quotes of all parts, which are numbered from 0 without a gap. */
export function scoreAll(
  parts: readonly Part[],
  { bias, weights }: PooledModel,
  { offsets, context }: { readonly offsets: Float64Array; readonly context: Float32Array | undefined },
): Float64Array {
  const outputs = offsets.length;
  const scores = new Float64Array(parts.reduce((sum, { rows }) => sum + rows.length, 0) * outputs);
  const ofWords = { bias, weights: weights.subarray(0, FEATURES_WIDTH) };
  for (const { rows, features } of parts) {
    for (const [i, row] of rows.entries()) {
      for (let k = 0; k < outputs; k += 1) {
        const at = row * outputs + k;
        const around = context === undefined ? 0 : weighContext({ bias, weights }, context, at);
        scores[at] = scorePooled(ofWords, features, i * outputs + k) + around + (offsets[k] ?? 0);
      }
    }
  }
  return scores;
}

function scoreWith(
  dimension: CodedDimension,
  parts: readonly Part[],
  { prior, context }: { readonly prior: PooledModel; readonly context: Float32Array | undefined },
): PartScores {
  const outputs = dimension.themes.length;
  const folds = listFolds(parts);
  const features = joinFeatures(folds, outputs, context);
  const labels = joinLabels(dimension, folds);
  const worth = fitPooled(features, labels, { prior, hold: HOLD });
  const held = Float64Array.from(labels, (_, at) => scorePooled(worth, features, at));
  const offsets = fitOffsets(held, labels, { outputs, hold: OFFSET_HOLD });
  return { worth, offsets, scores: scoreAll(parts, worth, { offsets, context }) };
}

/** By what the words of each quote say, weighed on the folds. */
export function scoreFirst(dimension: CodedDimension, parts: readonly Part[]): PartScores {
  return scoreWith(dimension, parts, { prior: USUAL_WORTH, context: undefined });
}

/** By words and context together, starting from what the words alone are worth. */
export function scoreSecond(
  dimension: CodedDimension,
  parts: readonly Part[],
  { worth, context }: { readonly worth: PooledModel; readonly context: Float32Array },
): PartScores {
  const weights = Float64Array.of(...worth.weights, ...USUAL_CONTEXT_WORTH);
  return scoreWith(dimension, parts, { prior: { bias: worth.bias, weights }, context });
}
