import type { Span } from '../model/span.js';

const OUTSIDE = 1;
const WORD = 2;
/** Stays in a word that has begun, never begins one. */
const CONTINUES = 3;
/** Belongs to a word only between two of its letters. */
const JOINER = 4;
/** A letter that is a word of its own. */
const ALONE = 5;

const LETTER_OR_NUMBER = /[\p{L}\p{N}]/u;
/** Marks, and the invisible soft hyphen, word joiner and zero-width (non-)joiner: no reason to cut a word. */
const MARK_OR_INVISIBLE = /[\p{M}\u00AD\u2060\u200C\u200D]/u;
const APOSTROPHE_OR_HYPHEN = /['’ʼ＇\-‐‑]/u;
/** Written without spaces between words: letters are words of their own, so that phrases still match in place. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;

function classify(character: string): number {
  if (APOSTROPHE_OR_HYPHEN.test(character)) return JOINER;
  if (MARK_OR_INVISIBLE.test(character)) return CONTINUES;
  if (!LETTER_OR_NUMBER.test(character)) return OUTSIDE;
  return UNSPACED.test(character) ? ALONE : WORD;
}

/** Class by code point of the basic plane; 0 until the character is first met. */
const basicPlane = new Uint8Array(0x10000);

function classAt(text: string, index: number): number {
  const codePoint = text.codePointAt(index);
  if (codePoint === undefined) return OUTSIDE;
  const known = basicPlane[codePoint];
  if (known !== undefined && known !== 0) return known;
  const found = classify(String.fromCodePoint(codePoint));
  if (codePoint < basicPlane.length) basicPlane[codePoint] = found;
  return found;
}

/** Length in UTF-16 units of the code point at `index`. */
function unitsAt(text: string, index: number): number {
  return (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
}

/** End of the word that starts at `start`, whose first letter is of class `first`. */
function findWordEnd(text: string, start: number, first: number): number {
  let end = start + unitsAt(text, start);
  for (;;) {
    const next = classAt(text, end);
    if (next === CONTINUES || (next === WORD && first === WORD)) end += unitsAt(text, end);
    else if (next === JOINER && first === WORD && classAt(text, end + 1) === WORD) end += 1;
    else return end;
  }
}

/**
 * Visits the words of a text in order, in UTF-16 units of that very text. A word is a run of letters, marks and digits
 * of any script with inner apostrophes and hyphens: a contraction is one word, with a curly apostrophe as with a
 * straight one. Scripts without spaces give one word per letter. Linear in the length of the text.
 */
export function scanWords(text: string, visit: (start: number, end: number) => void): void {
  let index = 0;
  while (index < text.length) {
    const first = classAt(text, index);
    if (first === WORD || first === ALONE) {
      const end = findWordEnd(text, index, first);
      visit(index, end);
      index = end;
    } else {
      index += unitsAt(text, index);
    }
  }
}

/** The words of a text as spans: `text.slice(start, end)` is the word. */
export function findWords(text: string): readonly Span[] {
  const spans: Span[] = [];
  scanWords(text, (start, end) => spans.push({ start, end }));
  return spans;
}

/**
 * One word in the form in which words are compared: NFKC, lower case, straight apostrophes, plain hyphens, nothing
 * invisible. Only ever for a word: in a whole text it would move the offsets.
 */
export function foldWord(word: string): string {
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’ʼ]/gu, "'")
    .replace(/[‐‑]/gu, '-')
    .replace(/[\u00AD\u2060\u200C\u200D]/gu, '');
}
