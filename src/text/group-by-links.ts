import { chooseGroupCount, type GroupCount, listGroupCounts } from './group-count.js';
import { type Groups, groupPoints, meanDirections } from './group-points.js';
import { measureSilhouette } from './group-silhouette.js';
import type { DenseFloats, Kernels } from './kernels/kernels.js';
import { cutMerges, linkRows } from './link-rows.js';
import { makeDensePoints, pickRows } from './vectors/dense-points.js';

const ROUNDS = 10;

/** Rows of length 1, no two alike, and by text the row that it is like. */
export type LikeRows = { readonly rows: DenseFloats; readonly places: Uint32Array };

function countGroups(
  { rows, places }: LikeRows,
  kernels: Kernels,
  cut: (count: number) => Groups,
): GroupCount {
  const texts = pickRows(rows, places);
  const different = rows.values.length / Math.max(rows.width, 1);
  const counts = listGroupCounts(places.length).filter((count) => count <= different);
  return chooseGroupCount(counts, (count) => {
    const groups = cut(count);
    return measureSilhouette(
      texts,
      places.map((place) => groups[place] ?? 0),
      kernels,
    );
  });
}

/**
 * Groups of few kinds of text, by text: rows are joined by average link, cut at `count` or where the silhouette of the texts
 * is good, and then moved to the nearest mean. Nothing is drawn by lot.
 */
export function groupByLinks(
  like: LikeRows,
  kernels: Kernels,
  count?: number,
): GroupCount & { readonly groups: Groups } {
  const points = makeDensePoints(like.rows, kernels);
  const merges = linkRows(like.rows);
  const chosen =
    count === undefined
      ? countGroups(like, kernels, (tried) => cutMerges(merges, tried))
      : { count: Math.min(count, points.count), alsoFitting: [] };
  const start = meanDirections(points, cutMerges(merges, chosen.count), chosen.count);
  const { groups } = groupPoints(points, start, ROUNDS);
  return { ...chosen, groups: like.places.map((place) => groups[place] ?? 0) };
}
