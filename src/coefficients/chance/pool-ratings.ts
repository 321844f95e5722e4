import type { Rating } from '../coefficient.js';
import { correctForChance } from './correct-for-chance.js';

/**
 * One value for several categories: the mean observed and the mean expected disagreement, and then one coefficient.
 * Coefficients themselves are never averaged. Categories without a value are left out. For kappa this is the pooled
 * kappa of De Vries, Elliott, Kanouse & Teleki 2008, Field Methods 20:272–282; for alpha of marked passages it is
 * the overall alpha of Krippendorff 2004.
 */
export function poolRatings(ratings: readonly Rating[]): Rating {
  const parts = ratings.flatMap((rating) => ('value' in rating ? [rating.disagreement] : []));
  if (parts.length === 0) return { undefinedBecause: 'there is no value that could be pooled' };
  const observed = parts.reduce((sum, part) => sum + part.observed, 0);
  const expected = parts.reduce((sum, part) => sum + part.expected, 0);
  return correctForChance(observed / parts.length, expected / parts.length);
}
