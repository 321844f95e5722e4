import { shareOut } from '../../text/learning/fit-naive-bayes.js';
import type { DenseRows, PooledModel } from '../../text/learning/fit-pooled.js';
import { scoreRows, UNKNOWN, YES } from '../../text/learning/lessons.js';
import { voteNeighbours } from '../../text/learning/vote-neighbours.js';
import type { SparseRows } from '../../text/sparse-rows.js';
import type { Models, Reading } from './fit-models.js';
import type { Ground } from './lay-ground.js';
import type { CodedDimension } from './read-dimensions.js';

/** What is known of a quote and a theme; the place of each in a row of features. */
export const FEATURES = {
  words: 0,
  /** Against the rival that the quote's words speak for most. */
  wordsLead: 1,
  pairs: 2,
  pairsLead: 3,
  joint: 4,
  jointLead: 5,
  /** ln of the theme's share of the quote. */
  bayes: 6,
  neighbours: 7,
  /** Log-odds that a coded quote has the theme. */
  prevalence: 8,
  keywords: 9,
  /** ln of 1 + the number of words. */
  length: 10,
} as const;

export const FEATURES_WIDTH = Object.keys(FEATURES).length;

/**
 * What the features are worth before there are decisions to learn it from: set by hand near what was learned on five
 * coded studies.
 */
export const USUAL_WORTH: PooledModel = {
  bias: -0.5,
  weights: Float64Array.of(0.2, 0.05, 0.4, 0.05, 0.7, 0.1, 0.1, 1.2, 0.9, 0.5, 0),
};

/** How much log-likelihoods of rows of length 1 are stretched, as in the fit. */
export const SHARPNESS = 4;
/** A share that rounds to nothing. */
const LEAST_SHARE = 1e-30;
const MOST_KEYWORDS = 3;
/** Quotes in which every theme is taken to be equally common, so that a theme nobody gave yet can come up. */
const PRIOR_QUOTES = 2;

/** The rival with the highest score, the first of equally high ones; undefined where there is none. */
function findBestRival(scores: Float64Array, rivals: readonly number[]): number | undefined {
  let best = rivals[0];
  for (const rival of rivals) if ((scores[rival] ?? 0) > (scores[best ?? rival] ?? 0)) best = rival;
  return best;
}

/** The `outputs` scores from `base` on. */
type ScoredRow = { readonly scores: Float64Array; readonly base: number; readonly outputs: number };

/** Place of the highest score but that at `except`, the first of equally high ones; −1 where there is none. */
export function findHighest({ scores, base, outputs }: ScoredRow, except: number): number {
  let highest = -1;
  for (let k = 0; k < outputs; k += 1) {
    if (k === except) continue;
    if (highest < 0 || (scores[base + k] ?? 0) > (scores[base + highest] ?? 0)) highest = k;
  }
  return highest;
}

/** Rows of scores, `outputs` wide, and where the lead of each goes in a row of features. */
type Leading = {
  readonly scores: Float64Array;
  readonly rivals: CodedDimension['rivals'];
  readonly own: number;
  readonly lead: number;
};

/** Writes the scores of one quote, and each one's lead over its best rival. */
function writeScores({ scores, rivals, own, lead }: Leading, i: number, values: Float32Array): void {
  const outputs = rivals.length;
  const base = i * outputs;
  const row = { scores, base, outputs };
  const first = findHighest(row, -1);
  const second = findHighest(row, first);
  for (let k = 0; k < outputs; k += 1) {
    const ofTheme = rivals[k] ?? [];
    let rival: number | undefined = k === first ? second : first;
    // Where every other theme is a rival, the best one is among the two highest.
    if (ofTheme.length < outputs - 1) rival = findBestRival(scores.subarray(base, base + outputs), ofTheme);
    const score = scores[base + k] ?? 0;
    const at = (base + k) * FEATURES_WIDTH;
    values[at + own] = score;
    values[at + lead] = score - (rival === undefined || rival < 0 ? 0 : (scores[base + rival] ?? 0));
  }
}

