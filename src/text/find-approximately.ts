import search from 'approx-string-match';
import { distance } from 'fastest-levenshtein';
import type { Span } from '../model/span.js';
import { cutsWord } from './cuts-word.js';

/** A stretch of text that is nearly the words looked for. */
export type ApproximatePlace = {
  readonly span: Span;
  /** `scoreLikeness` of the words: `LEAST_SCORE` to 1. */
  readonly score: number;
};

export type ApproximateSearch = {
  readonly text: string;
  readonly words: string;
  /** Where to look, in place of the whole text. */
  readonly within?: Span;
};

/** One unit in five may differ: a corrected word or two in a sentence. More of it is another sentence. */
const ERROR_SHARE = 0.2;
export const LEAST_SCORE = 1 - ERROR_SHARE;
/** Longer words are found by their two ends and then compared whole: the search costs text × errors ÷ 32. */
const LONGEST_WHOLE = 256;
const LENGTH_OF_END = 200;
/** Comparing two passages takes the square of their length ÷ 32: a quarter of a second for this many units. */
const LONGEST_COMPARED = 40_000;
/** Each stretch of text is searched alone, so that repetitive text cannot give matches without end. */
const STRETCH_LENGTH = 16_384;
const MOST_PLACES = 16;
/** How far from a match the edge of a word is looked for. */
const EDGE_REACH = 32;

/**
 * Places that differ from `words` in at most a fifth of their units, likest first; they begin and end at the edges
 * of words and do not overlap. Only the likest matches of the search and, for words of over 256 units, only those
 * whose first and last 200 units are found count; at most 16 are given. Takes time linear in the text.
 */
export function findApproximately(wanted: ApproximateSearch): readonly ApproximatePlace[] {
  const { text, words, within = { start: 0, end: text.length } } = wanted;
  if (words.length > LONGEST_COMPARED) return [];
  const matches =
    words.length <= LONGEST_WHOLE ? searchStretches(text, words, within) : searchEnds(text, words, within);
  const places = matches.flatMap((match) => settleEdges(text, words, match) ?? []);
  return dropOverlaps(places.sort((a, b) => b.score - a.score || a.span.start - b.span.start));
}

/** The matches with the fewest errors, without those that overlap an earlier one. */
function searchStretches(text: string, words: string, within: Span): readonly Span[] {
  let fewest = countAllowed(words);
  let found: Span[] = [];
  const overlap = words.length + fewest;
  for (let from = within.start; from < within.end; from += STRETCH_LENGTH) {
    const stretch = text.slice(from, Math.min(within.end, from + STRETCH_LENGTH + overlap));
    const isFull = found.length >= MOST_PLACES;
    for (const { start, end, errors } of search(stretch, words, isFull ? fewest - 1 : fewest)) {
      if (errors < fewest) found = [];
      fewest = errors;
      const previous = found.at(-1);
      if (previous === undefined || from + start >= previous.end) {
        found.push({ start: from + start, end: from + end });
      }
    }
  }
  return found.slice(0, MOST_PLACES);
}

/** Joins each place of the first units with that place of the last units which fits the length best. */
function searchEnds(text: string, words: string, within: Span): readonly Span[] {
  const heads = searchStretches(text, words.slice(0, LENGTH_OF_END), within);
  const tails = searchStretches(text, words.slice(-LENGTH_OF_END), within);
  return heads.flatMap(({ start }) => {
    const misfit = (tail: Span) => Math.abs(tail.end - start - words.length);
    const fitting = tails.filter((tail) => misfit(tail) <= countAllowed(words));
    const [best] = fitting.sort((a, b) => misfit(a) - misfit(b));
    return best === undefined ? [] : [{ start, end: best.end }];
  });
}

function countAllowed(words: string): number {
  return Math.floor(words.length * ERROR_SHARE);
}

/** Moves both edges of a match to the edges of words, inwards or outwards, as is likest to the words. */
function settleEdges(text: string, words: string, match: Span): ApproximatePlace | undefined {
  const spans = findEdges(text, match.start, 'start').flatMap((start) =>
    findEdges(text, match.end, 'end').flatMap((end) => (start < end ? { start, end } : [])),
  );
  let best: ApproximatePlace | undefined;
  for (const span of spans) {
    const score = scoreLikeness(words, text.slice(span.start, span.end));
    if (score >= LEAST_SCORE && score > (best?.score ?? 0)) best = { span, score };
  }
  return best;
}

/** 1 less the share of the units of `words` that must be inserted, deleted or replaced to give `others`; at least 0. */
export function scoreLikeness(words: string, others: string): number {
  return Math.max(0, 1 - distance(words, others) / words.length);
}

/** The nearest edges of words before and after an offset, with no white space inside. */
function findEdges(text: string, offset: number, side: 'start' | 'end'): readonly number[] {
  const edges = new Set<number>();
  for (const step of [-1, 1]) {
    for (let reach = 0; reach <= EDGE_REACH; reach++) {
      const edge = offset + step * reach;
      if (edge < 0 || edge > text.length) break;
      const inside = text.charAt(side === 'start' ? edge : edge - 1);
      if (cutsWord(text, edge) || inside.trim() === '') continue;
      edges.add(edge);
      break;
    }
  }
  return [...edges];
}

/** Without those that overlap an earlier one. */
export function dropOverlaps<Place extends { readonly span: Span }>(
  places: readonly Place[],
): readonly Place[] {
  const kept: Place[] = [];
  for (const place of places) {
    const overlaps = kept.some(({ span }) => place.span.start < span.end && span.start < place.span.end);
    if (!overlaps) kept.push(place);
  }
  return kept;
}
