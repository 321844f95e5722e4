import type { Span } from '../../model/span.js';
import { alignWords } from '../../text/align-words.js';
import { findWords, foldWord } from '../../text/tokenise.js';

/** Something in brackets, or dots, between the words of an edited text. */
export type EditMark = { readonly kind: 'omission' | 'insertion'; readonly text: string };

/** An edited text laid over the exact words that it came from. */
export type LaidWording = {
  readonly exact: string;
  readonly edited: string;
  /** Spans of the words of `exact`. */
  readonly spoken: readonly Span[];
  /** Spans of the words of `edited` that stand outside its marks. */
  readonly kept: readonly Span[];
  /** For each kept word, the number of the same spoken word (in any case), or -1. */
  readonly matches: Int32Array;
  /** For each kept word, the number of the spoken word that it stands on or replaces, or -1. */
  readonly places: Int32Array;
};

/** Cells of the table that words are aligned in: two passages of 2,000 words. */
const LARGEST_TABLE = 4_000_000;
const anyMark = /\[\s*(?:…|\.{3})\s*\]|…|\.{3,4}|\[[^[\]]*\]/gu;
const dots = /^\[?\s*(?:…|\.{3,4})\s*\]?$/u;

/** Lays an edited text over the exact words, whatever lies between; nothing where both are too long to be compared. */
export function layWording(edited: string, exact: string): LaidWording | undefined {
  const spoken = findWords(exact);
  const kept = findWords(blankMarks(edited, exact));
  if (spoken.length * kept.length > LARGEST_TABLE) return undefined;
  const numbers = new Map<string, number>();
  const number = (text: string, spans: readonly Span[]) =>
    Uint32Array.from(spans, ({ start, end }) => {
      const word = foldWord(text.slice(start, end));
      const found = numbers.get(word) ?? numbers.size;
      numbers.set(word, found);
      return found;
    });
  const words = number(edited, kept);
  const { matches, places } = alignWords(
    {
      words,
      skipsBefore: new Uint8Array(words.length + 1).fill(1),
      optional: new Uint8Array(words.length),
    },
    number(exact, spoken),
  );
  return { exact, edited, spoken, kept, matches, places };
}

/** The marks in a stretch of an edited text; brackets that stand in the transcript itself are none. */
export function readEditMarks(stretch: string, exact: string): readonly EditMark[] {
  return (stretch.match(anyMark) ?? [])
    .filter((text) => dots.test(text) || !exact.includes(text))
    .map((text) => ({ kind: dots.test(text) ? 'omission' : 'insertion', text }));
}

/** An edited text with its marks blanked out: places stay. */
export function blankMarks(edited: string, exact: string): string {
  return edited.replace(anyMark, (text) =>
    dots.test(text) || !exact.includes(text) ? ' '.repeat(text.length) : text,
  );
}

/** The stretch between two kept words, by the number of the first: -1 is the beginning. */
export function cutEdited({ edited, kept }: LaidWording, after: number): string {
  return edited.slice(kept[after]?.end ?? 0, kept[after + 1]?.start ?? edited.length);
}

/** The stretch between two spoken words. */
export function cutSpoken({ exact, spoken }: LaidWording, from: number, to: number): string {
  return exact.slice(spoken[from]?.end ?? 0, spoken[to]?.start ?? exact.length);
}

/** One word of the edited text. */
export function readKept({ edited, kept }: LaidWording, word: number): string {
  const span = kept[word];
  return span === undefined ? '' : edited.slice(span.start, span.end);
}

/** One word of the exact text. */
export function readSpoken({ exact, spoken }: LaidWording, word: number): string {
  const span = spoken[word];
  return span === undefined ? '' : exact.slice(span.start, span.end);
}
