/** More groups than this nobody reads. */
const MOST_GROUPS = 25;
/** Of the best silhouette: among numbers of groups that are this nearly as good the smallest is the easiest to read. */
const TOLERANCE = 0.05;

/** A number of groups, and the others that would do as well, ascending. */
export type GroupCount = { readonly count: number; readonly alsoFitting: readonly number[] };

/** Numbers of groups to try for so many rows: 0.25 to 2.1 times √(rows / 2), from 2 to 25, two rows a group at least. */
export function listGroupCounts(rows: number): readonly number[] {
  const scale = Math.sqrt(rows / 2);
  const least = Math.max(2, Math.floor(0.25 * scale));
  const most = Math.min(MOST_GROUPS, Math.floor(rows / 2), Math.ceil(2.1 * scale));
  const first = Math.min(least, most);
  return Array.from({ length: Math.max(most - first + 1, 0) }, (_, step) => first + step).filter(
    (count) => count > 1,
  );
}

/** The smallest number of groups whose silhouette is within 5 % of the best, and the others within; 1 of none. */
export function chooseGroupCount(counts: readonly number[], rate: (count: number) => number): GroupCount {
  const rated = counts.map((count) => ({ count, silhouette: rate(count) }));
  const best = Math.max(...rated.map(({ silhouette }) => silhouette));
  const enough = best - TOLERANCE * Math.abs(best);
  const [first, ...others] = rated.filter(({ silhouette }) => silhouette >= enough);
  return { count: first?.count ?? 1, alsoFitting: others.map(({ count }) => count) };
}
