import { regroupByMeans } from './group-by-means.js';
import {
  countGroups,
  dotGroups,
  type GroupSums,
  type Groups,
  measureSilhouette,
  measureSums,
  sumGroups,
} from './group-sums.js';
import { cutMerges, linkRows, type Merge } from './link-rows.js';
import { smoothRows } from './smooth-rows.js';
import { countRows, rowAt, type SparseRows, stackRows } from './sparse-rows.js';

/** Fewer rows than this have no groups worth the name. */
const FEWEST_ROWS = 6;
/** Linking takes time and memory with the square of the rows: beyond this an even sample is linked. */
const MOST_LINKED_ROWS = 1500;
/** More groups than this nobody reads. */
const MOST_GROUPS = 25;
/** Of the best silhouette: among numbers of groups that are this nearly as good the smallest is the easiest to read. */
const SILHOUETTE_TOLERANCE = 0.05;
const ROUNDS = 10;
/** Cosine to the other rows of its group below which a row belongs nowhere. */
const LEAST_COSINE = 0.05;
/** Five likest rows, fifty weightiest columns: as good as more in three coded studies, and quick. */
const SMOOTHING = { neighbours: 5, columns: 50 };

/** Numbers of groups to try for `count` rows: a quarter to one and a half times √(count / 2), a usual rule of thumb. */
function listGroupCounts(count: number): readonly number[] {
  const scale = Math.sqrt(count / 2);
  const least = Math.max(2, Math.floor(0.25 * scale));
  const most = Math.min(MOST_GROUPS, Math.floor(count / 2), Math.ceil(1.5 * scale));
  return Array.from({ length: Math.max(most - least + 1, 0) }, (_, step) => least + step);
}

/** The smallest number of groups whose silhouette is within 5 % of the best. */
function chooseGroupCount(rows: SparseRows, merges: readonly Merge[]): number {
  const rated = listGroupCounts(countRows(rows)).map((count) => ({
    count,
    silhouette: measureSilhouette(rows, cutMerges(merges, count)),
  }));
  const best = Math.max(...rated.map(({ silhouette }) => silhouette));
  const enough = best - SILHOUETTE_TOLERANCE * Math.abs(best);
  return rated.find(({ silhouette }) => silhouette >= enough)?.count ?? 1;
}

/** Positions 0 to `count`, those of an evenly spaced sample first. */
function putSampleFirst(count: number): { readonly order: readonly number[]; readonly sampled: number } {
  const sampled = Math.min(count, MOST_LINKED_ROWS);
  const sample = Array.from({ length: sampled }, (_, i) => Math.floor((i * count) / sampled));
  const chosen = new Set(sample);
  const rest = Array.from({ length: count }, (_, i) => i).filter((i) => !chosen.has(i));
  return { order: [...sample, ...rest], sampled };
}

function pickRows(rows: SparseRows, picked: readonly number[]): SparseRows {
  return stackRows(
    picked.map((row) => rowAt(rows, row)),
    rows.width,
  );
}

/** The cosine of a row with the sum of the other rows of its group; 0 where it is alone. */
function compareWithOthers(own: number, dots: Float64Array, sums: GroupSums, lengths: Float64Array): number {
  if ((sums.sizes[own] ?? 0) < 2) return 0;
  const dot = dots[own] ?? 0;
  // |S − x|² = |S|² − 2 x·S + 1 for a row x of length 1.
  const others = Math.sqrt(Math.max((lengths[own] ?? 0) ** 2 - 2 * dot + 1, 0));
  return others === 0 ? 0 : (dot - 1) / others;
}

/** By row whether it is like the others of its group. */
function findBelonging(rows: SparseRows, groups: Groups): readonly boolean[] {
  const sums = sumGroups(rows, groups, countGroups(groups));
  const lengths = measureSums(sums);
  const dots = new Float64Array(sums.count);
  return [...groups].map((group, row) => {
    dotGroups(rows, row, sums, dots);
    return compareWithOthers(group, dots, sums, lengths) >= LEAST_COSINE;
  });
}

/**
 * Groups of alike rows of length 1, as lists of row numbers; a row that is empty or like no other is in none. Rows are
 * smoothed by their likest rows, joined by average link, cut at `k` or at the number of groups with a good silhouette,
 * and then moved to the nearest mean. The same rows give the same groups: nothing is random.
 */
export function groupRows(rows: SparseRows, k?: number): readonly (readonly number[])[] {
  const filled = Array.from({ length: countRows(rows) }, (_, row) => row).filter(
    (row) => rowAt(rows, row).columns.length > 0,
  );
  if (filled.length < FEWEST_ROWS) return [];
  const { order, sampled } = putSampleFirst(filled.length);
  const rowNumbers = order.map((position) => filled[position] ?? 0);
  const ordered = pickRows(rows, rowNumbers);
  const smoothed = smoothRows(ordered, { ...SMOOTHING, among: sampled });
  const linked = pickRows(
    smoothed,
    Array.from({ length: sampled }, (_, row) => row),
  );
  const merges = linkRows(linked);
  const groups = regroupByMeans(smoothed, cutMerges(merges, k ?? chooseGroupCount(linked, merges)), ROUNDS);
  const belonging = findBelonging(ordered, groups);
  const lists: number[][] = Array.from({ length: countGroups(groups) }, () => []);
  for (const [position, group] of groups.entries()) {
    if (belonging[position]) lists[group]?.push(rowNumbers[position] ?? 0);
  }
  return lists.filter(({ length }) => length > 1).map((list) => list.sort((a, b) => a - b));
}
