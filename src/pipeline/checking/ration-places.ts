import type { Stretch } from '../../text/propose-stretches.js';
import type { Passage } from './read-passage.js';

/** Words of quotations times words of transcripts that are laid over one another for one draft: a few seconds' work. */
const MOST_LAID = 1_000_000_000;
/** Places at which the quotations of one draft are judged. A book of 10,000 quotations stays far below both. */
const MOST_PLACES = 320_000;
/** As many as are proposed of one kind. */
const MOST_OF_ONE = 16;

/**
 * At how many places of each kind (transcripts of who is named, and others) every quotation is judged: all that were proposed, and
 * fewer, down to one, where a draft of millions of quoted words would take minutes.
 */
export function rationPlaces(passages: readonly Passage[]): number {
  const laid = passages.reduce((sum, { words, reach }) => sum + words.length * (reach + 2 * words.length), 0);
  const most = Math.min(MOST_LAID / Math.max(1, laid), MOST_PLACES / Math.max(1, passages.length));
  return Math.max(1, Math.min(MOST_OF_ONE, Math.floor(most)));
}

/** The first places of each kind; `claimed` are the numbers of the transcripts of who is named. */
export function takePlaces(
  stretches: readonly Stretch[],
  claimed: ReadonlySet<number>,
  most: number,
): readonly Stretch[] {
  const own = stretches.filter(({ text }) => claimed.has(text));
  const others = stretches.filter(({ text }) => !claimed.has(text));
  return [...own.slice(0, most), ...others.slice(0, most)];
}
