import type { Interval } from '../../text/measures/read-interval.js';

/** Of the normal distribution: 2.5 % lie above it. */
const Z = 1.959963984540054;

/**
 * The value above which 2.5 % of Student's t lie, by the expansion of Abramowitz & Stegun 1964, 26.7.5: with four
 * degrees of freedom it is .0008 too low, with more it is nearer.
 */
export function findT(degrees: number): number {
  const [z, square] = [Z, Z * Z];
  const first = (z * (square + 1)) / 4;
  const second = (z * ((5 * square + 16) * square + 3)) / 96;
  const third = (z * (((3 * square + 19) * square + 17) * square - 15)) / 384;
  const fourth = (z * ((((79 * square + 776) * square + 1482) * square - 1920) * square - 945)) / 92160;
  return z + (first + (second + (third + fourth / degrees) / degrees) / degrees) / degrees;
}

/** The 95 % interval of a coefficient by Student's t with n - 1 degrees of freedom, cut off at -1 and 1. */
export function spreadByT(value: number, error: number, n: number): Interval {
  const reach = findT(n - 1) * error;
  return [Math.max(-1, value - reach), Math.min(1, value + reach)];
}
