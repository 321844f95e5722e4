import type { Rating } from '../../coefficients/coefficient.js';
import { makeDice } from '../../text/measures/draw-numbers.js';
import { type Interval, ROUNDS, readInterval } from '../../text/measures/read-interval.js';

/** With fewer units there are too few different draws for the ends of an interval: five give 126. */
const FEWEST_UNITS = 5;
/** A value that is undefined in more draws than this share would have an interval of the lucky draws only. */
const UNDEFINED_SHARE = 0.1;

function drawUnits(units: number, roll: (sides: number) => number): Float64Array {
  const counts = new Float64Array(units);
  for (let draw = 0; draw < units; draw += 1) {
    const unit = roll(units);
    counts[unit] = (counts[unit] ?? 0) + 1;
  }
  return counts;
}

/**
 * The 95 % percentile interval of each rating when units are drawn anew with putting back, 1,000 times (Efron
 * 1979). `rate` takes how often each unit counts, which sums to the number of units, and always gives as many
 * ratings, in the same order. `null` with fewer than five units, where the value is undefined in more than a tenth
 * of the draws, and where the draws give the same value: perfect agreement does not show how far it could have
 * failed.
 */
export function resampleRatings(
  rate: (counts: Float64Array) => readonly Rating[],
  units: number,
  seed: number,
): readonly (Interval | null)[] {
  const drawn = rate(new Float64Array(units).fill(1)).map((): number[] => []);
  if (units < FEWEST_UNITS) return drawn.map(() => null);
  const roll = makeDice(seed);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [at, rating] of rate(drawUnits(units, roll)).entries()) {
      if ('value' in rating) drawn[at]?.push(rating.value);
    }
  }
  return drawn.map((values) =>
    values.length < ROUNDS * (1 - UNDEFINED_SHARE) ? null : readInterval(values),
  );
}
