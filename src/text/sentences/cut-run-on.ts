import type { Language } from '../../model/settings.js';
import type { Span } from '../../model/span.js';
import { findWords, foldWord } from '../tokenise.js';
import { SENTENCE_WORDS } from './sentence-words.js';

/** In words: what is longer, nobody reads in one breath; it was never punctuated. */
const LONGEST = 45;
/** In words: a piece that is shorter says too little for itself. */
const SHORTEST = 8;
const PAUSE = /[,;:–—]/u;

/** How well a new sentence could begin at each word: a joint after a pause, a joint, a pause. */
function rateJoints(text: string, words: readonly Span[], language: Language): Uint8Array {
  const { joints } = SENTENCE_WORDS[language];
  return Uint8Array.from(words, ({ start, end }, at) => {
    const before = words[at - 1];
    if (before === undefined) return 0;
    const pauses = PAUSE.test(text.slice(before.end, start)) ? 1 : 0;
    // Of "and then" the first word is the joint.
    const follows = joints.has(foldWord(text.slice(before.start, before.end)));
    const joins = !follows && joints.has(foldWord(text.slice(start, end))) ? 2 : 0;
    return joins + pauses;
  });
}

/** The best place to cut between two words, both in: the latest of the best rated; undefined where there is none. */
function choosePlace(ratings: Uint8Array, from: number, to: number): number | undefined {
  let best: number | undefined;
  for (let at = from; at <= to; at += 1) {
    const rating = ratings[at] ?? 0;
    if (rating > 0 && rating >= (best === undefined ? 0 : (ratings[best] ?? 0))) best = at;
  }
  return best;
}

/**
 * Cuts a stretch of speech of more than 45 words before joints ("and then", "but", "so") or, where there is none, at
 * pauses. Stays whole where it has neither. Linear in its length.
 */
export function cutRunOn(text: string, span: Span, language: Language): readonly Span[] {
  const piece = text.slice(span.start, span.end);
  const words = findWords(piece);
  if (words.length <= LONGEST) return [span];
  const ratings = rateJoints(piece, words, language);
  const starts = [span.start];
  let first = 0;
  while (words.length - first > LONGEST) {
    const to = Math.min(first + LONGEST, words.length - SHORTEST);
    const place =
      choosePlace(ratings, first + SHORTEST, to) ?? findNext(ratings, to + 1, words.length - SHORTEST);
    if (place === undefined) break;
    starts.push(span.start + (words[place]?.start ?? 0));
    first = place;
  }
  return starts.map((start, at) => ({ start, end: starts[at + 1] ?? span.end }));
}

function findNext(ratings: Uint8Array, from: number, to: number): number | undefined {
  for (let at = from; at <= to; at += 1) if ((ratings[at] ?? 0) > 0) return at;
  return undefined;
}
