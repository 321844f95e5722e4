import { fitLogistic, type LogisticFit } from '../../text/learning/fit-logistic.js';
import { fitNaiveBayes } from '../../text/learning/fit-naive-bayes.js';
import { joinVectors, splitModel } from '../../text/learning/join-columns.js';
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

/** A fit, and its model by table, scoring the average quote 0: the scores of its tables sum to its own. */
export type Reading = { readonly fit: LogisticFit; readonly models: readonly LinearModel[] };

/**
 * Four readings of the same quotes: word by word, by words that follow each other, by both with runs of letters (in the
 * order of `listTables`), and by which words go together.
 */
export type Models = {
  readonly words: Reading;
  readonly pairs: Reading;
  readonly joint: Reading;
  readonly bayes: LinearModel;
  /** Rows of the quotes learned from. */
  readonly taught: Uint32Array;
};

export type Teaching = {
  readonly taught: Uint32Array;
  /** Rows of quotes of which nothing is known, to be read along. */
  readonly unlabelled: Uint32Array;
};

/** Quotes and themes seen in one way, and the average quote. */
type Table = {
  readonly rows: SparseRows;
  /** By place in the taxonomy. */
  readonly themes: readonly SparseVector[];
  readonly mean: Float64Array;
};

const NOTHING: SparseVector = { columns: new Uint32Array(0), values: new Float64Array(0) };

/** The tables of the joint reading: words, grams, pairs. A theme's text is a list of words: its pairs mean nothing. */
function listTables(ground: Ground): readonly [Table, Table, Table] {
  const { themeWords, themeGrams } = ground;
  return [
    { rows: ground.words, themes: themeWords, mean: ground.meanWords },
    { rows: ground.grams.rows, themes: themeGrams, mean: ground.meanGrams },
    { rows: ground.pairs.rows, themes: themeWords.map(() => NOTHING), mean: ground.meanPairs },
  ];
}

function joinWidths(tables: readonly Table[]): number {
  return tables.reduce((sum, { rows }) => sum + rows.width, 0);
}

/** The themes first, so that a row of `taught` keeps its place behind them. */
function gatherLessons(dimension: CodedDimension, taught: Uint32Array, tables: readonly Table[]): Lessons {
  const outputs = dimension.themes.length;
  const widths = tables.map(({ rows }) => rows);
  const ofThemes = dimension.places.map((place) =>
    joinVectors(
      tables.map(({ themes }) => themes[place] ?? NOTHING),
      widths,
    ),
  );
  const speaking = ofThemes.flatMap(({ columns }, k) => (columns.length > 0 ? [k] : []));
  const ofQuotes = Array.from(taught, (row) =>
    joinVectors(
      tables.map(({ rows }) => rowAt(rows, row)),
      widths,
    ),
  );
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
  const vectors = [...speaking.map((k) => ofThemes[k] ?? NOTHING), ...ofQuotes];
  return { rows: stackRows(vectors, joinWidths(tables)), outputs, labels, importance };
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

/** Each table's share of a model, scoring its average row 0. */
function centreTables(model: LinearModel, tables: readonly Table[]): readonly LinearModel[] {
  const parts = splitModel(
    model,
    tables.map(({ rows }) => rows),
  );
  return parts.map((part, i) => centreModel(part, tables[i]?.mean ?? new Float64Array(0)));
}

/** Fits the models of one dimension. `resumed` are those fitted to more quotes, among which these are. */
export function fitModels(
  ground: Ground,
  dimension: CodedDimension,
  { taught, unlabelled, resumed }: Teaching & { readonly resumed?: Models },
): Models {
  const joined = listTables(ground);
  const [ofWords, , ofPairs] = joined;
  const cost = chooseCost(dimension);
  const read = (tables: readonly Table[], before: LogisticFit | undefined): Reading => {
    const lessons = gatherLessons(dimension, taught, tables);
    const fit =
      before === undefined || resumed === undefined
        ? fitLogistic(lessons, { cost, sweeps: SWEEPS })
        : fitLogistic(lessons, {
            cost,
            sweeps: RESUMED_SWEEPS,
            start: keepLogits(before, resumed.taught, { lessons, taught }),
          });
    return { fit, models: centreTables(fit.model, tables) };
  };
  const lessons = gatherLessons(dimension, taught, [ofWords]);
  const bayes = fitNaiveBayes(lessons, { rows: ground.words, chosen: unlabelled }, BAYES);
  return {
    words: read([ofWords], resumed?.words.fit),
    pairs: read([ofPairs], resumed?.pairs.fit),
    joint: read(joined, resumed?.joint.fit),
    bayes: centreModel(bayes, ground.meanWords),
    taught,
  };
}
