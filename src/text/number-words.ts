import type { Span } from '../model/span.js';
import { findWords, foldWord, scanWords } from './tokenise.js';

/** Gives each word a number from 1, the same for the same word in any case and with any apostrophe. */
export type WordNumbers = (word: string) => number;

export function startNumbering(): WordNumbers {
  const numbers = new Map<string, number>();
  const spellings = new Map<string, number>();
  return (word) => {
    const known = spellings.get(word);
    if (known !== undefined) return known;
    const folded = foldWord(word);
    const number = numbers.get(folded) ?? numbers.size + 1;
    numbers.set(folded, number);
    spellings.set(word, number);
    return number;
  };
}

/** A text as the numbers of its words. */
export type NumberedText = {
  readonly text: string;
  readonly words: Uint32Array;
  /** Where each word stands; made when it is first needed, and once. */
  readonly spans: () => readonly Span[];
};

export function numberText(text: string, numberOf: WordNumbers): NumberedText {
  const words: number[] = [];
  scanWords(text, (start, end) => words.push(numberOf(text.slice(start, end))));
  let found: readonly Span[] | undefined;
  const spans = () => {
    found ??= findWords(text);
    return found;
  };
  return { text, words: Uint32Array.from(words), spans };
}
