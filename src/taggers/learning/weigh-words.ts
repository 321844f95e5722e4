import type { PooledModel } from '../../text/learning/fit-pooled.js';
import type { LinearModel } from '../../text/learning/lessons.js';
import type { Ground } from './lay-ground.js';
import { FEATURES, FEATURES_WIDTH, SHARPNESS } from './list-features.js';
import type { Part } from './score-parts.js';

/** A quote and a theme. */
export type WeighedPair = {
  readonly row: number;
  /** Place of the quote among the rows of the part. */
  readonly at: number;
  readonly theme: number;
  /** Of the theme. */
  readonly rivals: readonly number[];
};

type Feature = keyof typeof FEATURES;

const NO_GRAMS = new Uint32Array(0);

/** By term: what it adds to the log-odds. */
type Credit = Map<number, number>;

function addCredit(credit: Credit, term: number, weight: number): void {
  credit.set(term, (credit.get(term) ?? 0) + weight);
}

/** What a reading's weights of one theme, and of its best rival, count for in the joined score. */
type Slope = {
  readonly theme: number;
  readonly rival: number;
  readonly own: number;
  readonly against: number;
};

/** The weights of one column as the joined score takes them. */
function readSlope({ weights, outputs }: LinearModel, column: number, slope: Slope): number {
  const base = column * outputs;
  return slope.own * (weights[base + slope.theme] ?? 0) - slope.against * (weights[base + slope.rival] ?? 0);
}

/** A part, and what its features are worth. */
export type Weighed = Part & { readonly worth: PooledModel };

/** A score counts for itself and in its lead over the best rival. */
function slopeOf(
  { features: { values }, worth: { weights }, models }: Weighed,
  { at, theme, rivals }: WeighedPair,
  [own, lead]: readonly [Feature, Feature],
): Slope {
  const base = at * models.bayes.outputs;
  const scoreOf = (k: number): number => values[(base + k) * FEATURES_WIDTH + FEATURES[own]] ?? 0;
  let rival = rivals[0] ?? -1;
  for (const other of rivals) if (scoreOf(other) > scoreOf(rival)) rival = other;
  const ofLead = weights[FEATURES[lead]] ?? 0;
  const against = rival < 0 ? 0 : ofLead;
  return { theme, rival: Math.max(rival, 0), own: (weights[FEATURES[own]] ?? 0) + ofLead, against };
}

/** Writes each theme's share of a quote, as the features tell it. */
function readShares({ features: { values }, models }: Weighed, at: number, shares: Float64Array): void {
  const base = at * models.bayes.outputs;
  for (let k = 0; k < shares.length; k += 1) {
    shares[k] = Math.exp(values[(base + k) * FEATURES_WIDTH + FEATURES.bayes] ?? 0);
  }
}

/** What a word says by naive Bayes for all themes together, as the quote is shared out among them. */
function weighShares({ weights, outputs }: LinearModel, column: number, shares: Float64Array): number {
  const base = column * outputs;
  let all = 0;
  for (let k = 0; k < outputs; k += 1) all += (shares[k] ?? 0) * (weights[base + k] ?? 0);
  return all;
}

/**
 * Finds by word of a quote, in the order of its row: what naive Bayes makes of it for all themes together. It is the same
 * for every theme, so it is kept until another quote is asked for.
 */
function createShareReader({ words }: Ground, weighed: Weighed): (pair: WeighedPair) => Float64Array {
  const { bayes } = weighed.models;
  const shares = new Float64Array(bayes.outputs);
  let known = { row: -1, at: -1 };
  let sums = new Float64Array(0);
  return ({ row, at }) => {
    if (row === known.row && at === known.at) return sums;
    known = { row, at };
    readShares(weighed, at, shares);
    const from = words.rowStarts[row] ?? 0;
    sums = new Float64Array((words.rowStarts[row + 1] ?? from) - from);
    for (let j = 0; j < sums.length; j += 1)
      sums[j] = weighShares(bayes, words.columns[from + j] ?? 0, shares);
    return sums;
  };
}

/** By gram of some row, 0 but while a quote is weighed: how often the quote holds it, and what each time adds. */
type Scratch = { readonly counts: Float64Array; readonly adds: Float64Array };

/** What is weighed in a quote, and where that is added up. */
type Sum = { readonly row: number; readonly slope: Slope; readonly credit: Credit };

