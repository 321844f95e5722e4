import { findCut } from '../../text/learning/find-cut.js';
import { findShift } from '../../text/learning/fit-offsets.js';
import { fitPooled, scorePooled } from '../../text/learning/fit-pooled.js';
import { scoreRows, UNKNOWN, YES } from '../../text/learning/lessons.js';
import type { Judgement } from '../learning/judge-dimension.js';
import type { Ground } from '../learning/lay-ground.js';
import { FEATURES, USUAL_WORTH } from '../learning/list-features.js';
import { type Part, toProbability } from '../learning/score-parts.js';
import type { PartScores } from '../tagger.js';

type Feature = keyof typeof FEATURES;

/** What a part goes by, alone, and which feature's usual worth it starts from. */
type Reader = {
  readonly id: string;
  readonly usual: Feature;
  /** By quote of the part, then by theme. */
  readonly read: (ground: Ground, part: Part, outputs: number) => ArrayLike<number>;
};

const readFeature = (id: string, feature: Feature): Reader => ({
  id,
  usual: feature,
  read: (_ground, { rows, features: { width, values } }, outputs) =>
    Float64Array.from(
      { length: rows.length * outputs },
      (_, at) => values[at * width + FEATURES[feature]] ?? 0,
    ),
});

/** Place of the letters among the tables of the joint reading (`listJointRows`). */
const GRAMS = 1;

/** Letters are learned together with words and pairs only: this is their share of that reading. */
const letters: Reader = {
  id: 'letters',
  usual: 'joint',
  read: ({ grams }, { rows, models }, outputs) => {
    const model = models.joint.models[GRAMS];
    return model === undefined ? new Float64Array(rows.length * outputs) : scoreRows(model, grams.rows, rows);
  },
};

const READERS: readonly Reader[] = [
  readFeature('words', 'words'),
  letters,
  readFeature('pairs', 'pairs'),
  readFeature('bayes', 'bayes'),
  readFeature('neighbours', 'neighbours'),
];

/** As for all features together. */
const HOLD = 15;

/** All quotes and themes of the taxonomy, and how many themes those are. */
type Table = { readonly into: PartScores; readonly width: number };

/** By quote, then by theme: what a reader sees, in models that were not taught with the quote. */
function readQuotes(ground: Ground, { dimension, parts }: Judgement, { read }: Reader): Float64Array {
  const outputs = dimension.themes.length;
  const values = new Float64Array(dimension.labels.length);
  for (const part of parts) {
    const seen = read(ground, part, outputs);
    for (const [i, row] of part.rows.entries()) {
      for (let k = 0; k < outputs; k += 1) values[row * outputs + k] = seen[i * outputs + k] ?? 0;
    }
  }
  return values;
}

function toVerdict(label: number): number {
  if (label === UNKNOWN) return -1;
  return label === YES ? 1 : 0;
}

/** Log-odds of what one reader sees, fitted to the decisions on quotes that it was not taught with. */
function scoreReader({ dimension }: Judgement, { usual }: Reader, values: Float64Array): Float64Array {
  const column = FEATURES[usual];
  const prior = { bias: USUAL_WORTH.bias, weights: USUAL_WORTH.weights.slice(column, column + 1) };
  const rows = { width: 1, values };
  const verdicts = Int8Array.from(dimension.labels, toVerdict);
  const worth = fitPooled(rows, verdicts, { prior, hold: HOLD });
  const scores = values.map((_, at) => scorePooled(worth, rows, at));
  if (dimension.coded.length > 0) return scores;
  const shift = findShift(scores, scores.length / (dimension.themes.length + 1));
  return scores.map((score) => score + shift);
}

/** Writes what one reader makes of a dimension into the table of all themes. */
function rankReader(
  ground: Ground,
  judged: { readonly judgement: Judgement; readonly reader: Reader },
  { into, width }: Table,
): void {
  const { judgement, reader } = judged;
  const { places } = judgement.dimension;
  const seen = readQuotes(ground, judgement, reader);
  const probabilities = scoreReader(judgement, reader, seen).map(toProbability);
  const cut = findCut(probabilities);
  for (const [at, probability] of probabilities.entries()) {
    const row = Math.floor(at / places.length);
    const pair = row * width + (places[at % places.length] ?? 0);
    into.scores[pair] = probability;
    into.proposed[pair] = probability >= cut ? 1 : 0;
  }
}

/** What each reading of the quotes is worth alone: fitted and cut as the whole is, but by what it sees and no more. */
export function rankParts(
  ground: Ground,
  judgements: readonly Judgement[],
  width: number,
): readonly PartScores[] {
  const pairs = ground.quotes.length * width;
  return READERS.map((reader) => {
    const into = { id: reader.id, scores: new Float64Array(pairs), proposed: new Uint8Array(pairs) };
    for (const judgement of judgements) rankReader(ground, { judgement, reader }, { into, width });
    return into;
  });
}
