import { type CountedTable, type CountedTexts, chooseSurfaces, NO_TERM } from '../counted-texts.js';
import { type TermKind, termKey } from '../read-term.js';
import { type Cursor, findNextWord } from './find-next-word.js';
import { growBytes, growIntegers } from './growing.js';
import { internForm, internTerm, type Vocabulary } from './vocabulary.js';

/** What of the texts is kept. */
export type Keeping = {
  /** Whether the words themselves are kept, beside the table. */
  readonly keepsWords: boolean;
  /** The kinds of term that are counted; all of them where it is absent. */
  readonly kinds?: ReadonlySet<TermKind>;
};

/** The words and the table of `CountedTexts` while they grow. Arrays are longer than what they hold. */
export type Tally = {
  readonly vocabulary: Vocabulary;
  /** Texts, words and places of the table that are filled. */
  texts: number;
  words: number;
  cells: number;
  textStarts: Uint32Array<ArrayBuffer>;
  wordForms: Uint32Array<ArrayBuffer>;
  rowStarts: Uint32Array<ArrayBuffer>;
  columns: Uint32Array<ArrayBuffer>;
  counts: Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;
  /** By term: 1 + where it was last counted; at most the row's start where the row lacks it so far. */
  lastCounted: Uint32Array<ArrayBuffer>;
  /** By form: how often it was met. */
  formCounts: Uint32Array<ArrayBuffer>;
} & Keeping;

/** How long words are, blanks included, as far as it is guessed before they are read. */
const BYTES_A_WORD = 5;
export const MOST_IN_BYTE = 0xff;

/** An empty tally with room for as many bytes of text; it grows beyond. Memory that is not written to costs nothing. */
export function startTally(
  vocabulary: Vocabulary,
  { bytes = 0, ...keeping }: { readonly bytes?: number } & Keeping,
): Tally {
  const words = Math.ceil(bytes / BYTES_A_WORD);
  return {
    vocabulary,
    texts: 0,
    words: 0,
    cells: 0,
    textStarts: new Uint32Array(1),
    wordForms: new Uint32Array(keeping.keepsWords ? words : 0),
    rowStarts: new Uint32Array(1),
    columns: new Uint32Array(words),
    counts: new Uint8Array(words),
    lastCounted: new Uint32Array(0),
    formCounts: new Uint32Array(0),
    ...keeping,
  };
}

function growCounts(counts: Tally['counts'], least: number): Tally['counts'] {
  return counts instanceof Uint8Array ? growBytes(counts, least) : growIntegers(counts, least);
}

/** Whether terms of its kind are kept. */
export function isCounted({ kinds, vocabulary }: Pick<Tally, 'kinds' | 'vocabulary'>, term: number): boolean {
  return kinds === undefined || kinds.has(vocabulary.terms[term]?.kind ?? 'content');
}

function countTerm(tally: Tally, term: number, rowStart: number): void {
  const { lastCounted, counts, cells } = tally;
  if (!isCounted(tally, term)) return;
  const last = lastCounted[term] ?? 0;
  if (last > rowStart) {
    const count = (counts[last - 1] ?? 0) + 1;
    if (count > MOST_IN_BYTE && counts instanceof Uint8Array) tally.counts = new Uint32Array(counts);
    tally.counts[last - 1] = count;
    return;
  }
  tally.columns[cells] = term;
  counts[cells] = 1;
  tally.cells = cells + 1;
  lastCounted[term] = cells + 1;
}

/** The filler phrase that begins with the given word of the last text read, if one does. */
function findFillerPhrase(
  { vocabulary, wordForms, words }: Tally,
  word: number,
): readonly string[] | undefined {
  const { lexicon, formWords } = vocabulary;
  const wordAt = (at: number) => (at < words ? formWords[wordForms[at] ?? -1] : undefined);
  const candidates = lexicon.fillerPhrases.get(wordAt(word) ?? '');
  return candidates?.find((phrase) => phrase.every((part, offset) => wordAt(word + offset) === part));
}

/** Counts the terms of the words from `firstWord` on as one row. */
function countRow(tally: Tally, firstWord: number): void {
  const { vocabulary, wordForms, words, cells: rowStart } = tally;
  const { formTerms, formSecondTerms, opensPhrase } = vocabulary;
  const mostCells = tally.cells + 2 * (words - firstWord);
  tally.columns = growIntegers(tally.columns, mostCells);
  tally.counts = growCounts(tally.counts, mostCells);
  tally.lastCounted = growIntegers(tally.lastCounted, vocabulary.terms.length);
  for (let word = firstWord; word < words; word += 1) {
    const form = wordForms[word] ?? 0;
    const phrase = opensPhrase[form] === 1 ? findFillerPhrase(tally, word) : undefined;
    if (phrase !== undefined) {
      const term = internTerm(vocabulary, { kind: 'filler', text: phrase.join(' ') });
      tally.lastCounted = growIntegers(tally.lastCounted, term + 1);
      countTerm(tally, term, rowStart);
      word += phrase.length - 1;
      continue;
    }
    countTerm(tally, formTerms[form] ?? 0, rowStart);
    const second = formSecondTerms[form] ?? NO_TERM;
    if (second !== NO_TERM) countTerm(tally, second, rowStart);
  }
}

