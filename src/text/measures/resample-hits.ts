import { makeDice } from './draw-numbers.js';
import { addHits, type Hits, rateHits } from './rate-hits.js';
import { type Interval, ROUNDS, readInterval } from './read-interval.js';

/**
 * The 95 % percentile interval of F1 when whole groups are drawn anew, 1,000 times (Efron 1979): what is said within a
 * group is alike, so that drawing single cases would make the interval too narrow. `null` with fewer than three groups
 * that hold anything, and where every draw gives the same: a handful of groups that are all right are not certainty.
 */
export function resampleHits(groups: readonly Hits[], seed: number): Interval | null {
  const telling = groups.filter(({ hits, extras, misses }) => hits + extras + misses > 0);
  if (telling.length < 3) return null;
  const roll = makeDice(seed);
  return readInterval(
    Array.from({ length: ROUNDS }, () => {
      const drawn = telling.flatMap(() => telling[roll(telling.length)] ?? []);
      return rateHits(addHits(drawn)).f1 ?? 0;
    }),
  );
}
