import { fitLogistic, type LogisticFit } from '../../text/learning/fit-logistic.js';
import { fitNaiveBayes } from '../../text/learning/fit-naive-bayes.js';
import { centreModel, type Lessons, type LinearModel, NO, YES } from '../../text/learning/lessons.js';
import { rowAt, type SparseRows, type SparseVector, stackRows } from '../../text/sparse-rows.js';
import type { Ground } from './lay-ground.js';
import type { CodedDimension } from './read-dimensions.js';

/** What a theme's own text counts as, in quotes: as one, a rich codebook would be worth more alone than with quotes. */
const THEME_TEXT_IMPORTANCE = 10;
/** The more quotes a theme has, the more the models may follow them: `C` grows from 1 to 10, by quotes a theme. */
const QUOTES_PER_COST = 15;
const HIGHEST_COST = 10;
const SWEEPS = 10;
/** From where the fit to all quotes ended; what was left out is a small part. */
const RESUMED_SWEEPS = 4;
const BAYES = { smoothing: 0.1, sharpness: 4, rounds: 3, trust: 0.2 } as const;

/** Three readings of the same quotes: word by word, by runs of letters, and by which words go together. */
export type Models = {
  readonly words: LogisticFit;
  readonly grams: LogisticFit;
  readonly bayes: LinearModel;
  /** Rows of the quotes learned from. */
  readonly taught: Uint32Array;
};

export type Teaching = {
  readonly taught: Uint32Array;
  /** Rows of quotes of which nothing is known, to be read along. */
  readonly unlabelled: Uint32Array;
};

function listThemeRows(dimension: CodedDimension, vectors: readonly SparseVector[]): readonly number[] {
  return dimension.places.flatMap((place, k) => ((vectors[place]?.columns.length ?? 0) > 0 ? [k] : []));
}

/** The themes first, so that a row of `taught` keeps its place behind them. */
function gatherLessons(
  dimension: CodedDimension,
  taught: Uint32Array,
  { rows, themes }: { readonly rows: SparseRows; readonly themes: readonly SparseVector[] },
): Lessons {
  const outputs = dimension.themes.length;
  const speaking = listThemeRows(dimension, themes);
  const ofThemes = speaking.map((k) => themes[dimension.places[k] ?? 0] ?? rowAt(rows, -1));
  const ofQuotes = Array.from(taught, (row) => rowAt(rows, row));
  const labels = new Int8Array((speaking.length + taught.length) * outputs);
  for (const [row, k] of speaking.entries()) {
    labels.fill(NO, row * outputs, (row + 1) * outputs);
    for (const above of dimension.lineages[k] ?? []) labels[row * outputs + above] = YES;
  }
  for (const [i, row] of taught.entries()) {
    const ofQuote = dimension.labels.subarray(row * outputs, (row + 1) * outputs);
    labels.set(ofQuote, (speaking.length + i) * outputs);
  }
  const importance = new Float64Array(speaking.length + taught.length).fill(1);
  importance.fill(THEME_TEXT_IMPORTANCE, 0, speaking.length);
  return { rows: stackRows([...ofThemes, ...ofQuotes], rows.width), outputs, labels, importance };
}

function chooseCost({ labels, themes }: CodedDimension): number {
  const given = labels.reduce((sum, label) => sum + (label === YES ? 1 : 0), 0);
  return Math.min(Math.max(given / (themes.length * QUOTES_PER_COST), 1), HIGHEST_COST);
}

/** The logits of the rows that are left, in the order of the new lessons. */
function keepLogits(
  { logits }: LogisticFit,
  before: Uint32Array,
  { lessons, taught }: { readonly lessons: Lessons; readonly taught: Uint32Array },
): Float64Array {
  const { outputs, labels } = lessons;
  const kept = new Float64Array(labels.length);
  const ofThemes = labels.length - taught.length * outputs;
  kept.set(logits.subarray(0, ofThemes));
  const placeOf = new Map(Array.from(before, (row, place) => [row, place]));
  for (const [i, row] of taught.entries()) {
    const from = ofThemes + (placeOf.get(row) ?? 0) * outputs;
    kept.set(logits.subarray(from, from + outputs), ofThemes + i * outputs);
  }
  return kept;
}

/** Fits the models of one dimension. `resumed` are those fitted to more quotes, among which these are. */
export function fitModels(
  ground: Ground,
  dimension: CodedDimension,
  { taught, unlabelled, resumed }: Teaching & { readonly resumed?: Models },
): Models {
  const ofWords = gatherLessons(dimension, taught, { rows: ground.words, themes: ground.themeWords });
  const ofGrams = gatherLessons(dimension, taught, { rows: ground.grams.rows, themes: ground.themeGrams });
  const cost = chooseCost(dimension);
  const learn = (lessons: Lessons, before: LogisticFit | undefined): LogisticFit =>
    before === undefined || resumed === undefined
      ? fitLogistic(lessons, { cost, sweeps: SWEEPS })
      : fitLogistic(lessons, {
          cost,
          sweeps: RESUMED_SWEEPS,
          start: keepLogits(before, resumed.taught, { lessons, taught }),
        });
  const words = learn(ofWords, resumed?.words);
  const grams = learn(ofGrams, resumed?.grams);
  const bayes = fitNaiveBayes(ofWords, { rows: ground.words, chosen: unlabelled }, BAYES);
  return {
    words: { model: centreModel(words.model, ground.meanWords), logits: words.logits },
    grams: { model: centreModel(grams.model, ground.meanGrams), logits: grams.logits },
    bayes: centreModel(bayes, ground.meanWords),
    taught,
  };
}
