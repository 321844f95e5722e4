import type { Language } from '../../model/settings.js';
import { type CountedTexts, countTexts } from '../../text/count-texts.js';
import { WORD_CUES } from '../../text/cues/cue-words.js';
import { type CueHit, findCues } from '../../text/cues/find-cues.js';
import { leansBack } from '../../text/leans-back.js';
import { type DenseRows, scorePooled } from '../../text/learning/fit-pooled.js';
import { findRepeated } from './find-repeated.js';
import type { Sentence } from './list-sentences.js';
import { COLUMNS, RULES } from './rules.js';

/** Sentences with all that speaks for and against marking them. */
export type MeasuredSentences = {
  readonly sentences: readonly Sentence[];
  /** One row a sentence. */
  readonly counted: CountedTexts;
  /** By sentence: its cue words. */
  readonly hits: readonly (readonly CueHit[])[];
  /** By sentence, then by cue: its strength, 0 to 1. */
  readonly strengths: DenseRows;
  /** By sentence: whether it needs the one before it. */
  readonly leaning: Uint8Array;
};

/** In words. A sentence of `ENOUGH` says something; one of `FULL` says it in full. */
const ENOUGH = 12;
const FULL = 30;
/** How much of the strength of `length` a sentence of `ENOUGH` words has. */
const SHARE_OF_ENOUGH = 0.8;
/** In words: an answer that nobody gave in passing. */
const LONG_ANSWER = 127;
/** More words of one kind say no more. */
const MOST_HITS = 3;

const QUESTION = /[?？؟]["'’”»›)\]]*$/u;
const ASIDE = /^[[(][^\])]*[\])][.!?…]*$/u;

/** 0 for none, 1 for three or more, most for the first. */
function saturate(hits: number): number {
  return Math.log2(1 + Math.min(hits, MOST_HITS)) / 2;
}

const within = (value: number) => Math.min(Math.max(value, 0), 1);

function rateLength(words: number): number {
  const short = within(Math.log2(1 + words) / Math.log2(1 + ENOUGH));
  const long = within(Math.log2((1 + words) / (1 + ENOUGH)) / Math.log2((1 + FULL) / (1 + ENOUGH)));
  return SHARE_OF_ENOUGH * short + (1 - SHARE_OF_ENOUGH) * long;
}

function countWords({ textStarts }: CountedTexts): Uint32Array {
  return Uint32Array.from(
    { length: textStarts.length - 1 },
    (_, row) => (textStarts[row + 1] ?? 0) - (textStarts[row] ?? 0),
  );
}

/** By sentence: the share of its words that are said while thinking. */
function rateFillers({ textStarts, wordForms, formTerms, termKinds }: CountedTexts): Float64Array {
  return Float64Array.from({ length: textStarts.length - 1 }, (_, row) => {
    const from = textStarts[row] ?? 0;
    const to = textStarts[row + 1] ?? 0;
    let fillers = 0;
    for (let at = from; at < to; at += 1) {
      if (termKinds[formTerms[wordForms[at] ?? 0] ?? 0] === 'filler') fillers += 1;
    }
    return fillers / Math.max(1, to - from);
  });
}

const isSameUtterance = (one: Sentence | undefined, other: Sentence) =>
  one?.transcript === other.transcript && one.utterance === other.utterance;

/** By sentence: how many words its utterance has, 0 to 1. */
function rateAnswers(sentences: readonly Sentence[], words: Uint32Array): Float64Array {
  const rated = new Float64Array(sentences.length);
  for (let from = 0; from < sentences.length; ) {
    const first = sentences[from];
    let to = from;
    let sum = 0;
    for (
      let next = sentences[to];
      next !== undefined && first !== undefined && isSameUtterance(next, first);
      next = sentences[to]
    ) {
      sum += words[to] ?? 0;
      to += 1;
    }
    rated.fill(within(Math.log2(1 + sum) / Math.log2(1 + LONG_ANSWER)), from, to);
    from = to;
  }
  return rated;
}

function fillRows({ sentences, counted, hits, leaning }: Omit<MeasuredSentences, 'strengths'>): DenseRows {
  const words = countWords(counted);
  const answers = rateAnswers(sentences, words);
  const fillers = rateFillers(counted);
  const repeated = findRepeated(sentences, counted);
  const width = COLUMNS.length;
  const values = new Float64Array(sentences.length * width);
  for (const [row, { exact }] of sentences.entries()) {
    const isQuestion = QUESTION.test(exact);
    const own = hits[row] ?? [];
    values.set(
      [
        ...WORD_CUES.map((cue) => saturate(own.filter((hit) => hit.cue === cue).length)),
        rateLength(words[row] ?? 0),
        leaning[row] === 1 || isQuestion ? 0 : 1,
        answers[row] ?? 0,
        // Surroundings are known once the sentences around it are.
        0,
        isQuestion ? 1 : 0,
        fillers[row] ?? 0,
        ASIDE.test(exact) ? 1 : 0,
        repeated[row] ?? 0,
      ],
      row * width,
    );
  }
  return { width, values };
}

/** Gives every sentence the mean score by rule of its neighbours in the utterance; none where it stands alone. */
function addSurroundings(sentences: readonly Sentence[], { width, values }: DenseRows): void {
  const scores = sentences.map((_, row) => toScore(scorePooled(RULES, { width, values }, row)));
  const column = COLUMNS.indexOf('surroundings');
  for (const [row, sentence] of sentences.entries()) {
    const neighbours = [row - 1, row + 1].filter((other) => isSameUtterance(sentences[other], sentence));
    const sum = neighbours.reduce((total, other) => total + (scores[other] ?? 0), 0);
    values[row * width + column] = sum / Math.max(1, neighbours.length);
  }
}

/** Log-odds as a score from 0 to 1. */
export function toScore(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

/** Measures every sentence once, by itself and in its surroundings. Linear in the length of the sentences. */
export function measureSentences(sentences: readonly Sentence[], language: Language): MeasuredSentences {
  const counted = countTexts(
    sentences.map(({ exact }) => exact),
    language,
  );
  const leaning = Uint8Array.from(sentences, ({ exact }) => (leansBack(exact, language) ? 1 : 0));
  const measured = { sentences, counted, hits: findCues(counted), leaning };
  const strengths = fillRows(measured);
  addSurroundings(sentences, strengths);
  return { ...measured, strengths };
}
