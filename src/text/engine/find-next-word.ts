import { ALONE, CONTINUES, classOf, JOINER, OUTSIDE, WORD } from '../character-class.js';

/** Part of a character of several bytes: the character has to be decoded to tell its class. */
const MULTIBYTE = 0;
/** By byte: the class of an ASCII character, or `MULTIBYTE`. */
const BYTE_CLASSES = Uint8Array.from({ length: 256 }, (_, byte) => (byte < 0x80 ? classOf(byte) : MULTIBYTE));

/** What a byte that belongs to no character of UTF-8 is taken for: like U+FFFD it is outside of words. */
const MALFORMED = -1;

/** FNV-1a (Fowler, Noll, Vo), 32 bits. */
const HASH_START = 0x811c9dc5 | 0;
const HASH_FACTOR = 0x01000193;

/** A place in a text of UTF-8 bytes: the word last found, and where the text ends. */
export type Cursor = {
  bytes: Buffer;
  /** Where the text ends. */
  end: number;
  wordStart: number;
  /** Where the word ends and the search goes on. */
  wordEnd: number;
  /** Of the bytes of the word. */
  hash: number;
};

/** A cursor at the beginning of some bytes, which are not copied. */
export function openCursor({ buffer, byteOffset, length }: Uint8Array): Cursor {
  return { bytes: Buffer.from(buffer, byteOffset, length), end: 0, wordStart: 0, wordEnd: 0, hash: 0 };
}

function continuationAt({ bytes, end }: Cursor, at: number): number {
  const byte = at < end ? (bytes[at] ?? 0) : 0;
  return (byte & 0xc0) === 0x80 ? byte & 0x3f : MALFORMED;
}

/**
 * The code point that begins at a byte, or `MALFORMED`: overlong forms are none (Unicode 3.9, D92). Surrogates are none
 * either, but are outside of words anyway, as are the bytes that they would be made of.
 */
function codePointAt(cursor: Cursor, at: number): number {
  const lead = at < cursor.end ? (cursor.bytes[at] ?? 0) : 0;
  if (lead < 0x80) return lead;
  const second = continuationAt(cursor, at + 1);
  if (lead < 0xc2 || lead > 0xf4 || second === MALFORMED) return MALFORMED;
  if (lead < 0xe0) return ((lead & 0x1f) << 6) | second;
  const third = continuationAt(cursor, at + 2);
  if (third === MALFORMED) return MALFORMED;
  if (lead < 0xf0) {
    const codePoint = ((lead & 0xf) << 12) | (second << 6) | third;
    return codePoint < 0x800 ? MALFORMED : codePoint;
  }
  const fourth = continuationAt(cursor, at + 3);
  const codePoint = ((lead & 7) << 18) | (second << 12) | (third << 6) | fourth;
  return fourth === MALFORMED || codePoint < 0x10000 || codePoint > 0x10ffff ? MALFORMED : codePoint;
}

function classOfCharacter(codePoint: number): number {
  return codePoint === MALFORMED ? OUTSIDE : classOf(codePoint);
}

function countBytes(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  return codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
}

/** End of a word of which everything up to `at` is known, and that began with a letter of class `first`. */
function findWordEnd(cursor: Cursor, at: number, first: number): number {
  let end = at;
  while (end < cursor.end) {
    const codePoint = codePointAt(cursor, end);
    const next = classOfCharacter(codePoint);
    const after = end + countBytes(codePoint);
    if (next === CONTINUES || (next === WORD && first === WORD)) end = after;
    else if (next === JOINER && first === WORD && startsWord(cursor, after)) end = after;
    else return end;
  }
  return end;
}

function startsWord(cursor: Cursor, at: number): boolean {
  return classOfCharacter(codePointAt(cursor, at)) === WORD;
}

/** Makes what begins at `wordStart`, of which `hash` has seen the bytes up to `at`, the word found. */
function takeWord(cursor: Cursor, at: number, wordEnd: number): true {
  const { bytes } = cursor;
  let { hash } = cursor;
  for (let place = at; place < wordEnd; place += 1) hash = Math.imul(hash ^ (bytes[place] ?? 0), HASH_FACTOR);
  cursor.hash = hash;
  cursor.wordEnd = wordEnd;
  return true;
}

/** A run of ASCII letters and digits; whatever follows of another kind is looked at character by character. */
function takePlainWord(cursor: Cursor, start: number): true {
  const { bytes, end } = cursor;
  let hash = HASH_START;
  let at = start;
  let next = WORD;
  while (next === WORD) {
    hash = Math.imul(hash ^ (bytes[at] ?? 0), HASH_FACTOR);
    at += 1;
    next = at < end ? (BYTE_CLASSES[bytes[at] ?? 0] ?? OUTSIDE) : OUTSIDE;
  }
  cursor.wordStart = start;
  cursor.hash = hash;
  if (next !== OUTSIDE) return takeWord(cursor, at, findWordEnd(cursor, at, WORD));
  cursor.wordEnd = at;
  return true;
}

/**
 * Moves a cursor to the next word of its text, by the rules of `scanWords` in bytes of UTF-8; false where there is none.
 * Bytes that are no UTF-8 are outside of words, as the U+FFFD that they decode to would be.
 */
export function findNextWord(cursor: Cursor): boolean {
  const { bytes, end } = cursor;
  let at = cursor.wordEnd;
  while (at < end) {
    const plain = BYTE_CLASSES[bytes[at] ?? 0] ?? OUTSIDE;
    if (plain === WORD) return takePlainWord(cursor, at);
    if (plain !== MULTIBYTE) {
      at += 1;
      continue;
    }
    const codePoint = codePointAt(cursor, at);
    const first = classOfCharacter(codePoint);
    const after = at + countBytes(codePoint);
    if (first === WORD || first === ALONE) {
      cursor.wordStart = at;
      cursor.hash = HASH_START;
      return takeWord(cursor, at, findWordEnd(cursor, after, first));
    }
    at = after;
  }
  cursor.wordEnd = end;
  return false;
}
