import type { Span } from '../model/span.js';

/** A text in a form that ignores how it was typed, with the way back to the original. */
export type FoldedText = {
  readonly folded: string;
  /**
   * For each UTF-16 unit of `folded`, the offset in the original of the character it came from; one more entry
   * holds the original's length.
   */
  readonly offsets: Uint32Array;
};

/** No code unit becomes more than three: an ellipsis becomes three dots. */
const MOST_UNITS = 3;
const SPACE = 0x20;
const FIRST_BEYOND_ASCII = 0x80;
/** Units turned into a string at once: far below the number of arguments that a call may have. */
const UNITS_PER_CALL = 8192;

const forms: readonly (readonly [form: string, characters: string])[] = [
  ["'", '‘’‚‛ʼ′`´'],
  ['"', '“”„‟″«»'],
  ['-', '‐‑‒–—―−'],
  ['...', '…'],
];
const folds: ReadonlyMap<string, string> = new Map(
  forms.flatMap(([form, characters]) => [...characters].map((character) => [character, form] as const)),
);
const asciiFolds = Uint16Array.from({ length: FIRST_BEYOND_ASCII }, (_, unit) =>
  foldCharacter(String.fromCharCode(unit)).charCodeAt(0),
);

/**
 * Folds white space (any run becomes one space), the style of quote marks, apostrophes, dashes and ellipses, and
 * case. Linear. Case is folded by code point, so that a character which changes its length keeps its place.
 */
export function foldText(text: string): FoldedText {
  const units = new Uint16Array(text.length * MOST_UNITS);
  const offsets = new Uint32Array(text.length * MOST_UNITS + 1);
  let length = 0;
  const write = (unit: number, offset: number) => {
    if (unit === SPACE && length > 0 && units[length - 1] === SPACE) return;
    offsets[length] = offset;
    units[length++] = unit;
  };
  for (let offset = 0; offset < text.length; offset++) {
    const unit = text.charCodeAt(offset);
    if (unit < FIRST_BEYOND_ASCII) {
      write(asciiFolds[unit] ?? unit, offset);
      continue;
    }
    const character = String.fromCodePoint(text.codePointAt(offset) ?? unit);
    const piece = foldCharacter(character);
    for (let at = 0; at < piece.length; at++) write(piece.charCodeAt(at), offset);
    offset += character.length - 1;
  }
  offsets[length] = text.length;
  return { folded: joinUnits(units.subarray(0, length)), offsets: offsets.slice(0, length + 1) };
}

const typographic = new RegExp(`[${[...folds.keys()].join('')}]`, 'gu');

/** Straight quote marks and apostrophes, plain dashes and dots, single spaces; case stays. For texts without offsets. */
export function straightenText(text: string): string {
  return text
    .replace(typographic, (character) => folds.get(character) ?? character)
    .replace(/\s+/gu, ' ')
    .trim();
}

function foldCharacter(character: string): string {
  return /\s/.test(character) ? ' ' : (folds.get(character) ?? character.toLowerCase());
}

function joinUnits(units: Uint16Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < units.length; at += UNITS_PER_CALL) {
    pieces.push(String.fromCharCode(...units.subarray(at, at + UNITS_PER_CALL)));
  }
  return pieces.join('');
}

/**
 * The span of the original that a span of the folded text came from. A character that only half lies inside is
 * taken whole, so the span never cuts a surrogate pair; white space at its end is left out.
 */
export function unfoldSpan(text: string, folded: FoldedText, span: Span): Span {
  const { offsets } = folded;
  const start = offsets[span.start] ?? 0;
  let after = span.end;
  while (cutsCharacter(folded, after)) after++;
  const end = offsets[after] ?? text.length;
  return { start, end: start + text.slice(start, end).trimEnd().length };
}

/** Whether an offset of the folded text lies inside what one character of the original became. */
export function cutsCharacter({ offsets }: FoldedText, at: number): boolean {
  return at > 0 && offsets[at] === offsets[at - 1];
}

/** Where the folded text has reached an offset of the original: its first unit at or after it. */
export function foldOffset({ offsets }: FoldedText, offset: number): number {
  let low = 0;
  let high = offsets.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
