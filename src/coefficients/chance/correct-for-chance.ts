import type { Rating } from '../coefficient.js';

/** Holds observed disagreement against the disagreement that chance alone would give, both as shares. */
export function correctForChance(observed: number, expected: number): Rating {
  if (expected === 0) return { undefinedBecause: 'chance alone would give full agreement' };
  return { value: 1 - observed / expected, disagreement: { observed, expected } };
}
