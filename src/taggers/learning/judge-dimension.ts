import { findCut } from '../../text/learning/find-cut.js';
import { findShift, fitOffsets } from '../../text/learning/fit-offsets.js';
import { type DenseRows, fitPooled, type PooledModel, scorePooled } from '../../text/learning/fit-pooled.js';
import { UNKNOWN, YES } from '../../text/learning/lessons.js';
import { fitModels, type Models } from './fit-models.js';
import type { Ground } from './lay-ground.js';
import { listFeatures, USUAL_WORTH } from './list-features.js';
import type { CodedDimension } from './read-dimensions.js';

const FOLDS = 5;
/** Fewer interviews are no sample of interviews: then quotes are held out one by one. */
const FEWEST_TRANSCRIPTS = 3;
/** More uncoded quotes than these teach nothing new, and cost time. */
const MOST_UNLABELLED = 1500;
/**
 * How hard the usual worth of the features holds against what the decisions say, for features of spread 1. Of 3 and 15,
 * 15 ranked better on two coded interview studies with three decisions a theme, and no worse with all of them.
 */
const HOLD = 15;
/** Precision of the pull that keeps a theme as common as its words say, in log-odds: some twenty uncertain quotes. */
const OFFSET_HOLD = 5;
/** Coded quotes from which on a share of them is an honest percentage. */
const CALIBRATED_FROM = 50;

/** Quotes, and models that have not been taught with them. */
export type Part = { readonly models: Models; readonly rows: Uint32Array; readonly features: DenseRows };

/** What was learned of a dimension, and what that makes of every quote. */
export type Judgement = {
  readonly dimension: CodedDimension;
  readonly parts: readonly Part[];
  readonly worth: PooledModel;
  /** By quote, then by theme: log-odds, from models that were not taught with the quote. */
  readonly scores: Float64Array;
  /** Probability from which on a theme is proposed. */
  readonly cut: number;
  /** Whether the log-odds were measured on enough quotes to be read as probabilities. */
  readonly calibrated: boolean;
};

/** 0 to 1. */
export function toProbability(score: number): number {
  return 1 / (1 + Math.exp(-score));
}

function takeEvenly(rows: Uint32Array, most: number): Uint32Array {
  if (rows.length <= most) return rows;
  return Uint32Array.from({ length: most }, (_, i) => rows[Math.floor((i * rows.length) / most)] ?? 0);
}

function joinRows(first: Uint32Array, second: Uint32Array): Uint32Array {
  const joined = new Uint32Array(first.length + second.length);
  joined.set(first);
  joined.set(second, first.length);
  return joined;
}

/** Coded rows in up to five folds; an interview lies in one of them, if there are enough interviews. */
function dealFolds(ground: Ground, coded: Uint32Array): readonly Uint32Array[] {
  const transcriptOf = (row: number): string => ground.quotes[row]?.transcriptId ?? '';
  const names = [...new Set(Array.from(coded, transcriptOf))].sort();
  const byTranscript = names.length >= FEWEST_TRANSCRIPTS;
  const numbers = new Map(names.map((name, number) => [name, number]));
  const folds: number[][] = Array.from(
    { length: Math.min(FOLDS, byTranscript ? names.length : coded.length) },
    () => [],
  );
  for (const [i, row] of coded.entries()) {
    const number = byTranscript ? (numbers.get(transcriptOf(row)) ?? 0) : i;
    folds[number % folds.length]?.push(row);
  }
  return folds.map((rows) => Uint32Array.from(rows));
}

function makePart(ground: Ground, dimension: CodedDimension, part: Omit<Part, 'features'>): Part {
  return { ...part, features: listFeatures(ground, dimension, part) };
}

/** The coded quotes fold by fold, then all others. */
function makeParts(ground: Ground, dimension: CodedDimension): readonly Part[] {
  const { coded, uncoded } = dimension;
  const unlabelled = takeEvenly(uncoded, MOST_UNLABELLED);
  const all = fitModels(ground, dimension, { taught: coded, unlabelled });
  const folds = dealFolds(ground, coded).map((rows) => {
    const held = new Set(rows);
    const taught = coded.filter((row) => !held.has(row));
    const read = takeEvenly(joinRows(unlabelled, rows), MOST_UNLABELLED);
    const models = fitModels(ground, dimension, { taught, unlabelled: read, resumed: all });
    return makePart(ground, dimension, { models, rows });
  });
  return [...folds, makePart(ground, dimension, { models: all, rows: uncoded })];
}

/** Labels of the rows of a part, 1 or 0; −1 where unknown. */
function listLabels({ labels, themes }: CodedDimension, rows: Uint32Array): Int8Array {
  const outputs = themes.length;
  return Int8Array.from({ length: rows.length * outputs }, (_, at) => {
    const label = labels[(rows[Math.floor(at / outputs)] ?? 0) * outputs + (at % outputs)] ?? UNKNOWN;
    if (label === UNKNOWN) return -1;
    return label === YES ? 1 : 0;
  });
}

/** Features and labels of all folds, one under the other. */
function joinParts(dimension: CodedDimension, folds: readonly Part[]) {
  const width = USUAL_WORTH.weights.length;
  const labels = folds.map(({ rows }) => listLabels(dimension, rows));
  const joined = new Int8Array(labels.reduce((sum, { length }) => sum + length, 0));
  const values = new Float64Array(joined.length * width);
  let start = 0;
  for (const [fold, { features }] of folds.entries()) {
    joined.set(labels[fold] ?? [], start);
    values.set(features.values, start * width);
    start += labels[fold]?.length ?? 0;
  }
  return { features: { width, values }, labels: joined };
}

/** By quote, then by theme: the log-odds that the parts make of it. */
function scoreParts(
  parts: readonly Part[],
  { worth, offsets }: { readonly worth: PooledModel; readonly offsets: Float64Array },
): Float64Array {
  const outputs = offsets.length;
  const quotes = parts.reduce((sum, { rows }) => sum + rows.length, 0);
  const scores = new Float64Array(quotes * outputs);
  for (const { rows, features } of parts) {
    for (const [i, row] of rows.entries()) {
      for (let k = 0; k < outputs; k += 1) {
        scores[row * outputs + k] = scorePooled(worth, features, i * outputs + k) + (offsets[k] ?? 0);
      }
    }
  }
  return scores;
}

/** As long as nobody decided anything, a quote is taken to have one theme or none. */
function shiftUndecided(scores: Float64Array, { coded, themes }: CodedDimension): Float64Array {
  if (coded.length > 0) return scores;
  const shift = findShift(scores, scores.length / (themes.length + 1));
  return scores.map((score) => score + shift);
}

/** Learns from what coders said in one dimension, and judges every quote by models that were not taught with it. */
export function judgeDimension(ground: Ground, dimension: CodedDimension): Judgement {
  const parts = makeParts(ground, dimension);
  const { features, labels } = joinParts(dimension, parts.slice(0, -1));
  const worth = fitPooled(features, labels, { prior: USUAL_WORTH, hold: HOLD });
  const held = Float64Array.from(labels, (_, at) => scorePooled(worth, features, at));
  const offsets = fitOffsets(held, labels, { outputs: dimension.themes.length, hold: OFFSET_HOLD });
  const scores = shiftUndecided(scoreParts(parts, { worth, offsets }), dimension);
  const cut = findCut(scores.map(toProbability));
  return {
    dimension,
    parts,
    worth,
    scores,
    cut,
    calibrated: dimension.coded.length >= CALIBRATED_FROM,
  };
}
