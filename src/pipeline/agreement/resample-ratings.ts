import type { Rating } from '../../coefficients/coefficient.js';
import { makeDice } from '../../text/measures/draw-numbers.js';
import { type Interval, ROUNDS, readInterval } from '../../text/measures/read-interval.js';

/** With fewer units there are too few different draws for the ends of an interval: five give 126. */
export const FEWEST_UNITS = 5;
/** A value that is undefined in more draws than this share would have an interval of the lucky draws only. */
const UNDEFINED_SHARE = 0.1;
/** Progress is told after as many draws. */
const STEP = 20;

export type Resampling = {
  /** How many units can be drawn. */
  readonly units: number;
  readonly seed: number;
  readonly onProgress?: (done: number, total: number) => void;
};

/** Draws as many units as there are, with putting back, into `counts`: how often each was drawn. */
function drawUnits(counts: Float64Array, roll: (sides: number) => number): void {
  const units = counts.length;
  counts.fill(0);
  for (let draw = 0; draw < units; draw += 1) {
    const unit = roll(units);
    counts[unit] = (counts[unit] ?? 0) + 1;
  }
}

/** The values of one rating over the draws in which it has one. */
type Drawn = { readonly values: Float64Array; known: number };

function readDrawn({ values, known }: Drawn): Interval | null {
  return known < ROUNDS * (1 - UNDEFINED_SHARE) ? null : readInterval(values.subarray(0, known));
}

/**
 * The 95 % percentile interval of each rating when units are drawn anew with putting back, 1,000 times (Efron
 * 1979). `rate` takes how often each unit counts, which sums to the number of units, and always gives as many
 * ratings, in the same order; the same memory comes with every call. `null` with fewer than five units, where the
 * value is undefined in more than a tenth of the draws, and where the draws give the same value: perfect agreement
 * does not show how far it could have failed.
 */
export function resampleRatings(
  rate: (counts: Float64Array) => readonly Rating[],
  { units, seed, onProgress }: Resampling,
): readonly (Interval | null)[] {
  const counts = new Float64Array(units).fill(1);
  const drawn = rate(counts).map((): Drawn => ({ values: new Float64Array(ROUNDS), known: 0 }));
  if (units < FEWEST_UNITS) return drawn.map(() => null);
  const roll = makeDice(seed);
  for (let round = 0; round < ROUNDS; round += 1) {
    if (round % STEP === 0) onProgress?.(round, ROUNDS);
    drawUnits(counts, roll);
    for (const [at, rating] of rate(counts).entries()) {
      const own = drawn[at];
      if (own === undefined || !('value' in rating)) continue;
      own.values[own.known] = rating.value;
      own.known += 1;
    }
  }
  return drawn.map(readDrawn);
}
