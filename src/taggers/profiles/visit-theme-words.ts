import type { Theme } from '../../model/theme.js';
import { findWords } from '../../text/tokenise.js';
import { readKeywordWords } from '../keywords/parse-keyword.js';

/** A name says most about a theme, a description says much that is not about it. */
const LABEL_WEIGHT = 2;
const KEYWORD_WEIGHT = 1;
const EXAMPLE_WEIGHT = 1;
const DESCRIPTION_WEIGHT = 0.5;

/** Visits every word of what a theme says of itself, with what it weighs there. */
export function visitThemeWords(theme: Theme, visit: (word: string, weight: number) => void): void {
  const read = (text: string, weight: number): void => {
    for (const { start, end } of findWords(text)) visit(text.slice(start, end), weight);
  };
  read(theme.label, LABEL_WEIGHT);
  for (const keyword of theme.keywords) read(readKeywordWords(keyword), KEYWORD_WEIGHT);
  for (const example of theme.examples) read(example, EXAMPLE_WEIGHT);
  read(theme.description, DESCRIPTION_WEIGHT);
  read(theme.include, DESCRIPTION_WEIGHT);
}
