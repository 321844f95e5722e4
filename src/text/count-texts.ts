import type { Language } from '../model/settings.js';
import type { CountedTable, CountedTexts } from './counted-texts.js';
import {
  addBytes,
  addLines,
  addText,
  finishCounting,
  LINE_FEED,
  startCounting,
} from './engine/count-chunks.js';
import { finishTable, finishTally } from './engine/tally.js';
import { startVocabulary, type Vocabulary } from './engine/vocabulary.js';
import type { TermKind } from './read-term.js';

export { type CountedTable, type CountedTexts, findTerms, hasTerms, type TermPair } from './counted-texts.js';
export { startVocabulary, type Vocabulary } from './engine/vocabulary.js';

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
  const bytes = texts.reduce((sum, { length }) => sum + length, 0);
  const counting = startCounting(openVocabulary(known), { bytes, keepsWords: true });
  for (const text of texts) addText(counting, text);
  return finishTally(finishCounting(counting));
}

/**
 * The same of a file's bytes, UTF-8 with one text a line, without making strings of them. Lines end in a line feed, with
 * or without a carriage return; the last one need not. An empty line is an empty text.
 */
export function countLines(bytes: Uint8Array, known: KnownWords): CountedTexts {
  const counting = startCounting(openVocabulary(known), { bytes: bytes.length, keepsWords: true });
  const rest = addLines(counting, bytes);
  if (rest < bytes.length) addBytes(counting, bytes.subarray(rest));
  return finishTally(finishCounting(counting));
}

/**
 * The table alone of a file that comes in pieces, cut anywhere: neither the file nor its words have to fit into memory.
 * `bytes` is how long it is, where that is known; only terms of `kinds` are counted, of all kinds without it.
 */
export function tabulateLines(
  pieces: Iterable<Uint8Array>,
  known: KnownWords,
  { kinds, ...length }: { readonly bytes?: number; readonly kinds?: readonly TermKind[] } = {},
): CountedTable {
  const keeping = { keepsWords: false, ...(kinds === undefined ? {} : { kinds: new Set(kinds) }) };
  const counting = startCounting(openVocabulary(known), { ...length, ...keeping });
  // Of a line that goes on in the next piece.
  let begun: Uint8Array[] = [];
  for (const piece of pieces) {
    const feed = piece.indexOf(LINE_FEED);
    if (feed < 0) {
      begun.push(piece.slice());
      continue;
    }
    begun.push(piece.subarray(0, feed));
    addBytes(counting, joinBytes(begun));
    const lines = piece.subarray(feed + 1);
    begun = [lines.slice(addLines(counting, lines))];
  }
  const rest = joinBytes(begun);
  if (rest.length > 0) addBytes(counting, rest);
  return finishTable(finishCounting(counting));
}

function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const part of parts) {
    joined.set(part, end);
    end += part.length;
  }
  return joined;
}