/** What each occurrence of each gram of a quote adds, credited to the term of the word that it lies in. */
function creditGrams(
  { counted, grams: { rows, formGrams } }: Ground,
  { model, counts, adds }: Scratch & { readonly model: LinearModel },
  { row, slope, credit }: Sum,
): void {
  const words = counted.wordForms.subarray(counted.textStarts[row], counted.textStarts[row + 1]);
  for (const form of words) {
    const held = formGrams[form] ?? NO_GRAMS;
    for (let g = 0; g < held.length; g += 1) counts[held[g] ?? 0] = (counts[held[g] ?? 0] ?? 0) + 1;
  }
  for (let j = rows.rowStarts[row] ?? 0; j < (rows.rowStarts[row + 1] ?? 0); j += 1) {
    const gram = rows.columns[j] ?? 0;
    adds[gram] = ((rows.values[j] ?? 0) * readSlope(model, gram, slope)) / (counts[gram] ?? 1);
  }
  for (const form of words) {
    const held = formGrams[form] ?? NO_GRAMS;
    let sum = 0;
    for (let g = 0; g < held.length; g += 1) sum += adds[held[g] ?? 0] ?? 0;
    addCredit(credit, counted.formTerms[form] ?? 0, sum);
  }
  // Grams of no row keep their counts, which nothing reads.
  for (let j = rows.rowStarts[row] ?? 0; j < (rows.rowStarts[row + 1] ?? 0); j += 1) {
    counts[rows.columns[j] ?? 0] = 0;
    adds[rows.columns[j] ?? 0] = 0;
  }
}

/** Half of what a pair adds goes to each of its terms; all of it to the one that begins or ends the quote. */
function creditPairs(
  { counted, pairs: { rows, members } }: Ground,
  {
    model,
    ofJoint,
    joint,
  }: { readonly model: LinearModel; readonly ofJoint: LinearModel; readonly joint: Slope },
  { row, slope, credit }: Sum,
): void {
  const edge = counted.terms.length;
  for (let j = rows.rowStarts[row] ?? 0; j < (rows.rowStarts[row + 1] ?? 0); j += 1) {
    const column = rows.columns[j] ?? 0;
    const said = readSlope(model, column, slope) + readSlope(ofJoint, column, joint);
    const weight = (rows.values[j] ?? 0) * said;
    const first = members[2 * column] ?? edge;
    const second = members[2 * column + 1] ?? edge;
    const each = first < edge && second < edge ? weight / 2 : weight;
    if (first < edge) addCredit(credit, first, each);
    if (second < edge) addCredit(credit, second, each);
  }
}

/**
 * Finds, again and again, by term of a quote: what it adds to the log-odds of a theme, in all models together. Letters
 * count for the word that they stand in. The models' biases, alike and nearby quotes, other themes and how common the
 * theme is are no word's doing.
 */
export function createWordWeigher(
  ground: Ground,
  weighed: Weighed,
): (pair: WeighedPair) => ReadonlyMap<number, number> {
  const { words, pairs, joint, bayes } = weighed.models;
  const [ofWords, ofPairs] = [words.models[0] ?? bayes, pairs.models[0] ?? bayes];
  const [jointWords = bayes, jointGrams = bayes, jointPairs = bayes] = joint.models;
  const { width } = ground.grams.rows;
  const scratch = { model: jointGrams, counts: new Float64Array(width), adds: new Float64Array(width) };
  const readAll = createShareReader(ground, weighed);
  const ofShare = SHARPNESS * (weighed.worth.weights[FEATURES.bayes] ?? 0);
  return (pair) => {
    const { row, theme } = pair;
    const byWords = slopeOf(weighed, pair, ['words', 'wordsLead']);
    const byPairs = slopeOf(weighed, pair, ['pairs', 'pairsLead']);
    const byJoint = slopeOf(weighed, pair, ['joint', 'jointLead']);
    const all = readAll(pair);
    const credit: Credit = new Map();
    const { rowStarts, columns, values } = ground.words;
    const from = rowStarts[row] ?? 0;
    for (let j = from; j < (rowStarts[row + 1] ?? 0); j += 1) {
      const term = columns[j] ?? 0;
      const said = readSlope(ofWords, term, byWords) + readSlope(jointWords, term, byJoint);
      const ofTheme = bayes.weights[term * bayes.outputs + theme] ?? 0;
      const shared = ofShare * (ofTheme - (all[j - from] ?? 0));
      addCredit(credit, term, (values[j] ?? 0) * (said + shared));
    }
    creditGrams(ground, scratch, { row, slope: byJoint, credit });
    creditPairs(
      ground,
      { model: ofPairs, ofJoint: jointPairs, joint: byJoint },
      { row, slope: byPairs, credit },
    );
    return credit;
  };
}
