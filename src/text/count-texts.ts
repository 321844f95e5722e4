import type { Language } from '../model/settings.js';
import { type Lexicon, makeLexicon, readTerm, type Term, type TermKind, termKey } from './read-term.js';
import { untieWord } from './stem.js';
import { foldWord, scanWords } from './tokenise.js';

/**
 * Texts as words and as a table of counts, made once for every stage of a run.
 *
 * A *form* is a word as written; a *term* is a column of the table: the stem of a content word, a function word or
 * filler in full, or a filler phrase such as "you know". Both are numbered in the order of their first occurrence.
 */
export type CountedTexts = {
  /** How words were read: whoever looks one up reads it the same way. */
  readonly lexicon: Lexicon;

  readonly forms: readonly string[];
  /** By form: the word as it is compared with others, folded and without a possessive or an elided article. */
  readonly formWords: readonly string[];
  /** By form: its term. */
  readonly formTerms: Uint32Array;

  readonly terms: readonly string[];
  readonly termKinds: readonly TermKind[];
  /** By term: its most frequent form, the earlier of two equally frequent ones; a filler phrase is its own. */
  readonly surfaces: readonly string[];
  /** From `termKey` to the term. */
  readonly termIds: ReadonlyMap<string, number>;

  /** The words of text `i` are those from `textStarts[i]` up to `textStarts[i + 1]`. */
  readonly textStarts: Uint32Array;
  /** By word: its form. */
  readonly wordForms: Uint32Array;
  /** By word: its place in its own text, UTF-16 units, start in, end out. */
  readonly wordStarts: Uint32Array;
  readonly wordEnds: Uint32Array;

  /**
   * The table in compressed sparse rows: text `i` holds the term `columns[j]` `counts[j]` times, `j` from
   * `rowStarts[i]` up to `rowStarts[i + 1]`, in the order of first occurrence. A filler phrase is counted once, its
   * words are not counted beside it.
   */
  readonly rowStarts: Uint32Array;
  readonly columns: Uint32Array;
  readonly counts: Uint32Array;
};

type Tally = {
  readonly lexicon: Lexicon;
  readonly formIds: Map<string, number>;
  readonly formWords: string[];
  readonly formTerms: number[];
  readonly formCounts: number[];
  /** By form: the filler phrases that begin with it. */
  readonly formPhrases: (readonly (readonly string[])[] | undefined)[];
  readonly termIds: Map<string, number>;
  readonly terms: Term[];
  readonly textStarts: number[];
  readonly wordForms: number[];
  readonly wordStarts: number[];
  readonly wordEnds: number[];
  readonly rowStarts: number[];
  readonly columns: number[];
  readonly counts: number[];
  /** By term: where it was last counted in `columns`; older than the row's start where the row lacks it so far. */
  readonly lastCounted: number[];
};

function startTally(language: Language): Tally {
  return {
    lexicon: makeLexicon(language),
    formIds: new Map(),
    formWords: [],
    formTerms: [],
    formCounts: [],
    formPhrases: [],
    termIds: new Map(),
    terms: [],
    textStarts: [0],
    wordForms: [],
    wordStarts: [],
    wordEnds: [],
    rowStarts: [0],
    columns: [],
    counts: [],
    lastCounted: [],
  };
}

function internTerm(tally: Tally, term: Term): number {
  const key = termKey(term);
  const known = tally.termIds.get(key);
  if (known !== undefined) return known;
  tally.termIds.set(key, tally.terms.length);
  tally.lastCounted.push(-1);
  return tally.terms.push(term) - 1;
}

/** The memo behind the stemmer: a form is folded and stemmed the first time it is met. */
function internForm(tally: Tally, form: string): number {
  const known = tally.formIds.get(form);
  if (known !== undefined) return known;
  const folded = foldWord(form);
  const word = untieWord(folded, tally.lexicon.language);
  tally.formIds.set(form, tally.formWords.length);
  tally.formTerms.push(internTerm(tally, readTerm(folded, tally.lexicon)));
  tally.formCounts.push(0);
  tally.formPhrases.push(tally.lexicon.fillerPhrases.get(word));
  return tally.formWords.push(word) - 1;
}

