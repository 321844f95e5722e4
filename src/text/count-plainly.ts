import type { Language } from '../model/settings.js';
import { type CountedTexts, chooseSurfaces, NO_TERM } from './counted-texts.js';
import { type Lexicon, makeLexicon, readSecondTerm, readTerm, type Term, termKey } from './read-term.js';
import { untieWord } from './stem.js';
import { findWords, foldWord } from './tokenise.js';

type Reading = {
  readonly lexicon: Lexicon;
  readonly formIds: Map<string, number>;
  readonly termIds: Map<string, number>;
  readonly terms: Term[];
};

function numberOf(key: string, ids: Map<string, number>): number {
  const id = ids.get(key) ?? ids.size;
  ids.set(key, id);
  return id;
}

function internTerm({ termIds, terms }: Reading, term: Term): number {
  const id = numberOf(termKey(term), termIds);
  terms[id] = term;
  return id;
}

/** The one or two terms of a word as written. */
function readForm(reading: Reading, form: string): readonly number[] {
  const { lexicon, formIds } = reading;
  numberOf(form, formIds);
  const folded = foldWord(form);
  const term = internTerm(reading, readTerm(folded, lexicon));
  const second = readSecondTerm(folded, lexicon);
  return second === undefined ? [term] : [term, internTerm(reading, second)];
}

function findFillerPhrase(
  compared: readonly string[],
  at: number,
  { lexicon }: Reading,
): readonly string[] | undefined {
  const phrases = lexicon.fillerPhrases.get(compared[at] ?? '');
  return phrases?.find((phrase) => phrase.every((part, i) => compared[at + i] === part));
}

function compareAs(form: string, { language }: Lexicon): string {
  return untieWord(foldWord(form), language);
}

/** How often a text holds each term. */
function countRow(forms: readonly string[], reading: Reading): ReadonlyMap<number, number> {
  const ofForms = forms.map((form) => readForm(reading, form));
  const compared = forms.map((form) => compareAs(form, reading.lexicon));
  const row = new Map<number, number>();
  for (let at = 0; at < forms.length; ) {
    const phrase = findFillerPhrase(compared, at, reading);
    const terms =
      phrase === undefined
        ? (ofForms[at] ?? [])
        : [internTerm(reading, { kind: 'filler', text: phrase.join(' ') })];
    for (const term of terms) row.set(term, (row.get(term) ?? 0) + 1);
    at += phrase?.length ?? 1;
  }
  return row;
}

/** 0, and the sum of the first length, the first two … */
function sumUp(lengths: readonly number[]): Uint32Array {
  const sums = new Uint32Array(lengths.length + 1);
  for (const [i, length] of lengths.entries()) sums[i + 1] = (sums[i] ?? 0) + length;
  return sums;
}

function listForms(reading: Reading, wordForms: Uint32Array) {
  const forms = [...reading.formIds.keys()];
  const ofForms = forms.map((form) => readForm(reading, form));
  const formCounts = new Uint32Array(forms.length);
  for (const form of wordForms) formCounts[form] = (formCounts[form] ?? 0) + 1;
  const listed = {
    forms,
    formTerms: Uint32Array.from(ofForms, ([term]) => term ?? 0),
    formSecondTerms: Uint32Array.from(ofForms, ([, second]) => second ?? NO_TERM),
    terms: reading.terms.map(({ text }) => text),
  };
  const formWords = forms.map((form) => compareAs(form, reading.lexicon));
  return { ...listed, formWords, surfaces: chooseSurfaces({ ...listed, formCounts }) };
}

/**
 * What `countTexts` gives, by strings and maps: slower and larger, and plain enough to see that it is right. Tests hold
 * the quick way against it.
 */
export function countPlainly(texts: readonly string[], language: Language): CountedTexts {
  const lexicon = makeLexicon(language);
  const reading: Reading = { lexicon, formIds: new Map(), termIds: new Map(), terms: [] };
  const words = texts.map((text) => findWords(text).map(({ start, end }) => text.slice(start, end)));
  const rows = words.map((forms) => countRow(forms, reading));
  const wordForms = Uint32Array.from(words.flat(), (form) => numberOf(form, reading.formIds));
  const counts = rows.flatMap((row) => [...row.values()]);
  return {
    ...listForms(reading, wordForms),
    lexicon,
    termKinds: reading.terms.map(({ kind }) => kind),
    termIds: reading.termIds,
    textStarts: sumUp(words.map(({ length }) => length)),
    wordForms,
    rowStarts: sumUp(rows.map(({ size }) => size)),
    columns: Uint32Array.from(rows.flatMap((row) => [...row.keys()])),
    counts: counts.some((count) => count > 0xff) ? Uint32Array.from(counts) : Uint8Array.from(counts),
  };
}
