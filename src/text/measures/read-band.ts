/** Leaves out 5 % at either end. */
const TAIL = 0.05;

/** The middle of drawn values, and the band that holds nine tenths of them. */
export type Band = { readonly median: number; readonly low: number; readonly high: number };

/** The median and the 5 % and 95 % points of values; where two stand in the middle, their mean. `null` of none. */
export function readBand(drawn: ArrayLike<number>): Band | null {
  const values = Float64Array.from(drawn).sort();
  const last = values.length - 1;
  if (last < 0) return null;
  const at = (place: number) => values[place] ?? 0;
  return {
    median: (at(last >> 1) + at((last + 1) >> 1)) / 2,
    low: at(Math.round(TAIL * last)),
    high: at(Math.round((1 - TAIL) * last)),
  };
}
