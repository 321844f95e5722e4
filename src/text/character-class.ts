/** What a character does to a word. */
export const OUTSIDE = 1;
export const WORD = 2;
/** Stays in a word that has begun, never begins one. */
export const CONTINUES = 3;
/** Belongs to a word only between two of its letters. */
export const JOINER = 4;
/** A letter that is a word of its own. */
export const ALONE = 5;

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

/** By code point; 0 until the character is first met. */
const classes = new Uint8Array(0x110000);

/** The class of a Unicode code point; half of a surrogate pair is outside. */
export function classOf(codePoint: number): number {
  const known = classes[codePoint];
  if (known !== undefined && known !== 0) return known;
  const found = classify(String.fromCodePoint(codePoint));
  classes[codePoint] = found;
  return found;
}
