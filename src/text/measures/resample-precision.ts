import { makeDice } from './draw-numbers.js';
import { addHits, type Hits, rateHits } from './rate-hits.js';
import { type Interval, ROUNDS, readInterval } from './read-interval.js';

/**
 * The 95 % percentile interval of precision when whole groups are drawn anew, 1,000 times (Efron 1979): what is said
 * within a group is alike. Draws in which nothing was proposed tell nothing. `null` with fewer than three groups in which
 * something was proposed, and where every draw gives the same.
 */
export function resamplePrecision(groups: readonly Hits[], seed: number): Interval | null {
  const telling = groups.filter(({ hits, extras }) => hits + extras > 0);
  if (telling.length < 3) return null;
  const roll = makeDice(seed);
  const drawn = Array.from({ length: ROUNDS }, () => {
    const chosen = telling.flatMap(() => telling[roll(telling.length)] ?? []);
    return rateHits(addHits(chosen)).precision;
  });
  return readInterval(drawn.filter((precision) => precision !== null));
}
