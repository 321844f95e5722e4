import type { Language } from '../../model/settings.js';
import { untieWord } from '../stem.js';
import { findWords, foldWord } from '../tokenise.js';

/** What is looked for: a word in any of its forms, a beginning of words, or words that follow each other as they are. */
export type QueryPart =
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'beginning'; readonly word: string }
  | { readonly kind: 'phrase'; readonly words: readonly string[] };

/** UTF-16 units of a query that are read. */
const LONGEST_QUERY = 1000;
/** More parts than that find nothing that fewer do not find. */
export const MOST_PARTS = 24;

const quoted = /["“”„«»]([^"“”„«»]*)(?:["“”„«»]|$)/gu;

const readPhrase = (text: string, language: Language): readonly string[] =>
  findWords(text).map(({ start, end }) => untieWord(foldWord(text.slice(start, end)), language));

function readWords(text: string, language: Language): readonly QueryPart[] {
  return findWords(text).map(({ start, end }) => {
    const word = text.slice(start, end);
    return text[end] === '*'
      ? { kind: 'beginning', word: untieWord(foldWord(word), language) }
      : { kind: 'word', word };
  });
}

/**
 * The parts of a query, all of which must be found: `"as they stand"` is a phrase, `succ*` a beginning, and any other word
 * stands for all of its forms. Signs and case do not count. Empty where there is no word.
 */
export function readQuery(query: string, language: Language): readonly QueryPart[] {
  const text = query.slice(0, LONGEST_QUERY).normalize('NFC');
  const phrases = [...text.matchAll(quoted)].map((match) => readPhrase(match[1] ?? '', language));
  const parts: readonly QueryPart[] = [
    ...phrases.filter(({ length }) => length > 0).map((words) => ({ kind: 'phrase' as const, words })),
    ...readWords(text.replace(quoted, ' '), language),
  ];
  return parts.slice(0, MOST_PARTS);
}
