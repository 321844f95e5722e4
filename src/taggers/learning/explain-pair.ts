import { type Evidence, OTHER_WORDS } from '../../model/suggestion.js';
import type { CountedTexts } from '../../text/count-texts.js';

/** As many words as a reader takes in. */
const MOST_TERMS = 5;
/** In log-odds: a word that adds less says nothing that a reader would see. */
const LEAST_WEIGHT = 0.02;

/** A term that speaks for a theme, and what it adds to the log-odds. */
export type SpeakingTerm = { readonly term: number; readonly weight: number };

/** The terms that speak for a theme so that a reader would see it, the weightiest first. Empty where none does. */
export function listSpeaking(weights: ReadonlyMap<number, number>): readonly SpeakingTerm[] {
  const speaking: SpeakingTerm[] = [];
  for (const [term, weight] of weights) if (weight >= LEAST_WEIGHT) speaking.push({ term, weight });
  return speaking.sort((a, b) => b.weight - a.weight || a.term - b.term).slice(0, MOST_TERMS);
}

/**
 * The words that speak for a theme, and then all the rest as one, so that the weights sum to `score`, the log-odds of
 * the theme.
 */
export function explainPair(
  score: number,
  speaking: readonly SpeakingTerm[],
  { surfaces }: CountedTexts,
): readonly Evidence[] {
  const rest = score - speaking.reduce((sum, { weight }) => sum + weight, 0);
  return [
    ...speaking.map(({ term, weight }) => ({
      kind: 'shared-term' as const,
      term: surfaces[term] ?? '',
      weight,
    })),
    { kind: 'shared-term', term: OTHER_WORDS, weight: rest },
  ];
}
