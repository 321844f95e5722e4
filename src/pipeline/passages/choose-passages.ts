import type { MeasuredSentences } from './measure-sentences.js';

/** Neighbouring sentences, from `from` (in) up to `to` (out), around the one that speaks for them. */
export type ChosenPassage = { readonly seed: number; readonly from: number; readonly to: number };

export type ChoiceInput = {
  readonly measured: MeasuredSentences;
  /** By sentence, in log-odds. */
  readonly logOdds: Float64Array;
  /** By sentence: 1 where it may not be part of a passage. */
  readonly barred: Uint8Array;
  /** Whether anything can be shown for a sentence. */
  readonly isTelling: (row: number) => boolean;
};

export type ChoiceLimits = {
  readonly limit: number;
  /** At most so many of one transcript. */
  readonly perTranscript: number;
};

const MOST_SENTENCES = 3;
/** In words, together: what is longer is no passage but a story. */
const MOST_WORDS = 80;
/** In words: less says nothing by itself. */
const FEWEST_WORDS = 4;
/** In log-odds: how much less than the sentence before it one that leans on it may score to be taken along. */
const TAKEN_ALONG = 1;

function countWords({ counted }: MeasuredSentences, from: number, to: number): number {
  return (counted.textStarts[to] ?? 0) - (counted.textStarts[from] ?? 0);
}

/** Whether the sentence `row` leans on the one before it, in the same utterance. */
function isTied({ sentences, leaning }: MeasuredSentences, row: number): boolean {
  const [before, own] = [sentences[row - 1], sentences[row]];
  if (before === undefined || own === undefined || leaning[row] !== 1) return false;
  return before.transcript === own.transcript && before.utterance === own.utterance;
}

/** A sentence with what it leans on, and with what leans on it and is nearly as good. */
function grow({ measured, logOdds, barred }: ChoiceInput, taken: Uint8Array, seed: number): ChosenPassage {
  let from = seed;
  let to = seed + 1;
  const fits = (start: number, end: number) =>
    end - start <= MOST_SENTENCES && countWords(measured, start, end) <= MOST_WORDS;
  const isFree = (row: number) => barred[row] === 0 && taken[row] === 0;
  while (isTied(measured, from) && isFree(from - 1) && fits(from - 1, to)) from -= 1;
  const least = (logOdds[seed] ?? 0) - TAKEN_ALONG;
  while (isTied(measured, to) && isFree(to) && fits(from, to + 1) && (logOdds[to] ?? 0) >= least) to += 1;
  return { seed, from, to };
}

/**
 * The best passages, best first, none of which overlap or hold a barred sentence; the earlier of two equal ones. Sorts the
 * sentences once.
 */
export function choosePassages(
  input: ChoiceInput,
  { limit, perTranscript }: ChoiceLimits,
): readonly ChosenPassage[] {
  const { measured, logOdds, barred, isTelling } = input;
  const order = Uint32Array.from(logOdds.keys()).sort(
    (a, b) => (logOdds[b] ?? 0) - (logOdds[a] ?? 0) || a - b,
  );
  const taken = new Uint8Array(logOdds.length);
  const counts = new Map<number, number>();
  const chosen: ChosenPassage[] = [];
  for (const seed of order) {
    if (chosen.length >= limit) break;
    const transcript = measured.sentences[seed]?.transcript ?? 0;
    const count = counts.get(transcript) ?? 0;
    if (barred[seed] === 1 || taken[seed] === 1 || count >= perTranscript) continue;
    if (countWords(measured, seed, seed + 1) < FEWEST_WORDS || !isTelling(seed)) continue;
    const passage = grow(input, taken, seed);
    taken.fill(1, passage.from, passage.to);
    counts.set(transcript, count + 1);
    chosen.push(passage);
  }
  return chosen;
}
