import type { Span } from '../../model/span.js';
import { type CountedTexts, findTerms, hasTerms } from '../count-texts.js';
import { findWords, foldWord } from '../tokenise.js';
import { type QueryPart, readQuery } from './read-query.js';

/** A query made ready for some texts. */
export type WordSearch = {
  /** Bits of all parts; 0 where nothing is looked for. */
  readonly wanted: number;
  /** By form: a bit for each part that a word of that form is, or begins. */
  readonly bits: Uint32Array;
  /** By part: of a phrase the words after the first, as forms have them; empty for all others. */
  readonly following: readonly (readonly string[])[];
};

type IsForm = (form: number) => boolean;

function testBeginning({ formWords }: CountedTexts, word: string): IsForm {
  return (form) => formWords[form]?.startsWith(word) === true;
}

/** A word that nobody said in any form is taken for a beginning: it is being typed. */
function testPart(counted: CountedTexts, part: QueryPart): IsForm {
  if (part.kind === 'beginning') return testBeginning(counted, part.word);
  if (part.kind === 'phrase') return (form) => counted.formWords[form] === part.words[0];
  const terms = findTerms(counted, part.word);
  return terms === undefined
    ? testBeginning(counted, foldWord(part.word))
    : (form) => hasTerms(counted, form, terms);
}

/** Makes a query (see `readQuery`) ready for texts. Linear in their different words. */
export function prepareSearch(counted: CountedTexts, query: string): WordSearch {
  const parts = readQuery(query, counted.lexicon.language);
  const bits = new Uint32Array(counted.forms.length);
  for (const [number, part] of parts.entries()) {
    const isForm = testPart(counted, part);
    for (let form = 0; form < bits.length; form += 1) {
      if (isForm(form)) bits[form] = (bits[form] ?? 0) | (1 << number);
    }
  }
  const following = parts.map((part) => (part.kind === 'phrase' ? part.words.slice(1) : []));
  return { wanted: 2 ** parts.length - 1, bits, following };
}

/** Whether the other words of a phrase follow the word at `at`, inside the text that ends before `end`. */
function follows(
  { wordForms, formWords }: CountedTexts,
  words: readonly string[],
  { at, end }: { readonly at: number; readonly end: number },
): boolean {
  if (at + words.length >= end) return false;
  return words.every((word, i) => formWords[wordForms[at + 1 + i] ?? 0] === word);
}

/** The bits of the parts that begin at a word; a phrase only where all of it is there. */
function readBits(
  counted: CountedTexts,
  { bits, following }: WordSearch,
  place: { readonly at: number; readonly end: number },
): number {
  let held = bits[counted.wordForms[place.at] ?? 0] ?? 0;
  if (held === 0) return 0;
  for (const [number, words] of following.entries()) {
    const bit = 1 << number;
    if ((held & bit) !== 0 && words.length > 0 && !follows(counted, words, place)) held &= ~bit;
  }
  return held;
}

/** Whether a text holds all that is looked for. */
export function holdsAll(counted: CountedTexts, search: WordSearch, row: number): boolean {
  if (search.wanted === 0) return false;
  const end = counted.textStarts[row + 1] ?? 0;
  let found = 0;
  for (let at = counted.textStarts[row] ?? 0; at < end; at += 1) {
    found |= readBits(counted, search, { at, end });
    if (found === search.wanted) return true;
  }
  return false;
}

/** Where the parts stand in a text that is row `row`, in UTF-16 units of it and in order. */
export function markWords(
  counted: CountedTexts,
  search: WordSearch,
  { row, text }: { readonly row: number; readonly text: string },
): readonly Span[] {
  const start = counted.textStarts[row] ?? 0;
  const end = counted.textStarts[row + 1] ?? 0;
  const words = findWords(text);
  const marks: Span[] = [];
  for (const [word, span] of words.entries()) {
    const held = readBits(counted, search, { at: start + word, end });
    if (held === 0 || (marks.at(-1)?.end ?? 0) > span.start) continue;
    marks.push({ start: span.start, end: words[word + countFollowing(search, held)]?.end ?? span.end });
  }
  return marks;
}

/** How many words the longest of the parts has behind its first. */
function countFollowing({ following }: WordSearch, held: number): number {
  return following.reduce(
    (most, { length }, number) => ((held & (1 << number)) === 0 ? most : Math.max(most, length)),
    0,
  );
}
