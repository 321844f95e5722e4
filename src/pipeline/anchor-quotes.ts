import type { Anchoring, AnchorMethod } from '../model/anchoring.js';
import { type Quote, SURROUNDINGS_LENGTH } from '../model/quote.js';
import type { Transcript } from '../model/transcript.js';
import { foldWords, prepareText, searchExactly, searchFolded } from '../text/search-text.js';
import { choosePlace, type Place, SUPPORTING_LIKENESS } from './choose-place.js';
import { findNearly, type SearchedTranscript } from './find-nearly.js';
import { cutQuote } from './make-quote.js';

/** From here on surroundings are the recorded ones, give or take a typing error. */
const SAME_LIKENESS = 0.9;

type Found = Place & { readonly method: AnchorMethod; readonly score: number };

/**
 * Finds every quote again in transcripts that may have been corrected since, in the order of `quotes`: at its exact
 * place; by its exact words, its surroundings and then the old place deciding between several; ignoring white space,
 * case and quote style; nearly, between surroundings that bear it out; else it is lost, with the reason. Words that
 * are still at their place are taken as they are, whoever speaks; words found elsewhere are never an interviewer's.
 */
export function anchorQuotes(
  quotes: readonly Quote[],
  transcripts: readonly Transcript[],
): readonly Anchoring[] {
  const sources = new Map<string, SearchedTranscript>(
    transcripts.map((transcript) => [transcript.id, { transcript, ...prepareText(transcript.text) }]),
  );
  return quotes.map((quote) => anchorQuote(quote, sources.get(quote.transcriptId)));
}

function anchorQuote(quote: Quote, source: SearchedTranscript | undefined): Anchoring {
  if (source === undefined) return lose(quote, `there is no transcript "${quote.transcriptId}"`);
  if (source.text.slice(quote.span.start, quote.span.end) === quote.exact)
    return { state: 'in-place', quote };
  const found = findAgain(quote, source);
  if (typeof found === 'string') return lose(quote, found);
  const { span, method, score } = found;
  return { state: 'moved', quote: { ...quote, ...cutQuote(source.text, span) }, was: quote, method, score };
}

function lose(quote: Quote, reason: string): Anchoring {
  return { state: 'lost', was: quote, reason };
}

/**
 * The quote's own words go before like ones; but where they stand among strangers, and like ones between the quote's
 * own surroundings, the quote was corrected there, and somebody else happens to say the same.
 */
function findAgain(quote: Quote, source: SearchedTranscript): Found | string {
  const same = findWords(quote, source);
  if (same !== undefined && same.likeness >= SUPPORTING_LIKENESS) return same;
  const near = findNearly(quote, source);
  if (typeof near === 'string') return same ?? near;
  if (same !== undefined && !standsAsRecorded(quote, near)) return same;
  return { ...near, method: near.score === 1 ? 'folded' : 'approximate' };
}

function standsAsRecorded({ prefix, suffix }: Quote, { likeness }: Place): boolean {
  return prefix.length + suffix.length >= SURROUNDINGS_LENGTH && likeness >= SAME_LIKENESS;
}

/** The rungs on which the words are the same: exactly, then but for how they were typed. */
function findWords(quote: Quote, source: SearchedTranscript): Found | undefined {
  const exact = choosePlace(quote, source.transcript, searchExactly(source, quote.exact));
  if (exact !== undefined) return { ...exact, method: 'exact', score: 1 };
  const folded = choosePlace(quote, source.transcript, searchFolded(source, foldWords(quote.exact)));
  return folded && { ...folded, method: 'folded', score: 1 };
}
