import { makeDice } from './draw-numbers.js';
import { addHits, type Hits, rateHits } from './rate-hits.js';

const ROUNDS = 1000;
/** Leaves out 2.5 % at either end: a 95 % interval. */
const TAIL = 0.025;

/** Lowest and highest plausible value. */
export type Interval = readonly [number, number];

/**
 * The 95 % percentile interval of F1 when whole groups are drawn anew, 1,000 times (Efron 1979): what is said within a
 * group is alike, so that drawing single cases would make the interval too narrow. `null` with fewer than three groups
 * that hold anything.
 */
export function resampleHits(groups: readonly Hits[], seed: number): Interval | null {
  const telling = groups.filter(({ hits, extras, misses }) => hits + extras + misses > 0);
  if (telling.length < 3) return null;
  const roll = makeDice(seed);
  const values = Float64Array.from({ length: ROUNDS }, () => {
    const drawn = telling.flatMap(() => telling[roll(telling.length)] ?? []);
    return rateHits(addHits(drawn)).f1 ?? 0;
  }).sort();
  const last = ROUNDS - 1;
  return [values[Math.round(TAIL * last)] ?? 0, values[Math.round((1 - TAIL) * last)] ?? 0];
}
