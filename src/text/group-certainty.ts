import type { Groups } from './group-points.js';

/** How far several runs bear out the groups that were made of them, all 0 to 1. */
export type Support = {
  /** By row: the share of runs in which it is with its group. */
  readonly certainty: Float64Array;
  /** By group: the mean over runs of how far the likest group of the run is the same. */
  readonly stability: Float64Array;
};

type Match = {
  /** By group: the group of the run that is likest, and their rows in common over all rows of both. */
  readonly likest: Uint32Array;
  readonly overlap: Float64Array;
};

function countSizes(groups: Groups, count: number): Uint32Array {
  const sizes = new Uint32Array(count);
  for (const group of groups) sizes[group] = (sizes[group] ?? 0) + 1;
  return sizes;
}

function matchGroups(groups: Groups, run: Groups, count: number): Match {
  const shared = new Uint32Array(count * count);
  for (const [row, group] of groups.entries()) {
    const place = group * count + (run[row] ?? 0);
    shared[place] = (shared[place] ?? 0) + 1;
  }
  const [sizes, runSizes] = [countSizes(groups, count), countSizes(run, count)];
  const match = { likest: new Uint32Array(count), overlap: new Float64Array(count) };
  for (let place = 0; place < shared.length; place += 1) {
    const group = Math.floor(place / count);
    const both = shared[place] ?? 0;
    const either = (sizes[group] ?? 0) + (runSizes[place % count] ?? 0) - both;
    if (both === 0 || both / either <= (match.overlap[group] ?? 0)) continue;
    match.overlap[group] = both / either;
    match.likest[group] = place % count;
  }
  return match;
}

/**
 * What runs with at most `count` groups say of the groups that were made of them: for each row how often it stays, and for
 * each group how alike its likest counterparts are by the index of Jaccard (Hennig 2007).
 */
export function rateSupport(groups: Groups, runs: readonly Groups[], count: number): Support {
  const stays = new Uint32Array(groups.length);
  const overlaps = new Float64Array(count);
  for (const run of runs) {
    const { likest, overlap } = matchGroups(groups, run, count);
    for (const [row, group] of groups.entries()) {
      if (run[row] === likest[group]) stays[row] = (stays[row] ?? 0) + 1;
    }
    for (const [group, same] of overlap.entries()) overlaps[group] = (overlaps[group] ?? 0) + same;
  }
  const share = (sum: number) => sum / Math.max(runs.length, 1);
  return { certainty: Float64Array.from(stays, share), stability: overlaps.map(share) };
}
