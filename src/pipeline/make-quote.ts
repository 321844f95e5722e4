import { type Quote, SURROUNDINGS_LENGTH } from '../model/quote.js';
import type { Span } from '../model/span.js';
import type { Transcript } from '../model/transcript.js';
import { cutSurroundings } from '../text/cut-surroundings.js';
import { hashText } from '../text/hash-text.js';

/** Hex digits of a quote's id: 40 bits, so that two of 20,000 quotes share one with a chance of 1 in 5,000. */
const ID_DIGITS = 10;

export type QuoteSource = {
  readonly transcript: Transcript;
  /** Must not cut a surrogate pair. */
  readonly span: Span;
  /** How many earlier quotes of this transcript have the same exact words. */
  readonly occurrence: number;
  readonly by?: string;
  readonly at?: string;
  readonly note?: string;
  readonly wording?: string;
};

/**
 * The quote of a span. Its id is derived from the transcript's id, the exact words and `occurrence`, so that a
 * re-run gives the same id, also where other parts of the transcript were corrected.
 */
export function makeQuote({ transcript, span, occurrence, ...rest }: QuoteSource): Quote {
  const exact = transcript.text.slice(span.start, span.end);
  const id = `q_${hashText(`${transcript.id}\n${exact}\n${occurrence}`).slice(0, ID_DIGITS)}`;
  return { id, transcriptId: transcript.id, ...cutQuote(transcript.text, span), ...rest };
}

/** The parts of a quote that are cut out of its transcript's text. */
export function cutQuote(text: string, span: Span): Pick<Quote, 'span' | 'exact' | 'prefix' | 'suffix'> {
  const exact = text.slice(span.start, span.end);
  return { span, exact, ...cutSurroundings(text, span, SURROUNDINGS_LENGTH) };
}
