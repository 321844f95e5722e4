import type { Quote } from '../model/quote.js';
import type { Span } from '../model/span.js';
import type { Transcript } from '../model/transcript.js';
import { cutsWord } from '../text/cuts-word.js';
import { type ApproximatePlace, dropOverlaps, LEAST_SCORE } from '../text/find-approximately.js';
import {
  foldWords,
  type SearchableText,
  scoreWords,
  searchFolded,
  searchNearly,
} from '../text/search-text.js';
import { fitsSpeakers, type Place, SUPPORTING_LIKENESS, weighPlace } from './choose-place.js';

/** The transcript in which a quote is looked for. */
export type SearchedTranscript = SearchableText & { readonly transcript: Transcript };
/** A place with words like the quote's; `score` 0.8 to 1 says how like. */
export type NearPlace = Place & { readonly score: number };

/** Where the recorded surroundings still stand: a quote may begin at a start and end at an end. */
type Pins = { readonly starts: readonly number[]; readonly ends: readonly number[] };

/** Surroundings tell where a quote was if they are at least this long (UTF-16 units) and do not stand everywhere. */
const SHORTEST_TELLING = 8;
const MOST_TELLING = 8;
/** What may have been put into a quote or taken out, as a share of its length: as much as the search allows. */
const ROOM_SHARE = 1 - LEAST_SCORE;

/**
 * The passage that is likest to a quote in words and surroundings together: beside its old surroundings, else
 * anywhere in the transcript. Gives the reason in words where there is none, where its surroundings do not bear it
 * out, and where two are equally like.
 */
export function findNearly(quote: Quote, source: SearchedTranscript): NearPlace | string {
  const words = foldWords(quote.exact);
  const pins = findPins(quote, source);
  const beside = listStretches(quote, pins).flatMap((within) => searchNearly({ source, words, within }));
  const expected = rankPlaces(quote, source, pinSpans(quote, pins, beside));
  if (isSettled(expected)) return expected[0];
  const places = rankPlaces(quote, source, pinSpans(quote, pins, searchNearly({ source, words })));
  return isSettled(places) ? places[0] : explainLoss(quote, source, places);
}

function findPins({ prefix, suffix }: Quote, source: SearchedTranscript): Pins {
  const skipSpace = (offset: number) => source.text.slice(offset).search(/\S|$/) + offset;
  const dropSpace = (offset: number) => source.text.slice(0, offset).trimEnd().length;
  return {
    starts: searchTelling(source, prefix).map(({ end }) => skipSpace(end)),
    ends: searchTelling(source, suffix).map(({ start }) => dropSpace(start)),
  };
}

function searchTelling(source: SearchedTranscript, surroundings: string): readonly Span[] {
  const words = foldWords(surroundings);
  if (words.length < SHORTEST_TELLING) return [];
  const spans = searchFolded(source, words);
  return spans.length > MOST_TELLING ? [] : spans;
}

/** Stretches behind the recorded prefix and before the recorded suffix, with room for what was put in. */
function listStretches({ exact }: Quote, { starts, ends }: Pins): readonly Span[] {
  const length = exact.length + countRoom(exact);
  return [
    ...starts.map((start) => ({ start, end: start + length })),
    ...ends.map((end) => ({ start: end - length, end })),
  ];
}

/** The spans found, and those that begin or end exactly where the surroundings say. */
function pinSpans(
  { exact }: Quote,
  { starts, ends }: Pins,
  found: readonly ApproximatePlace[],
): readonly Span[] {
  const from = new Set([...starts, ...found.map(({ span }) => span.start)]);
  const to = [...new Set([...ends, ...found.map(({ span }) => span.end)])];
  const fits = (span: Span) =>
    span.start < span.end && Math.abs(span.end - span.start - exact.length) <= countRoom(exact);
  return [...from].flatMap((start) => to.map((end) => ({ start, end })).filter(fits));
}

function countRoom(exact: string): number {
  return Math.ceil(exact.length * ROOM_SHARE);
}

/** The places that may be the quote, without those that overlap a better one; best first. */
function rankPlaces(quote: Quote, source: SearchedTranscript, spans: readonly Span[]): readonly NearPlace[] {
  const { transcript, text } = source;
  const words = foldWords(quote.exact);
  const places = spans
    .filter((span) => !cutsWord(text, span.start) && !cutsWord(text, span.end))
    .filter((span) => fitsSpeakers(quote, transcript, span))
    .map((span) => ({ ...weighPlace(quote, transcript, span), score: scoreWords(source, words, span) }))
    .filter(({ score }) => score >= LEAST_SCORE);
  return dropOverlaps(places.sort((a, b) => addUp(b) - addUp(a) || a.span.start - b.span.start));
}

function addUp({ score, likeness }: NearPlace): number {
  return score + likeness;
}

/** Whether the first place is borne out by its surroundings and better than the second. */
function isSettled(places: readonly NearPlace[]): places is readonly [NearPlace, ...NearPlace[]] {
  const [best, second] = places;
  if (best === undefined || best.likeness < SUPPORTING_LIKENESS) return false;
  return second === undefined || addUp(best) > addUp(second);
}

function explainLoss(quote: Quote, source: SearchedTranscript, [best]: readonly NearPlace[]): string {
  const remaining = searchFolded(source, foldWords(quote.exact));
  if (remaining.some((span) => !fitsSpeakers(quote, source.transcript, span))) {
    return 'its words are now in the mouth of an interviewer or of several people';
  }
  if (best === undefined) return 'its words are no longer in the transcript';
  if (best.likeness >= SUPPORTING_LIKENESS) return 'several passages are equally like it';
  return `the passage most like it (${Math.floor(best.score * 100)} %) stands in other surroundings`;
}
