import type { Theme } from '../../model/theme.js';
import { findAveragePrecision } from '../../text/measures/average-precision.js';
import { type Bin, binProbabilities } from '../../text/measures/calibration.js';
import { findMean } from '../../text/measures/rate-hits.js';
import { APPLIES, type Truth, UNKNOWN } from './read-truth.js';
import type { HeldOut } from './score-held-out.js';

/** Scores beside what people say: 1 where the theme applies. */
type Judged = { readonly scores: readonly number[]; readonly labels: readonly (0 | 1)[] };

/** The pairs of one theme that people judged; with `among`, those of them that are 1 there. */
function pickJudged(
  column: number,
  { verdicts, width }: Truth,
  { scores, among }: { readonly scores: Float64Array; readonly among?: Uint8Array },
): Judged {
  const picked: { scores: number[]; labels: (0 | 1)[] } = { scores: [], labels: [] };
  for (let pair = column; pair < verdicts.length; pair += width) {
    if (verdicts[pair] === UNKNOWN || among?.[pair] === 0) continue;
    picked.scores.push(scores[pair] ?? 0);
    picked.labels.push(verdicts[pair] === APPLIES ? 1 : 0);
  }
  return picked;
}

/** Mean average precision over the themes that apply to at least one quote; `null` where none does. */
export function findMeanAveragePrecision(truth: Truth, { scores }: HeldOut): number | null {
  const precisions = Array.from({ length: truth.width }, (_, column) => {
    const judged = pickJudged(column, truth, { scores });
    return findAveragePrecision(judged.scores, judged.labels);
  });
  return findMean(precisions.filter((precision) => precision !== null));
}

/** Columns of each dimension. */
function groupColumns(themes: readonly Theme[]): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>();
  for (const [column, { dimension }] of themes.entries()) {
    const own = groups.get(dimension);
    if (own === undefined) groups.set(dimension, [column]);
    else own.push(column);
  }
  return [...groups.values()];
}

/**
 * Whether the best of some pairs is one that applies. Equally good ones share the answer; where all are equally good
 * nothing was told apart, which is a miss. `null` where none applies.
 */
function rateBest(pairs: readonly number[], verdicts: Int8Array, scores: Float64Array): number | null {
  const known = pairs.filter((pair) => verdicts[pair] !== UNKNOWN);
  if (!known.some((pair) => verdicts[pair] === APPLIES)) return null;
  const highest = Math.max(...known.map((pair) => scores[pair] ?? 0));
  const best = known.filter((pair) => scores[pair] === highest);
  if (best.length === known.length && known.length > 1) return 0;
  return best.filter((pair) => verdicts[pair] === APPLIES).length / best.length;
}

/** The share of quotes whose best theme of a dimension is one that applies, among those where one does. */
export function findTopOne(
  { verdicts, width }: Truth,
  { scores }: HeldOut,
  themes: readonly Theme[],
): number | null {
  const dimensions = groupColumns(themes);
  const rows = width === 0 ? 0 : verdicts.length / width;
  const rated = Array.from({ length: rows }, (_, row) =>
    dimensions.map((columns) =>
      rateBest(
        columns.map((column) => row * width + column),
        verdicts,
        scores,
      ),
    ),
  );
  return findMean(rated.flat().filter((rate) => rate !== null));
}

/** The reliability diagram of all pairs whose score is a probability; empty where none is. */
export function binReliability(truth: Truth, { scores, calibrated }: HeldOut): readonly Bin[] {
  const judged = Array.from({ length: truth.width }, (_, column) =>
    pickJudged(column, truth, { scores, among: calibrated }),
  );
  const probabilities = judged.flatMap((ofTheme) => ofTheme.scores);
  const labels = judged.flatMap((ofTheme) => ofTheme.labels);
  return probabilities.length === 0 ? [] : binProbabilities(probabilities, labels);
}
