/** One person who says so much of a theme that it may be about that person. */
export type Carrier = { readonly participant: string; readonly quotes: number; readonly of: number };

/** Of fewer quotes half is no more than chance. */
const FEWEST_FOR_HALF = 4;

/**
 * The participant who says half or more of four quotes or more, or all of two or three; undefined where two say as much.
 * Takes the number of quotes by participant.
 */
export function findCarrier(counts: ReadonlyMap<string, number>): Carrier | undefined {
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a);
  if (first === undefined) return undefined;
  const [participant, quotes] = first;
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const carries = (quotes === all && all > 1) || (all >= FEWEST_FOR_HALF && 2 * quotes >= all);
  return carries && second?.[1] !== quotes ? { participant, quotes, of: all } : undefined;
}
