import { shareOut } from '../../text/learning/fit-naive-bayes.js';
import type { PooledModel } from '../../text/learning/fit-pooled.js';
import { addRowScores, type LinearModel } from '../../text/learning/lessons.js';
import { rowAt, type SparseRows } from '../../text/sparse-rows.js';
import type { Models, Reading } from './fit-models.js';
import type { Ground } from './lay-ground.js';
import { FEATURES, findBestRival, listJointRows, SHARPNESS } from './list-features.js';

export type WeighedPair = {
  readonly row: number;
  readonly theme: number;
  /** Of the theme. */
  readonly rivals: readonly number[];
};

/** Weights of one output, by column of a table, as differences that the joined score is made of. */
type Slope = (column: number) => number;

/** By term: what it adds to the log-odds. */
type Credit = Map<number, number>;

function addCredit(credit: Credit, term: number, weight: number): void {
  credit.set(term, (credit.get(term) ?? 0) + weight);
}

/** A score counts for itself and in its lead over the best rival: by table and column, what both make of one unit. */
function slopesOfReading(
  { models }: Reading,
  tables: readonly SparseRows[],
  { row, theme, rivals, own, lead }: WeighedPair & { readonly own: number; readonly lead: number },
): readonly Slope[] {
  const scores = new Float64Array(models[0]?.outputs ?? 0);
  for (const [i, { biases, weights }] of models.entries()) {
    for (let k = 0; k < scores.length; k += 1) scores[k] = (scores[k] ?? 0) + (biases[k] ?? 0);
    const rows = tables[i];
    if (rows !== undefined) addRowScores({ rows, row }, weights, scores);
  }
  const rival = findBestRival(scores, rivals);
  return models.map(({ weights, outputs }) => (column) => {
    const against = rival === undefined ? 0 : (weights[column * outputs + rival] ?? 0);
    return (own + lead) * (weights[column * outputs + theme] ?? 0) - lead * against;
  });
}

/** The slope of ln of a theme's share of a quote: what a unit says for the theme, less what it says for all as shared. */
function slopeOfShare(
  { weights, outputs, biases }: LinearModel,
  rows: SparseRows,
  { row, theme, worth }: WeighedPair & { readonly worth: number },
): Slope {
  const shares = biases.slice();
  addRowScores({ rows, row }, weights, shares);
  shareOut(shares, SHARPNESS, 1);
  return (column) => {
    let all = 0;
    for (let k = 0; k < outputs; k += 1) all += (shares[k] ?? 0) * (weights[column * outputs + k] ?? 0);
    return worth * SHARPNESS * ((weights[column * outputs + theme] ?? 0) - all);
  };
}

const NO_GRAMS = new Uint32Array(0);

/** What each occurrence of each gram of a quote adds, credited to the term of the word that it lies in. */
function creditGrams({ counted, grams }: Ground, row: number, slope: Slope, credit: Credit): void {
  const words = counted.wordForms.subarray(counted.textStarts[row], counted.textStarts[row + 1]);
  const { columns, values } = rowAt(grams.rows, row);
  const placeOf = new Map<number, number>();
  for (let j = 0; j < columns.length; j += 1) placeOf.set(columns[j] ?? 0, j);
  const places = Array.from(words, (form) =>
    (grams.formGrams[form] ?? NO_GRAMS).map((gram) => placeOf.get(gram) ?? columns.length),
  );
  const counts = new Uint32Array(columns.length);
  for (const ofWord of places)
    for (const j of ofWord) if (j < counts.length) counts[j] = (counts[j] ?? 0) + 1;
  const each = values.map((value, j) => (value * slope(columns[j] ?? 0)) / (counts[j] ?? 1));
  for (const [word, ofWord] of places.entries()) {
    const term = counted.formTerms[words[word] ?? 0] ?? 0;
    addCredit(
      credit,
      term,
      ofWord.reduce((sum, j) => sum + (each[j] ?? 0), 0),
    );
  }
}

/** Half of what a pair adds goes to each of its terms; all of it to the one that begins or ends the quote. */
function creditPairs({ counted, pairs }: Ground, row: number, slope: Slope, credit: Credit): void {
  const { columns, values } = rowAt(pairs.rows, row);
  for (const [j, column] of columns.entries()) {
    const members = pairs.members
      .subarray(column * 2, column * 2 + 2)
      .filter((term) => term < counted.terms.length);
    const weight = (values[j] ?? 0) * slope(column);
    for (const term of members) addCredit(credit, term, weight / members.length);
  }
}

const NONE: Slope = () => 0;

/**
 * By term of a quote: what it adds to the log-odds of a theme, in all models together. Letters count for the word that
 * they stand in. The models' biases, alike and nearby quotes, other themes and how common the theme is are no word's
 * doing.
 */
export function weighWords(
  ground: Ground,
  pair: WeighedPair,
  { models, worth: { weights } }: { readonly models: Models; readonly worth: PooledModel },
): ReadonlyMap<number, number> {
  const worthOf = (feature: keyof typeof FEATURES): number => weights[FEATURES[feature]] ?? 0;
  const leadOf = (own: keyof typeof FEATURES, lead: keyof typeof FEATURES) => ({
    ...pair,
    own: worthOf(own),
    lead: worthOf(lead),
  });
  const { row } = pair;
  const [ofWords = NONE] = slopesOfReading(models.words, [ground.words], leadOf('words', 'wordsLead'));
  const [ofPairs = NONE] = slopesOfReading(models.pairs, [ground.pairs.rows], leadOf('pairs', 'pairsLead'));
  const [jointWords = NONE, jointGrams = NONE, jointPairs = NONE] = slopesOfReading(
    models.joint,
    listJointRows(ground),
    leadOf('joint', 'jointLead'),
  );
  const byShare = slopeOfShare(models.bayes, ground.words, { ...pair, worth: worthOf('bayes') });
  const credit: Credit = new Map();
  const { columns, values } = rowAt(ground.words, row);
  for (const [j, term] of columns.entries()) {
    addCredit(credit, term, (values[j] ?? 0) * (ofWords(term) + jointWords(term) + byShare(term)));
  }
  creditGrams(ground, row, jointGrams, credit);
  creditPairs(ground, row, (column) => ofPairs(column) + jointPairs(column), credit);
  return credit;
}