/** Where a text lies among the bytes of a cursor, end out. */
export type Stretch = { readonly start: number; readonly end: number };

/** Reads a stretch of a cursor's bytes as the next text. */
export function countText(tally: Tally, cursor: Cursor, { start, end }: Stretch): void {
  const { vocabulary, keepsWords } = tally;
  const firstWord = keepsWords ? tally.words : 0;
  // No word is shorter than a byte, and no two of one byte touch each other.
  const wordForms = growIntegers(tally.wordForms, firstWord + ((end - start + 1) >> 1));
  let words = firstWord;
  cursor.wordEnd = start;
  cursor.end = end;
  while (findNextWord(cursor)) {
    wordForms[words] = internForm(vocabulary, cursor);
    words += 1;
  }
  tally.wordForms = wordForms;
  tally.words = words;
  countForms(tally, wordForms.subarray(firstWord, words));
  countRow(tally, firstWord);
  closeText(tally);
}

function countForms(tally: Tally, wordForms: Uint32Array): void {
  tally.formCounts = growIntegers(tally.formCounts, tally.vocabulary.forms.length);
  const { formCounts } = tally;
  for (const form of wordForms) formCounts[form] = (formCounts[form] ?? 0) + 1;
}

function closeText(tally: Tally): void {
  tally.texts += 1;
  tally.textStarts = growIntegers(tally.textStarts, tally.texts + 1);
  tally.rowStarts = growIntegers(tally.rowStarts, tally.texts + 1);
  tally.textStarts[tally.texts] = tally.words;
  tally.rowStarts[tally.texts] = tally.cells;
}

/** How often each form was met in texts that others counted, from form 0 on. */
export function addFormCounts(tally: Tally, counts: Uint32Array): void {
  tally.formCounts = growIntegers(tally.formCounts, counts.length);
  const { formCounts } = tally;
  for (let form = 0; form < counts.length; form += 1) {
    formCounts[form] = (formCounts[form] ?? 0) + (counts[form] ?? 0);
  }
}

/** Texts that were read and counted together: what `Tally` holds of them, with every number counted from their first. */
export type CountedChunk = {
  readonly wordForms: Uint32Array;
  readonly columns: Uint32Array;
  /** As bytes where they fit. */
  readonly counts: Uint8Array | Uint32Array;
  /** By text: its words and its cells, and those of all before it. */
  readonly textEnds: Uint32Array;
  readonly rowEnds: Uint32Array;
};

/** Adds a chunk's texts after those that are there. */
export function addChunk(tally: Tally, chunk: CountedChunk): void {
  const { words, cells, texts } = tally;
  const { wordForms, columns, counts, textEnds, rowEnds } = chunk;
  tally.columns = growIntegers(tally.columns, cells + columns.length);
  tally.columns.set(columns, cells);
  if (counts instanceof Uint32Array && tally.counts instanceof Uint8Array)
    tally.counts = new Uint32Array(tally.counts);
  tally.counts = growCounts(tally.counts, cells + counts.length);
  tally.counts.set(counts, cells);
  tally.texts = texts + rowEnds.length;
  tally.cells = cells + columns.length;
  tally.rowStarts = addEnds(tally.rowStarts, rowEnds, { texts, before: cells });
  if (!tally.keepsWords) return;
  tally.wordForms = growIntegers(tally.wordForms, words + wordForms.length);
  tally.wordForms.set(wordForms, words);
  tally.words = words + wordForms.length;
  tally.textStarts = addEnds(tally.textStarts, textEnds, { texts, before: words });
}

/** Appends where the texts after the first so many end, as what is before their first goes. */
function addEnds(
  starts: Uint32Array<ArrayBuffer>,
  ends: Uint32Array,
  { texts, before }: { readonly texts: number; readonly before: number },
): Uint32Array<ArrayBuffer> {
  const grown = growIntegers(starts, texts + ends.length + 1);
  for (let text = 0; text < ends.length; text += 1) grown[texts + text + 1] = before + (ends[text] ?? 0);
  return grown;
}

/** The table. Its numbers are views of the tally, not copies: a million texts have them but once. */
export function finishTable(tally: Tally): CountedTable {
  const { vocabulary, texts, cells } = tally;
  const { lexicon, forms, formWords, terms } = vocabulary;
  const formCounts = growIntegers(tally.formCounts, forms.length);
  const table = {
    forms: [...forms],
    formTerms: vocabulary.formTerms.slice(0, forms.length),
    formSecondTerms: vocabulary.formSecondTerms.slice(0, forms.length),
    terms: terms.map(({ text }) => text),
  };
  return {
    ...table,
    lexicon,
    formWords: [...formWords],
    termKinds: terms.map(({ kind }) => kind),
    surfaces: chooseSurfaces({ ...table, formCounts }),
    rowStarts: tally.rowStarts.subarray(0, texts + 1),
    columns: tally.columns.subarray(0, cells),
    counts: tally.counts.subarray(0, cells),
  };
}

/** The table and the words, views too. */
export function finishTally(tally: Tally): CountedTexts {
  return {
    ...finishTable(tally),
    termIds: new Map(tally.vocabulary.terms.map((term, id) => [termKey(term), id])),
    textStarts: tally.textStarts.subarray(0, tally.texts + 1),
    wordForms: tally.wordForms.subarray(0, tally.words),
  };
}
