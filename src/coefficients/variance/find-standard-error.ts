import type { Influences, Rating } from '../coefficient.js';

/** Units that move a value alike: how many they are, and their influences. */
export type Moved = { readonly counts: Float64Array; readonly influences: Influences };

/**
 * The standard error of `1 - Do/De` from the influences of the units, which are n in number: the root of n/(n - 1) Σ
 * influence² (Gwet 2008; with n - 1 for n that of Fleiss, Cohen & Everitt 1969). `null` without a value, and where n
 * is below 2.
 */
export function findStandardError(rating: Rating, { counts, influences }: Moved, n: number): number | null {
  if (!('value' in rating) || n < 2) return null;
  const { observed, expected } = rating.disagreement;
  let sum = 0;
  for (let at = 0; at < counts.length; at += 1) {
    const moved = (influences.observed[at] ?? 0) - (observed / expected) * (influences.expected[at] ?? 0);
    sum += (counts[at] ?? 0) * (moved / expected) ** 2;
  }
  return Math.sqrt((n / (n - 1)) * sum);
}
