import { type Quote, SURROUNDINGS_LENGTH } from '../model/quote.js';
import type { Span } from '../model/span.js';
import type { Transcript } from '../model/transcript.js';
import { cutSurroundings } from '../text/cut-surroundings.js';
import { cutsWord } from '../text/cuts-word.js';
import { likenSurroundings } from '../text/liken-surroundings.js';
import { findSpeaker } from './find-speaker.js';

/** A stretch of the transcript that may be the quote, and how alike its surroundings are to the recorded ones. */
export type Place = { readonly span: Span; readonly likeness: number };

/** From here on surroundings support a place: twice what unrelated prose has in common. */
export const SUPPORTING_LIKENESS = 0.5;

/**
 * Which of several places with the quote's own words is the quote: that with the likest surroundings, of equal ones the
 * nearest to the old place. Places in other people's mouths or in the middle of a word do not count.
 */
export function choosePlace(quote: Quote, transcript: Transcript, spans: readonly Span[]): Place | undefined {
  let best: Place | undefined;
  for (const span of spans) {
    if (!fitsSpeakers(quote, transcript, span)) continue;
    const place = weighPlace(quote, transcript, span);
    if (place.likeness < SUPPORTING_LIKENESS && cutsNewWord(quote, transcript.text, span)) continue;
    if (best === undefined || isBetter(place, best, quote)) best = place;
  }
  return best;
}

export function weighPlace(quote: Quote, transcript: Transcript, span: Span): Place {
  const now = cutSurroundings(transcript.text, span, SURROUNDINGS_LENGTH);
  return { span, likeness: likenSurroundings(quote, now) };
}

/** An interviewer's words are never a quote, and one within a paragraph does not come to cross speakers. */
export function fitsSpeakers(quote: Quote, transcript: Transcript, span: Span): boolean {
  const found = findSpeaker(transcript, span);
  if (found.kind === 'several') return quote.exact.includes('\n');
  return found.kind === 'nobody' || found.speaker.kind !== 'interviewer';
}

function isBetter(place: Place, best: Place, { span: { start } }: Quote): boolean {
  if (place.likeness !== best.likeness) return place.likeness > best.likeness;
  return Math.abs(place.span.start - start) < Math.abs(best.span.start - start);
}

/** Whether the place begins or ends inside a word, where the quote did not ("art" in "start"). */
function cutsNewWord({ prefix, exact, suffix }: Quote, text: string, { start, end }: Span): boolean {
  const recorded = prefix + exact + suffix;
  const newAtStart = cutsWord(text, start) && !cutsWord(recorded, prefix.length);
  const newAtEnd = cutsWord(text, end) && !cutsWord(recorded, prefix.length + exact.length);
  return newAtStart || newAtEnd;
}
