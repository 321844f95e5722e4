import type { Span } from '../../model/span.js';
import { alignWords } from '../../text/align-words.js';
import { findRemovable } from './find-removable.js';
import { type LaidPassage, spanWords } from './lay-passage.js';
import type { Passage } from './read-passage.js';
import type { RemovableFillers } from './removable-fillers.js';

/** Words of the transcript around the place found first, in which a quotation may turn out to begin or end. */
const MARGIN = 20;

/**
 * Lays a quotation anew over the words of its place that are no removable fillers: with these, a word next to one may have
 * been laid over it. Nothing where the quotation departs from the transcript in more than fillers that it leaves out.
 */
export function layWithoutFillers(laid: LaidPassage, fillers: RemovableFillers): LaidPassage | undefined {
  const { passage, source } = laid;
  const window = widen(laid);
  const removable = findRemovable(source, window, fillers);
  const kept = Array.from({ length: window.end - window.start }, (_, index) => window.start + index).filter(
    (word) => !removable.has(word),
  );
  const found = alignWords(
    { ...passage, optional: markFillers(passage, { source, removable }) },
    Uint32Array.from(kept, (word) => source.words[word] ?? 0),
  );
  if (found.errors > 0) return undefined;
  const matches = matchFillers(
    found.matches.map((match) => kept[match] ?? -1),
    laid,
  );
  const span = spanWords(source, matches);
  if (matches.some((match, word) => match < 0 && passage.optional[word] === 0)) return undefined;
  return span && { ...laid, errors: 0, likeness: 1, matches, places: matches, span };
}

function widen({ source, places }: LaidPassage): Span {
  const placed = places.filter((place) => place >= 0);
  const [first = 0] = placed;
  const start = Math.max(0, first - MARGIN);
  return { start, end: Math.min(source.words.length, (placed.at(-1) ?? first) + 1 + MARGIN) };
}

type Removable = Pick<LaidPassage, 'source'> & { readonly removable: ReadonlySet<number> };

/** Words of the quotation that are fillers at its place need not be among the words that are none. */
function markFillers(passage: Passage, { source, removable }: Removable): Uint8Array {
  const numbers = new Set(Array.from(removable, (word) => source.words[word]));
  return passage.optional.map((may, word) => (may === 1 || numbers.has(passage.words[word]) ? 1 : 0));
}

/** Fillers that the quotation has kept, each at the first place for it between its neighbours. */
function matchFillers(matches: Int32Array, { passage, source }: LaidPassage): Int32Array {
  const filled = matches.slice();
  for (let word = 0; word < filled.length; word++) {
    if ((filled[word] ?? -1) >= 0) continue;
    const next = filled.subarray(word + 1).find((match) => match >= 0) ?? source.words.length;
    const last = filled.subarray(0, word).findLast((match) => match >= 0) ?? -1;
    const from = last < 0 ? Math.max(0, next - MARGIN) : last + 1;
    const place = source.words.subarray(from, next).indexOf(passage.words[word] ?? 0);
    if (place >= 0) filled[word] = from + place;
  }
  return filled;
}
