import type { Span } from '../../model/span.js';
import type { AlignedPassage } from '../../text/align-words.js';
import type { WordNumbers } from '../../text/number-words.js';
import { findWords } from '../../text/tokenise.js';

/** One word of a quotation: where it stands in its part. */
type PassageWord = { readonly part: number; readonly span: Span };

/** A quotation's words, made ready to be laid over a transcript. */
export type Passage = AlignedPassage & {
  readonly parts: readonly string[];
  readonly at: readonly PassageWord[];
  /** How many of its words must stand in the source. */
  readonly required: number;
  /** How many words of a transcript it may be spread over. */
  readonly reach: number;
};

const omission = /\[\s*(?:…|\.{3})\s*\]|…|\.{3,4}/u;
const bracket = /\[[^[\]]*\]/gu;
/** Words that one omission may leave out: about a minute of speech. What lies further apart is another passage. */
const MOST_LEFT_OUT = 200;
const MOST_OMISSIONS = 5;
/** Words put in or left out without a mark, as a share of the quotation's length, and at least a few. */
const SLACK_SHARE = 0.25;
const LEAST_SLACK = 4;

/** Words in square brackets need not stand in the transcript; where an omission is marked, it may go on unquoted. */
export function readPassage(parts: readonly string[], numberOf: WordNumbers): Passage {
  const at: PassageWord[] = [];
  const words: number[] = [];
  const optional: number[] = [];
  const skipsBefore: number[] = [];
  let between = '';
  for (const [part, text] of parts.entries()) {
    const brackets = [...text.matchAll(bracket)].map(
      ({ 0: { length }, index }) => [index, index + length] as const,
    );
    let from = 0;
    let next = 0;
    for (const span of findWords(text)) {
      while ((brackets[next]?.[1] ?? text.length) <= span.start) next += 1;
      between += text.slice(from, span.start);
      skipsBefore.push(words.length > 0 && omission.test(between) ? 1 : 0);
      optional.push((brackets[next]?.[0] ?? text.length) < span.start ? 1 : 0);
      words.push(numberOf(text.slice(span.start, span.end)));
      at.push({ part, span });
      between = '';
      from = span.end;
    }
    between = `${text.slice(from)} `;
  }
  const omissions = Math.min(MOST_OMISSIONS, skipsBefore.filter((skips) => skips === 1).length);
  return {
    parts,
    at,
    words: Uint32Array.from(words),
    optional: Uint8Array.from(optional),
    skipsBefore: Uint8Array.from(skipsBefore),
    required: optional.filter((may) => may === 0).length,
    reach: words.length + Math.ceil(words.length * SLACK_SHARE) + LEAST_SLACK + omissions * MOST_LEFT_OUT,
  };
}
