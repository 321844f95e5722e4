import type { Span } from '../model/span.js';
import { ALONE, CONTINUES, classOf, JOINER, OUTSIDE, WORD } from './character-class.js';

function classAt(text: string, index: number): number {
  const codePoint = text.codePointAt(index);
  return codePoint === undefined ? OUTSIDE : classOf(codePoint);
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

/** Lower case is all that there is to fold. */
const ASCII = /^[\0-\x7f]*$/;

/**
 * One word in the form in which words are compared: NFKC, lower case, straight apostrophes, plain hyphens, nothing
 * invisible. Only ever for a word: in a whole text it would move the offsets.
 */
export function foldWord(word: string): string {
  if (ASCII.test(word)) return word.toLowerCase();
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’ʼ]/gu, "'")
    .replace(/[‐‑]/gu, '-')
    .replace(/[\u00AD\u2060\u200C\u200D]/gu, '');
}
