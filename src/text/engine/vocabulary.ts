import type { Language } from '../../model/settings.js';
import { NO_TERM } from '../counted-texts.js';
import {
  type Lexicon,
  makeLexicon,
  readSecondTerm,
  readTerm,
  type Term,
  type TermKind,
} from '../read-term.js';
import { untieWord } from '../stem.js';
import { foldWord } from '../tokenise.js';
import type { Cursor } from './find-next-word.js';
import { growBytes, growIntegers } from './growing.js';

/**
 * The words that were ever met, each interned by its raw bytes and read once. Grows while texts are counted; texts that
 * are counted with the same vocabulary have the same forms and terms.
 */
export type Vocabulary = {
  readonly lexicon: Lexicon;
  /** Open addressing: twice as many places as a power of two, each a hash and 1 + the form, or 0 and 0. */
  slots: Int32Array;
  /** Forms that found no slot. */
  readonly crowded: Map<string, number>;
  /** The bytes of all forms after each other: form `i` from `byteStarts[i]` up to `byteStarts[i + 1]`. */
  pool: Uint8Array<ArrayBuffer>;
  byteStarts: Uint32Array<ArrayBuffer>;
  readonly forms: string[];
  readonly formWords: string[];
  formTerms: Uint32Array<ArrayBuffer>;
  formSecondTerms: Uint32Array<ArrayBuffer>;
  /** By form: 1 where a filler phrase may begin with it. */
  opensPhrase: Uint8Array<ArrayBuffer>;
  readonly terms: Term[];
  readonly termIds: TermNumbers;
};

/** By kind and text: the number of a term. */
export type TermNumbers = Readonly<Record<TermKind, Map<string, number>>>;

const FIRST_SLOTS = 1 << 12;
/** Of slots in a row; words of talk find theirs within a few. */
export const MOST_LOOKED_AT = 64;

export function startVocabulary(language: Language): Vocabulary {
  return {
    lexicon: makeLexicon(language),
    slots: new Int32Array(2 * FIRST_SLOTS),
    crowded: new Map(),
    pool: new Uint8Array(0),
    byteStarts: new Uint32Array(1),
    forms: [],
    formWords: [],
    formTerms: new Uint32Array(0),
    formSecondTerms: new Uint32Array(0),
    opensPhrase: new Uint8Array(0),
    terms: [],
    termIds: { content: new Map(), function: new Map(), negation: new Map(), filler: new Map() },
  };
}

/** The number of a term, the next one where it is new. */
export function internTerm({ terms, termIds }: Vocabulary, term: Term): number {
  const ids = termIds[term.kind];
  const known = ids.get(term.text);
  if (known !== undefined) return known;
  ids.set(term.text, terms.length);
  return terms.push(term) - 1;
}

/** Where the hash of a word is first looked for, before the number of slots cuts it: the low bits alone are too alike. */
export function mixHash(hash: number): number {
  return hash ^ (hash >>> 15);
}

/** Twice the places, and every form put into them anew. */
function growSlots(slots: Int32Array): Int32Array {
  const grown = new Int32Array(2 * slots.length);
  const mask = grown.length / 2 - 1;
  for (let place = 0; place < slots.length; place += 2) {
    if (slots[place + 1] === 0) continue;
    let slot = mixHash(slots[place] ?? 0) & mask;
    while (grown[2 * slot + 1] !== 0) slot = (slot + 1) & mask;
    grown[2 * slot] = slots[place] ?? 0;
    grown[2 * slot + 1] = slots[place + 1] ?? 0;
  }
  return grown;
}

function isForm({ pool, byteStarts }: Vocabulary, form: number, cursor: Cursor): boolean {
  const { bytes, wordStart, wordEnd } = cursor;
  const start = byteStarts[form] ?? 0;
  const length = wordEnd - wordStart;
  if ((byteStarts[form + 1] ?? 0) - start !== length) return false;
  for (let i = 0; i < length; i += 1) if (pool[start + i] !== bytes[wordStart + i]) return false;
  return true;
}

function decodeWord({ bytes, wordStart, wordEnd }: Cursor): string {
  return bytes.toString('utf8', wordStart, wordEnd);
}

/** Keeps a word's bytes, and reads it: folded, split at a contraction, stemmed. */
function addForm(vocabulary: Vocabulary, cursor: Cursor): number {
  const { bytes, wordStart, wordEnd } = cursor;
  const form = vocabulary.forms.push(decodeWord(cursor)) - 1;
  const start = vocabulary.byteStarts[form] ?? 0;
  const end = start + wordEnd - wordStart;
  vocabulary.pool = growBytes(vocabulary.pool, end);
  for (let at = start; at < end; at += 1) vocabulary.pool[at] = bytes[wordStart + at - start] ?? 0;
  vocabulary.byteStarts = growIntegers(vocabulary.byteStarts, form + 2);
  vocabulary.byteStarts[form + 1] = end;
  vocabulary.formTerms = growIntegers(vocabulary.formTerms, form + 1);
  vocabulary.formSecondTerms = growIntegers(vocabulary.formSecondTerms, form + 1);
  vocabulary.opensPhrase = growBytes(vocabulary.opensPhrase, form + 1);
  readForm(vocabulary, form);
  return form;
}

function readForm(vocabulary: Vocabulary, form: number): void {
  const { lexicon, forms, formWords, formTerms, formSecondTerms, opensPhrase } = vocabulary;
  const folded = foldWord(forms[form] ?? '');
  const word = untieWord(folded, lexicon.language);
  formWords.push(word);
  formTerms[form] = internTerm(vocabulary, readTerm(folded, lexicon));
  const second = readSecondTerm(folded, lexicon);
  formSecondTerms[form] = second === undefined ? NO_TERM : internTerm(vocabulary, second);
  opensPhrase[form] = lexicon.fillerPhrases.has(word) ? 1 : 0;
}

/** By its string: a word for which there is no place near its hash, as where somebody chose words of one hash. */
function internCrowded(vocabulary: Vocabulary, cursor: Cursor): number {
  const written = decodeWord(cursor);
  const known = vocabulary.crowded.get(written);
  if (known !== undefined) return known;
  const form = addForm(vocabulary, cursor);
  vocabulary.crowded.set(written, form);
  return form;
}

function fillSlot(vocabulary: Vocabulary, slot: number, cursor: Cursor): number {
  const { slots, crowded } = vocabulary;
  const known = crowded.size === 0 ? undefined : crowded.get(decodeWord(cursor));
  const form = known ?? addForm(vocabulary, cursor);
  slots[2 * slot] = cursor.hash;
  slots[2 * slot + 1] = form + 1;
  // At most half full, so that a search ends soon.
  if (4 * vocabulary.forms.length > slots.length) vocabulary.slots = growSlots(slots);
  return form;
}

/** The number of the word that a cursor has found, the next one where its bytes are new. */
export function internForm(vocabulary: Vocabulary, cursor: Cursor): number {
  const { slots } = vocabulary;
  const { hash } = cursor;
  const mask = slots.length / 2 - 1;
  let slot = mixHash(hash) & mask;
  for (let looked = 0; looked < MOST_LOOKED_AT; looked += 1) {
    const form = (slots[2 * slot + 1] ?? 0) - 1;
    if (form < 0) return fillSlot(vocabulary, slot, cursor);
    if (slots[2 * slot] === hash && isForm(vocabulary, form, cursor)) return form;
    slot = (slot + 1) & mask;
  }
  return internCrowded(vocabulary, cursor);
}
