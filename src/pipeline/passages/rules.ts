import type { SentenceTrait, WordCue } from '../../model/passage-suggestion.js';
import { WORD_CUES } from '../../text/cues/cue-words.js';
import type { PooledModel } from '../../text/learning/fit-pooled.js';

/**
 * What each cue or trait is worth, in log-odds at its full strength: set by hand, for what a reader of interviews looks
 * for, and then corrected a little in view of what people marked in three studies. None decides alone: half as much again
 * on any of them moves the area under the curve there by some two hundredths at most.
 */
const WEIGHTS: Readonly<Record<WordCue | SentenceTrait, number>> = {
  'first-person': 1,
  feeling: 0.6,
  judgement: 0.5,
  wish: 0.5,
  contrast: 0.3,
  reason: 0.4,
  emphasis: 0.3,
  concreteness: 0.2,
  length: 3.8,
  'self-contained': 0.6,
  'long-answer': 2.5,
  surroundings: 2,
  question: -0.8,
  fillers: -1,
  aside: -2,
  repeated: -1.5,
};
/** Puts some six in ten sentences of an interview below a score of one half. */
const BIAS = -6.5;

/** What is measured of a whole sentence. */
export const TRAITS = [
  'length',
  'self-contained',
  'long-answer',
  'surroundings',
  'question',
  'fillers',
  'aside',
  'repeated',
] as const satisfies readonly SentenceTrait[];

/** The columns of `measureSentences`: the cues that are words, and then the traits. */
export const COLUMNS = [...WORD_CUES, ...TRAITS] as const;

/** The rules as a linear model of the columns. */
export const RULES: PooledModel = {
  bias: BIAS,
  weights: Float64Array.from(COLUMNS, (column) => WEIGHTS[column]),
};
