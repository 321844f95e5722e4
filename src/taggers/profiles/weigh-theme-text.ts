import type { Theme } from '../../model/theme.js';
import { type CountedTexts, findTerm } from '../../text/count-texts.js';
import { normalise } from '../../text/similarity.js';
import { findWords } from '../../text/tokenise.js';
import { readKeywordWords } from '../keywords/parse-keyword.js';

/** A name says most about a theme, a description says much that is not about it. */
const LABEL_WEIGHT = 2;
const KEYWORD_WEIGHT = 1;
const EXAMPLE_WEIGHT = 1;
const DESCRIPTION_WEIGHT = 0.5;

/**
 * What a theme says of itself, as a vector of length 1 over the terms of the quotes; zero where they share no content
 * word. Words that occur in no quote are left out: they could explain nothing and would only weaken the others.
 */
export function weighThemeText(theme: Theme, counted: CountedTexts, termWeights: Float64Array): Float64Array {
  const vector = new Float64Array(counted.terms.length);
  const add = (text: string, weight: number): void => {
    for (const { start, end } of findWords(text)) {
      const term = findTerm(counted, text.slice(start, end));
      if (term === undefined || counted.termKinds[term] !== 'content') continue;
      vector[term] = (vector[term] ?? 0) + weight * (termWeights[term] ?? 0);
    }
  };
  add(theme.label, LABEL_WEIGHT);
  for (const keyword of theme.keywords) add(readKeywordWords(keyword), KEYWORD_WEIGHT);
  for (const example of theme.examples) add(example, EXAMPLE_WEIGHT);
  add(theme.description, DESCRIPTION_WEIGHT);
  add(theme.include, DESCRIPTION_WEIGHT);
  normalise(vector);
  return vector;
}
