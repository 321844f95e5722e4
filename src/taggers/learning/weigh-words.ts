import { shareOut } from '../../text/learning/fit-naive-bayes.js';
import type { PooledModel } from '../../text/learning/fit-pooled.js';
import { addRowScores, type LinearModel } from '../../text/learning/lessons.js';
import { rowAt, type SparseRows } from '../../text/sparse-rows.js';
import type { Models } from './fit-models.js';
import type { Ground } from './lay-ground.js';
import { FEATURES, findBestRival, SHARPNESS } from './list-features.js';

export type WeighedPair = {
  readonly row: number;
  readonly theme: number;
  /** Of the theme. */
  readonly rivals: readonly number[];
};

type RowOfTable = WeighedPair & { readonly rows: SparseRows };

/** Weights of one output, by column of the table, as differences that the joined score is made of. */
type Slope = (column: number) => number;

function scoreRow(model: LinearModel, rows: SparseRows, row: number): Float64Array {
  const scores = model.biases.slice();
  addRowScores({ rows, row }, model.weights, scores);
  return scores;
}

/** A score counts for itself and in its lead over the best rival: by column, what both make of one unit. */
function slopeOfLead(
  model: LinearModel,
  { rows, row, theme, rivals }: RowOfTable,
  { own, lead }: { readonly own: number; readonly lead: number },
): Slope {
  const { weights, outputs } = model;
  const rival = findBestRival(scoreRow(model, rows, row), rivals);
  return (column) => {
    const against = rival === undefined ? 0 : (weights[column * outputs + rival] ?? 0);
    return (own + lead) * (weights[column * outputs + theme] ?? 0) - lead * against;
  };
}

/** The slope of ln of a theme's share of a quote: what a unit says for the theme, less what it says for all as shared. */
function slopeOfShare(model: LinearModel, { rows, row, theme }: RowOfTable, worth: number): Slope {
  const { weights, outputs } = model;
  const shares = scoreRow(model, rows, row);
  shareOut(shares, SHARPNESS, 1);
  return (column) => {
    let all = 0;
    for (let k = 0; k < outputs; k += 1) all += (shares[k] ?? 0) * (weights[column * outputs + k] ?? 0);
    return worth * SHARPNESS * ((weights[column * outputs + theme] ?? 0) - all);
  };
}

const NO_GRAMS = new Uint32Array(0);

/** What each occurrence of each gram of a quote adds, credited to the term of the word that it lies in. */
function creditGrams(ground: Ground, row: number, slope: Slope, credit: Map<number, number>): void {
  const { counted, grams } = ground;
  const words = counted.wordForms.subarray(counted.textStarts[row], counted.textStarts[row + 1]);
  const { columns, values } = rowAt(grams.rows, row);
  const placeOf = new Map<number, number>();
  for (let j = 0; j < columns.length; j += 1) placeOf.set(columns[j] ?? 0, j);
  const places = Array.from(
    words,
    (form) => grams.formGrams[form]?.map((gram) => placeOf.get(gram) ?? 0) ?? NO_GRAMS,
  );
  const counts = new Uint32Array(columns.length);
  for (const ofWord of places) for (const j of ofWord) counts[j] = (counts[j] ?? 0) + 1;
  const each = values.map((value, j) => (value * slope(columns[j] ?? 0)) / (counts[j] ?? 1));
  for (const [word, ofWord] of places.entries()) {
    const term = counted.formTerms[words[word] ?? 0] ?? 0;
    let sum = credit.get(term) ?? 0;
    for (const j of ofWord) sum += each[j] ?? 0;
    credit.set(term, sum);
  }
}

/**
 * By term of a quote: what it adds to the log-odds of a theme, in all models together. Letters count for the word that
 * they stand in. The models' biases, the quote's neighbours and how common the theme is are no word's doing.
 */
export function weighWords(
  ground: Ground,
  pair: WeighedPair,
  { models, worth: { weights } }: { readonly models: Models; readonly worth: PooledModel },
): ReadonlyMap<number, number> {
  const worthOf = (feature: keyof typeof FEATURES): number => weights[FEATURES[feature]] ?? 0;
  const { row } = pair;
  const ofWords = { ...pair, rows: ground.words };
  const lead = { own: worthOf('words'), lead: worthOf('wordsLead') };
  const bySlope = slopeOfLead(models.words.model, ofWords, lead);
  const byShare = slopeOfShare(models.bayes, ofWords, worthOf('bayes'));
  const credit = new Map<number, number>();
  const { columns, values } = rowAt(ground.words, row);
  for (const [j, term] of columns.entries()) {
    credit.set(term, (values[j] ?? 0) * (bySlope(term) + byShare(term)));
  }
  const gramLead = { own: worthOf('grams'), lead: worthOf('gramsLead') };
  const ofGrams = { ...pair, rows: ground.grams.rows };
  creditGrams(ground, row, slopeOfLead(models.grams.model, ofGrams, gramLead), credit);
  return credit;
}