/**
 * By theme: the log-odds that a coded quote has it, also in a fold. Were a fold's own quotes left out, a theme would look
 * the rarer the more of them have it.
 */
export function measurePrevalence({ labels, themes, coded }: CodedDimension): Float64Array {
  const outputs = themes.length;
  return Float64Array.from(themes, (_, k) => {
    let given = PRIOR_QUOTES / (outputs + 1);
    let known = PRIOR_QUOTES;
    for (const row of coded) {
      const label = labels[row * outputs + k];
      if (label !== UNKNOWN) known += 1;
      if (label === YES) given += 1;
    }
    return Math.log(given / (known - given));
  });
}

/** The tables of the joint reading. */
export function listJointRows({ words, grams, pairs }: Ground): readonly SparseRows[] {
  return [words, grams.rows, pairs.rows];
}

/** By row of `rows`, then by output. */
function scoreReading({ models }: Reading, tables: readonly SparseRows[], rows: Uint32Array): Float64Array {
  const scores = new Float64Array(rows.length * (models[0]?.outputs ?? 0));
  for (const [i, table] of tables.entries()) {
    const model = models[i];
    if (model === undefined) continue;
    const own = scoreRows(model, table, rows);
    for (let at = 0; at < scores.length; at += 1) scores[at] = (scores[at] ?? 0) + (own[at] ?? 0);
  }
  return scores;
}

const NOBODY = new Uint32Array(0);

/** One row for each of the quotes at `rows` and each theme, theme by theme within a quote. */
export function listFeatures(
  ground: Ground,
  dimension: CodedDimension,
  {
    models,
    rows,
    prevalence = measurePrevalence(dimension),
  }: { readonly models: Models; readonly rows: Uint32Array; readonly prevalence?: Float64Array },
): DenseRows {
  const { themes, labels, rivals } = dimension;
  const outputs = themes.length;
  const words = scoreReading(models.words, [ground.words], rows);
  const pairs = scoreReading(models.pairs, [ground.pairs.rows], rows);
  const joint = scoreReading(models.joint, listJointRows(ground), rows);
  const bayes = scoreRows(models.bayes, ground.words, rows);
  const taught = ground.alone === true ? NOBODY : models.taught;
  const places = ground.company?.rows ?? ground.words;
  const votes = voteNeighbours(places, { taught, chosen: rows, labels }, outputs);
  const values = new Float32Array(rows.length * outputs * FEATURES_WIDTH);
  const readings: readonly Leading[] = [
    { scores: words, rivals, own: FEATURES.words, lead: FEATURES.wordsLead },
    { scores: pairs, rivals, own: FEATURES.pairs, lead: FEATURES.pairsLead },
    { scores: joint, rivals, own: FEATURES.joint, lead: FEATURES.jointLead },
  ];
  const { textStarts } = ground.counted;
  for (let i = 0; i < rows.length; i += 1) {
    for (const reading of readings) writeScores(reading, i, values);
    const row = rows[i] ?? 0;
    const hits = ground.keywordHits.get(row);
    const length = Math.log(1 + (textStarts[row + 1] ?? 0) - (textStarts[row] ?? 0));
    shareOut(bayes.subarray(i * outputs, (i + 1) * outputs), SHARPNESS, 1);
    for (let k = 0; k < outputs; k += 1) {
      const at = (i * outputs + k) * FEATURES_WIDTH;
      const held = hits === undefined ? 0 : (hits.get(themes[k]?.id ?? '')?.length ?? 0);
      values[at + FEATURES.bayes] = Math.log(Math.max(bayes[i * outputs + k] ?? 0, LEAST_SHARE));
      values[at + FEATURES.neighbours] = votes[i * outputs + k] ?? 0;
      values[at + FEATURES.prevalence] = prevalence[k] ?? 0;
      values[at + FEATURES.keywords] = Math.min(held, MOST_KEYWORDS);
      values[at + FEATURES.length] = length;
    }
  }
  return { width: FEATURES_WIDTH, values };
}
