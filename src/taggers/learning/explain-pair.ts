import { type Evidence, OTHER_WORDS } from '../../model/suggestion.js';
import type { CountedTexts } from '../../text/count-texts.js';

/** As many words as a reader takes in. */
const MOST_TERMS = 5;
/** In log-odds: a word that adds less says nothing that a reader would see. */
const LEAST_WEIGHT = 0.02;

/**
 * The words that speak for a theme, the weightiest first, and then all the rest as one, so that the weights sum to
 * `score`, the log-odds of the theme. Empty where no word speaks for it.
 */
export function explainPair(
  score: number,
  weights: ReadonlyMap<number, number>,
  { surfaces }: CountedTexts,
): readonly Evidence[] {
  const speaking = [...weights]
    .filter(([, weight]) => weight >= LEAST_WEIGHT)
    .sort(([a, left], [b, right]) => right - left || a - b)
    .slice(0, MOST_TERMS);
  if (speaking.length === 0) return [];
  const rest = score - speaking.reduce((sum, [, weight]) => sum + weight, 0);
  return [
    ...speaking.map(([term, weight]) => ({
      kind: 'shared-term' as const,
      term: surfaces[term] ?? '',
      weight,
    })),
    { kind: 'shared-term', term: OTHER_WORDS, weight: rest },
  ];
}
