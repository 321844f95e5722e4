/** How often a sample is drawn anew for an interval. */
export const ROUNDS = 1000;
/** Leaves out 2.5 % at either end: a 95 % interval. */
const TAIL = 0.025;

/** Lowest and highest plausible value. */
export type Interval = readonly [number, number];

/** The 95 % percentile interval of drawn values (Efron 1979); `null` where all are the same or there is none. */
export function readInterval(drawn: ArrayLike<number>): Interval | null {
  const values = Float64Array.from(drawn).sort();
  const last = values.length - 1;
  const low = values[Math.round(TAIL * last)] ?? 0;
  const high = values[Math.round((1 - TAIL) * last)] ?? 0;
  return low === high ? null : [low, high];
}
