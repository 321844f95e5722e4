import { findCuts } from '../../text/learning/find-cut.js';
import { findShift, followShares } from '../../text/learning/fit-offsets.js';
import type { PooledModel } from '../../text/learning/fit-pooled.js';
import { UNKNOWN, YES } from '../../text/learning/lessons.js';
import { fitModels } from './fit-models.js';
import type { Ground } from './lay-ground.js';
import { listContext } from './list-context.js';
import { listFeatures } from './list-features.js';
import type { CodedDimension } from './read-dimensions.js';
import { type Part, type PartScores, scoreFirst, scoreSecond, toProbability } from './score-parts.js';

const FOLDS = 5;
/** Fewer interviews are no sample of interviews: then quotes are held out one by one. */
const FEWEST_TRANSCRIPTS = 3;
/** More uncoded quotes than these teach nothing new, and cost time. */
const MOST_UNLABELLED = 1500;
/** Quotes a theme with which its own cut counts half: fewer tell too little of how common it is. */
const QUOTES_FOR_OWN_CUT = 60;
/** Coded quotes from which on a share of them is an honest percentage. */
const CALIBRATED_FROM = 50;

/** What was learned of a dimension, and what that makes of every quote. */
export type Judgement = {
  readonly dimension: CodedDimension;
  readonly parts: readonly Part[];
  readonly worth: PooledModel;
  /** By theme: what is added to the log-odds of a quote that nobody coded. */
  readonly offsets: Float64Array;
  /** By the words alone: what the context was told from. */
  readonly first: Pick<PartScores, 'worth' | 'offsets'>;
  /** By quote, then by theme: log-odds, from models that were not taught with the quote. */
  readonly scores: Float64Array;
  /** By quote, then by theme, then as in `CONTEXT`. */
  readonly context: Float32Array;
  /** By theme: the probability from which on it is proposed. */
  readonly cuts: Float64Array;
  /** Whether the log-odds were measured on enough quotes to be read as probabilities. */
  readonly calibrated: boolean;
};

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

/** As long as nobody decided anything, a quote is taken to have one theme or none. */
function shiftUndecided(judged: PartScores, { coded, themes }: CodedDimension): PartScores {
  if (coded.length > 0) return judged;
  const { worth, offsets, scores } = judged;
  const shift = findShift(scores, scores.length / (themes.length + 1));
  return {
    worth,
    offsets: offsets.map((offset) => offset + shift),
    scores: scores.map((score) => score + shift),
  };
}

/** By theme: the share of the coded quotes that have it; never none and never all. */
function measureShares({ labels, themes, coded }: CodedDimension): Float64Array {
  const outputs = themes.length;
  return Float64Array.from(themes, (_, k) => {
    const known = coded.filter((row) => labels[row * outputs + k] !== UNKNOWN);
    const given = known.filter((row) => labels[row * outputs + k] === YES);
    return (given.length + 0.5) / (known.length + 1);
  });
}

/** Uncoded quotes have a theme as often as their words say, not only as often as the coded ones do. */
function shiftUncoded(judged: PartScores, dimension: CodedDimension): PartScores {
  const { coded, uncoded, themes } = dimension;
  if (coded.length === 0 || uncoded.length === 0) return judged;
  const labelled = { rows: uncoded, labelled: coded.length, shares: measureShares(dimension) };
  const shifts = followShares(judged.scores, labelled);
  const scores = judged.scores.slice();
  for (const row of uncoded) {
    const base = row * themes.length;
    for (let k = 0; k < themes.length; k += 1) scores[base + k] = (scores[base + k] ?? 0) + (shifts[k] ?? 0);
  }
  const offsets = judged.offsets.map((offset, k) => offset + (shifts[k] ?? 0));
  return { worth: judged.worth, offsets, scores };
}

/** How much a theme's own cut counts: nothing without decisions, more the better its probabilities are known. */
function trustOwnCuts({ labels, themes }: CodedDimension): number {
  const perTheme = labels.reduce((sum, label) => sum + (label === YES ? 1 : 0), 0) / themes.length;
  return perTheme / (perTheme + QUOTES_FOR_OWN_CUT);
}

/**
 * Learns from what coders said in one dimension, and judges every quote by models that were not taught with it: first
 * by its words, then with what that makes of the quotes nearby and of the other themes.
 */
export function judgeDimension(ground: Ground, dimension: CodedDimension): Judgement {
  const parts = makeParts(ground, dimension);
  const first = shiftUndecided(scoreFirst(dimension, parts), dimension);
  const probable = first.scores.map(toProbability);
  const context = listContext(ground.nearby, dimension, probable);
  const scored = scoreSecond(dimension, parts, { worth: first.worth, context });
  const { worth, offsets, scores } = shiftUncoded(shiftUndecided(scored, dimension), dimension);
  const { length: outputs } = dimension.themes;
  const cuts = findCuts(scores.map(toProbability), { outputs, share: trustOwnCuts(dimension) });
  return {
    dimension,
    parts,
    worth,
    offsets,
    first,
    scores,
    context,
    cuts,
    calibrated: dimension.coded.length >= CALIBRATED_FROM,
  };
}
