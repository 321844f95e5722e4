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
export function findBestRival(scores: Float64Array, rivals: readonly number[]): number | undefined {
  let best = rivals[0];
  for (const rival of rivals) if ((scores[rival] ?? 0) > (scores[best ?? rival] ?? 0)) best = rival;
  return best;
}

function measureLead(scores: Float64Array, k: number, rivals: readonly number[]): number {
  const rival = findBestRival(scores, rivals);
  return (scores[k] ?? 0) - (rival === undefined ? 0 : (scores[rival] ?? 0));
}

/**
 * By theme: the log-odds that a coded quote has it, also in a fold. Were a fold's own quotes left out, a theme would look
 * the rarer the more of them have it.
 */
function measurePrevalence({ labels, themes, coded }: CodedDimension): Float64Array {
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

/** One row for each of the quotes at `rows` and each theme, theme by theme within a quote. */
export function listFeatures(
  ground: Ground,
  dimension: CodedDimension,
  { models, rows }: { readonly models: Models; readonly rows: Uint32Array },
): DenseRows {
  const { themes, labels, rivals } = dimension;
  const outputs = themes.length;
  const words = scoreReading(models.words, [ground.words], rows);
  const pairs = scoreReading(models.pairs, [ground.pairs.rows], rows);
  const joint = scoreReading(models.joint, listJointRows(ground), rows);
  const bayes = scoreRows(models.bayes, ground.words, rows);
  const votes = voteNeighbours(ground.words, { taught: models.taught, chosen: rows, labels }, outputs);
  const prevalence = measurePrevalence(dimension);
  const { textStarts } = ground.counted;
  const values = new Float32Array(rows.length * outputs * FEATURES_WIDTH);
  for (const [i, row] of rows.entries()) {
    const of = (scores: Float64Array) => scores.subarray(i * outputs, (i + 1) * outputs);
    const [ofWords, ofPairs, ofJoint, shares] = [of(words), of(pairs), of(joint), of(bayes)];
    shareOut(shares, SHARPNESS, 1);
    const hits = ground.keywordHits.get(row);
    const length = Math.log(1 + (textStarts[row + 1] ?? 0) - (textStarts[row] ?? 0));
    for (const [k, { id }] of themes.entries()) {
      const at = (i * outputs + k) * FEATURES_WIDTH;
      values[at + FEATURES.words] = ofWords[k] ?? 0;
      values[at + FEATURES.wordsLead] = measureLead(ofWords, k, rivals[k] ?? []);
      values[at + FEATURES.pairs] = ofPairs[k] ?? 0;
      values[at + FEATURES.pairsLead] = measureLead(ofPairs, k, rivals[k] ?? []);
      values[at + FEATURES.joint] = ofJoint[k] ?? 0;
      values[at + FEATURES.jointLead] = measureLead(ofJoint, k, rivals[k] ?? []);
      values[at + FEATURES.bayes] = Math.log(Math.max(shares[k] ?? 0, LEAST_SHARE));
      values[at + FEATURES.neighbours] = votes[i * outputs + k] ?? 0;
      values[at + FEATURES.prevalence] = prevalence[k] ?? 0;
      values[at + FEATURES.keywords] = Math.min(hits?.get(id)?.length ?? 0, MOST_KEYWORDS);
      values[at + FEATURES.length] = length;
    }
  }
  return { width: FEATURES_WIDTH, values };
}
