import { fitLogistic } from '../../text/learning/fit-logistic.js';
import { fitPooled, type PooledModel, scorePooled } from '../../text/learning/fit-pooled.js';
import { type LinearModel, NO, scoreRows, YES } from '../../text/learning/lessons.js';
import { rowAt, type SparseRows, stackRows } from '../../text/sparse-rows.js';
import { TAGGING_WEIGHTS, weighTerms } from '../../text/weigh-terms.js';
import type { MeasuredSentences } from './measure-sentences.js';
import { COLUMNS, RULES } from './rules.js';

/** What the words of each sentence say for marking it. */
type WordScores = {
  readonly rows: SparseRows;
  /** By sentence: the model that scores it, which was not taught its transcript if others could be. */
  readonly modelOf: Uint8Array;
  readonly models: readonly LinearModel[];
  /** By sentence, in log-odds. */
  readonly scores: Float64Array;
  /** What one log-odd of them is worth beside the cues. */
  readonly worth: number;
};

/** Every sentence scored for marking, in log-odds. */
export type ScoredSentences = {
  readonly by: 'rules' | 'learned';
  readonly logOdds: Float64Array;
  /** What the strength of each cue is worth. */
  readonly cues: PooledModel;
  /** Missing where only rules speak. */
  readonly words?: WordScores;
};

/** Scikit-learn's `C`. From 0.1 to 1 it hardly matters on three studies. */
const COST = 1;
const SWEEPS = 10;
/** Parts of the taught transcripts, each scored by a model of the others' words. */
const PARTS = 5;
/** How hard the rules hold against what coders did: as some ten sentences for each cue. */
const HOLD = 10;
/** What words are worth until the marks say otherwise. */
const WORDS_PRIOR = 1;

/** Scores by rules alone: the same whatever was marked. */
export function scoreByRules({ sentences, strengths }: MeasuredSentences): ScoredSentences {
  const logOdds = Float64Array.from(sentences, (_, row) => scorePooled(RULES, strengths, row));
  return { by: 'rules', logOdds, cues: RULES };
}

function teachWords(rows: SparseRows, labels: Int8Array, taught: Uint32Array): LinearModel {
  const lessons = {
    rows: stackRows(
      Array.from(taught, (row) => rowAt(rows, row)),
      rows.width,
    ),
    outputs: 1,
    labels: Int8Array.from(taught, (row) => (labels[row] === 1 ? YES : NO)),
    importance: new Float64Array(taught.length).fill(1),
  };
  return fitLogistic(lessons, { cost: COST, sweeps: SWEEPS }).model;
}

/** By sentence: 0 where it teaches nothing, else the part of its transcript, from 1. Transcripts are dealt in order. */
function dealParts({ sentences }: MeasuredSentences, labels: Int8Array): Uint8Array {
  const dealt = new Map<number, number>();
  return Uint8Array.from(sentences, ({ transcript }, row) => {
    if ((labels[row] ?? -1) < 0) return 0;
    const number = dealt.get(transcript) ?? dealt.size;
    dealt.set(transcript, number);
    return 1 + (number % PARTS);
  });
}

function listRows(parts: Uint8Array, keep: (part: number) => boolean): Uint32Array {
  return Uint32Array.from([...parts.keys()].filter((row) => keep(parts[row] ?? 0)));
}

/** Words learned from all taught sentences score the others; each part is scored by what the other parts teach. */
function scoreWords(measured: MeasuredSentences, labels: Int8Array): Omit<WordScores, 'worth'> {
  const { rows } = weighTerms(measured.counted, TAGGING_WEIGHTS);
  const modelOf = dealParts(measured, labels);
  const scores = new Float64Array(modelOf.length);
  const models = Array.from({ length: PARTS + 1 }, (_, part) => {
    const taught = listRows(modelOf, (other) => other !== 0 && other !== part);
    const model = teachWords(rows, labels, taught);
    const scored = listRows(modelOf, (own) => own === part);
    const found = scoreRows(model, rows, scored);
    for (const [at, row] of scored.entries()) scores[row] = found[at] ?? 0;
    return model;
  });
  return { rows, modelOf, models, scores };
}

/** The cues and, in the last column, what the words say. */
function joinColumns({ strengths }: MeasuredSentences, scores: Float64Array) {
  const width = COLUMNS.length + 1;
  const values = new Float64Array(scores.length * width);
  for (const [row, score] of scores.entries()) {
    values.set(strengths.values.subarray(row * COLUMNS.length, (row + 1) * COLUMNS.length), row * width);
    values[row * width + COLUMNS.length] = score;
  }
  return { width, values };
}

/**
 * Scores learned from what coders marked (label 1) against what they passed over (0); −1 teaches nothing. The words are
 * weighed by logistic regression, and then cues and words together, drawn towards the rules: with few marks they are the
 * rules and with many what the coders did.
 */
export function scoreByLearning(measured: MeasuredSentences, labels: Int8Array): ScoredSentences {
  const words = scoreWords(measured, labels);
  const columns = joinColumns(measured, words.scores);
  const prior = { bias: RULES.bias, weights: Float64Array.of(...RULES.weights, WORDS_PRIOR) };
  const { bias, weights } = fitPooled(columns, labels, { prior, hold: HOLD });
  return {
    by: 'learned',
    logOdds: Float64Array.from(words.scores, (_, row) => scorePooled({ bias, weights }, columns, row)),
    cues: { bias, weights: weights.slice(0, COLUMNS.length) },
    words: { ...words, worth: weights[COLUMNS.length] ?? 0 },
  };
}
