import type { Theme } from '../../model/theme.js';
import { type CountedTexts, findTerms } from '../../text/count-texts.js';
import { normalise } from '../../text/similarity.js';
import { visitThemeWords } from './visit-theme-words.js';

/**
 * What a theme says of itself, as a vector of length 1 over the terms of the quotes; zero where they share no content
 * word. Words that occur in no quote are left out: they could explain nothing and would only weaken the others.
 */
export function weighThemeText(theme: Theme, counted: CountedTexts, termWeights: Float64Array): Float64Array {
  const vector = new Float64Array(counted.terms.length);
  visitThemeWords(theme, (word, weight) => {
    const term = findTerms(counted, word)?.term;
    if (term === undefined || counted.termKinds[term] !== 'content') return;
    vector[term] = (vector[term] ?? 0) + weight * (termWeights[term] ?? 0);
  });
  normalise(vector);
  return vector;
}
