import { splitsPair } from './cut-surroundings.js';

const partOfWord = /^[\p{L}\p{N}\p{M}]$/u;
/** Scripts that put no space between words: there, any character may begin a passage. */
const unspaced =
  /^[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]$/u;
const mark = /^\p{M}$/u;

/** Whether an offset (UTF-16 units) lies inside a word, a surrogate pair, or before a combining mark. */
export function cutsWord(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false;
  if (splitsPair(text, offset)) return true;
  const after = String.fromCodePoint(text.codePointAt(offset) ?? 0);
  if (mark.test(after)) return true;
  const from = splitsPair(text, offset - 1) ? offset - 2 : offset - 1;
  const before = String.fromCodePoint(text.codePointAt(from) ?? 0);
  return isSpacedWord(before) && isSpacedWord(after);
}

function isSpacedWord(character: string): boolean {
  return partOfWord.test(character) && !unspaced.test(character);
}
