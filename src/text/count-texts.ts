import type { Language } from '../model/settings.js';
import type { CountedTexts } from './counted-texts.js';
import { openCursor } from './engine/find-next-word.js';
import { countText, finishTally, startTally } from './engine/tally.js';
import { startVocabulary, type Vocabulary } from './engine/vocabulary.js';

export { type CountedTexts, findTerms, hasTerms, type TermPair } from './counted-texts.js';
export { startVocabulary, type Vocabulary } from './engine/vocabulary.js';

const LINE_FEED = 0x0a;
/** A UTF-16 unit takes at most three bytes of UTF-8. */
const BYTES_A_UNIT = 3;
const FIRST_ROOM = 1 << 12;

/** A language, or a vocabulary that has read texts of it before. */
type KnownWords = Language | Vocabulary;

function openVocabulary(known: KnownWords): Vocabulary {
  return typeof known === 'string' ? startVocabulary(known) : known;
}

/**
 * Reads every text once: its words, their terms and how often each occurs. Linear in the length of the texts. The forms
 * and terms of a vocabulary that has read other texts before keep their numbers and come first; it learns the new ones.
 */
export function countTexts(texts: readonly string[], known: KnownWords): CountedTexts {
  const vocabulary = openVocabulary(known);
  const encoder = new TextEncoder();
  const tally = startTally(
    vocabulary,
    texts.reduce((sum, { length }) => sum + length, 0),
  );
  const cursor = openCursor(new Uint8Array(FIRST_ROOM));
  for (const text of texts) {
    const room = BYTES_A_UNIT * text.length;
    if (cursor.bytes.length < room) cursor.bytes = new Uint8Array(2 * room);
    countText(tally, cursor, { start: 0, end: encoder.encodeInto(text, cursor.bytes).written });
  }
  return finishTally(tally);
}

/**
 * The same of a file's bytes, UTF-8 with one text a line, without making strings of them. Lines end in a line feed, with
 * or without a carriage return; the last one need not. An empty line is an empty text.
 */
export function countLines(bytes: Uint8Array, known: KnownWords): CountedTexts {
  const tally = startTally(openVocabulary(known), bytes.length);
  const cursor = openCursor(bytes);
  for (let start = 0; start < bytes.length; ) {
    const found = bytes.indexOf(LINE_FEED, start);
    const end = found < 0 ? bytes.length : found;
    countText(tally, cursor, { start, end });
    start = end + 1;
  }
  return finishTally(tally);
}
