import type { Span } from '../../model/span.js';
import type { Transcript } from '../../model/transcript.js';
import { alignWords, type WordAlignment } from '../../text/align-words.js';
import type { NumberedText } from '../../text/number-words.js';
import type { Passage } from './read-passage.js';
import { settleEnds } from './settle-ends.js';

export type NumberedTranscript = NumberedText & { readonly transcript: Transcript };

/** A quotation laid over a stretch of a transcript. Word numbers in `matches` and `places` are those of the transcript. */
export type LaidPassage = WordAlignment & {
  readonly passage: Passage;
  readonly source: NumberedTranscript;
  /** From the first word that the quotation stands on to the end of the last. */
  readonly span: Span;
  /** 1 less the share of its words that must be put in, taken out or replaced; at least 0. */
  readonly likeness: number;
};

/** Lays a quotation over a stretch (in words) of a transcript; nothing where no word of it has a place there. */
export function layPassage(
  passage: Passage,
  source: NumberedTranscript,
  stretch: Span,
): LaidPassage | undefined {
  const { errors, ...found } = alignWords(passage, source.words.subarray(stretch.start, stretch.end));
  const move = (place: number) => (place < 0 ? -1 : place + stretch.start);
  const matches = found.matches.map(move);
  if (matches.every((match) => match < 0)) return undefined;
  const laid = { passage, source, matches, places: found.places.map(move) };
  const places = errors === 0 ? laid.places : settleEnds(laid);
  const span = spanWords(source, places);
  if (span === undefined) return undefined;
  const likeness = Math.max(0, 1 - errors / Math.max(1, passage.required));
  return { passage, source, span, errors, likeness, matches, places };
}

/** The stretch of text from the first to the last of several words of a transcript, of which -1 is none. */
export function spanWords(source: NumberedTranscript, places: Int32Array): Span | undefined {
  const placed = places.filter((place) => place >= 0);
  const first = source.spans()[placed[0] ?? -1];
  const last = source.spans()[placed.at(-1) ?? -1];
  return first && last && { start: first.start, end: last.end };
}
