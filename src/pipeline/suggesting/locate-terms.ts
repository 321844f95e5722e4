import type { Language } from '../../model/settings.js';
import type { Span } from '../../model/span.js';
import { type Lexicon, makeLexicon, readSecondTerm, readTerm, termKey } from '../../text/read-term.js';
import { findWords, foldWord } from '../../text/tokenise.js';

const lexicons = new Map<Language, Lexicon>();

function findLexicon(language: Language): Lexicon {
  const known = lexicons.get(language) ?? makeLexicon(language);
  lexicons.set(language, known);
  return known;
}

/** All that a word counts as; two terms for a contraction. */
function listKeys(word: string, lexicon: Lexicon): readonly string[] {
  const folded = foldWord(word);
  const second = readSecondTerm(folded, lexicon);
  return [termKey(readTerm(folded, lexicon)), ...(second === undefined ? [] : [termKey(second)])];
}

type ReadWord = { readonly span: Span; readonly keys: readonly string[] };

const readWords = (text: string, lexicon: Lexicon): readonly ReadWord[] =>
  findWords(text).map((span) => ({ span, keys: listKeys(text.slice(span.start, span.end), lexicon) }));

/** Where a term stands in a text, word by word: a phrase stands where all of its words follow each other. */
function findTerm(words: readonly ReadWord[], wanted: readonly ReadWord[]): readonly Span[] {
  if (wanted.length === 0) return [];
  return words.flatMap(({ span }, at) => {
    const isThere = wanted.every(({ keys }, i) => words[at + i]?.keys.includes(keys[0] ?? '') === true);
    const last = words[at + wanted.length - 1];
    return isThere && last !== undefined ? [{ start: span.start, end: last.span.end }] : [];
  });
}

/**
 * Where the words stand that count as each of some terms, in UTF-16 units of `text`. A term is named by any of its forms,
 * as the `shared-term` of a suggestion is; another form in the text is found too. None for what is not a word of it.
 */
export function locateTerms(
  text: string,
  terms: readonly string[],
  language: Language,
): readonly (readonly Span[])[] {
  const lexicon = findLexicon(language);
  const words = readWords(text, lexicon);
  return terms.map((term) => findTerm(words, readWords(term, lexicon)));
}
