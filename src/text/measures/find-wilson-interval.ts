import type { Interval } from './read-interval.js';

/** The 97.5 % point of the standard normal distribution: a 95 % interval. */
const Z = 1.959963984540054;

/**
 * The 95 % score interval of a share of `part` in `whole` (Wilson 1927, J Am Stat Assoc 22:209–212, without correction
 * for continuity): within 0 to 1 and of some width even where the share is 0 or 1. `null` where `whole` is 0.
 */
export function findWilsonInterval(part: number, whole: number): Interval | null {
  if (whole === 0) return null;
  const share = part / whole;
  const scale = 1 + Z ** 2 / whole;
  const middle = (share + Z ** 2 / (2 * whole)) / scale;
  const half = (Z / scale) * Math.sqrt((share * (1 - share)) / whole + Z ** 2 / (4 * whole ** 2));
  return [part === 0 ? 0 : Math.max(0, middle - half), part === whole ? 1 : Math.min(1, middle + half)];
}