function readWords(tally: Tally, text: string): void {
  scanWords(text, (start, end) => {
    const form = internForm(tally, text.slice(start, end));
    tally.formCounts[form] = (tally.formCounts[form] ?? 0) + 1;
    tally.wordForms.push(form);
    tally.wordStarts.push(start);
    tally.wordEnds.push(end);
  });
  tally.textStarts.push(tally.wordForms.length);
}

/** The filler phrase that begins with the given word of the last text read, if one does. */
function findFillerPhrase(tally: Tally, word: number): readonly string[] | undefined {
  const candidates = tally.formPhrases[tally.wordForms[word] ?? 0];
  if (candidates === undefined) return undefined;
  const wordAt = (index: number) => tally.formWords[tally.wordForms[index] ?? -1];
  return candidates.find((phrase) => phrase.every((part, offset) => wordAt(word + offset) === part));
}

function countTerm(tally: Tally, term: number, rowStart: number): void {
  const last = tally.lastCounted[term] ?? -1;
  if (last >= rowStart) {
    tally.counts[last] = (tally.counts[last] ?? 0) + 1;
    return;
  }
  tally.lastCounted[term] = tally.columns.push(term) - 1;
  tally.counts.push(1);
}

function countLastText(tally: Tally): void {
  const rowStart = tally.columns.length;
  let word = tally.textStarts.at(-2) ?? 0;
  while (word < tally.wordForms.length) {
    const phrase = findFillerPhrase(tally, word);
    const term =
      phrase === undefined
        ? (tally.formTerms[tally.wordForms[word] ?? 0] ?? 0)
        : internTerm(tally, { kind: 'filler', text: phrase.join(' ') });
    countTerm(tally, term, rowStart);
    word += phrase?.length ?? 1;
  }
  tally.rowStarts.push(tally.columns.length);
}

function chooseSurfaces(tally: Tally, forms: readonly string[]): readonly string[] {
  const surfaces = tally.terms.map(({ text }) => text);
  const best = new Uint32Array(tally.terms.length);
  for (const [form, term] of tally.formTerms.entries()) {
    const count = tally.formCounts[form] ?? 0;
    if (count <= (best[term] ?? 0)) continue;
    best[term] = count;
    surfaces[term] = forms[form] ?? '';
  }
  return surfaces;
}

/** Reads every text once: its words, their terms and how often each occurs. Linear in the length of the texts. */
export function countTexts(texts: readonly string[], language: Language): CountedTexts {
  const tally = startTally(language);
  for (const text of texts) {
    readWords(tally, text);
    countLastText(tally);
  }
  const forms = [...tally.formIds.keys()];
  return {
    lexicon: tally.lexicon,
    forms,
    formWords: tally.formWords,
    formTerms: Uint32Array.from(tally.formTerms),
    terms: tally.terms.map(({ text }) => text),
    termKinds: tally.terms.map(({ kind }) => kind),
    surfaces: chooseSurfaces(tally, forms),
    termIds: tally.termIds,
    textStarts: Uint32Array.from(tally.textStarts),
    wordForms: Uint32Array.from(tally.wordForms),
    wordStarts: Uint32Array.from(tally.wordStarts),
    wordEnds: Uint32Array.from(tally.wordEnds),
    rowStarts: Uint32Array.from(tally.rowStarts),
    columns: Uint32Array.from(tally.columns),
    counts: Uint32Array.from(tally.counts),
  };
}

/** The term that a word counts as; undefined where it occurs in none of the texts. */
export function findTerm(counted: CountedTexts, word: string): number | undefined {
  return counted.termIds.get(termKey(readTerm(foldWord(word), counted.lexicon)));
}
