import { chooseGroupCount, type GroupCount, listGroupCounts } from './group-count.js';
import { type Grouping, type Groups, groupPoints, type Points } from './group-points.js';
import { measureSilhouette } from './group-silhouette.js';
import { chooseStarts } from './group-starts.js';
import type { DenseFloats } from './kernels/kernels.js';
import { makeDice } from './measures/draw-numbers.js';
import { makeDensePoints, pickRows } from './vectors/dense-points.js';
import type { Means } from './vectors/find-main-axes.js';
import { makeMemberPoints } from './vectors/member-points.js';
import { spaceEvenly } from './vectors/space-evenly.js';

const RUNS = 15;
const ROUNDS = 30;
/** Runs learn their centres from so many points, evenly spaced; then every point joins the nearest. */
const MOST_LEARNED_FROM = 3000;
/** Starts of the grouping of memberships, of which the tightest is kept. */
const STARTS = 10;
/** Keeps the seeds of two studies' runs apart. */
const SEEDS_APART = 1000;

/** Groups that many runs agree on. */
export type Consensus = {
  readonly groups: Groups;
  /** The groups of each run. */
  readonly runs: readonly Groups[];
};

type Wanted = Means & { readonly count: number };

/** The number of groups is sought among so many rows, evenly spaced, from several starts. */
const COUNTING = { rows: 1000, starts: 3, rounds: 10 };

/**
 * How many groups the rows fall into, by the silhouette of single runs. The runs of all numbers share their starts, so that
 * neighbouring numbers differ by what one more group brings.
 */
export function findGroupCount(table: DenseFloats, { kernels, seed }: Means): GroupCount {
  const all = table.values.length / Math.max(table.width, 1);
  const rows = pickRows(table, spaceEvenly(all, COUNTING.rows));
  const points = makeDensePoints(rows, kernels);
  const counts = listGroupCounts(all).filter((count) => count <= points.count);
  const starts = Array.from({ length: COUNTING.starts }, (_, start) =>
    chooseStarts(points, Math.max(...counts, 1), makeDice(seed * SEEDS_APART + start)),
  );
  return chooseGroupCount(counts, (count) => {
    const silhouettes = starts.map(({ width, values }) => {
      const fewer = { width, values: values.slice(0, count * width) };
      return measureSilhouette(rows, groupPoints(points, fewer, COUNTING.rounds).groups, kernels);
    });
    return silhouettes.reduce((sum, silhouette) => sum + silhouette, 0) / COUNTING.starts;
  });
}

function groupOnce(points: Points, count: number, seed: number): Grouping {
  return groupPoints(points, chooseStarts(points, count, makeDice(seed)), ROUNDS);
}

/** The tightest of several groupings, learned from some of the points and offered to all. */
function groupMembers(points: Points, sample: Points, { count, seed }: Wanted): Groups {
  let best: Grouping | undefined;
  for (let start = 0; start < STARTS; start += 1) {
    const grouping = groupOnce(sample, count, seed + start);
    if (best === undefined || grouping.tightness > best.tightness) best = grouping;
  }
  return best === undefined ? new Uint32Array(points.count) : points.assign(best.centres).centres;
}

/**
 * Groups rows of length 1 fifteen times from different starts, and then the rows by the groups they were in (evidence
 * accumulation after Fred and Jain 2005, by spherical k-means on memberships): what one start happens to find does
 * not decide. The same seed gives the same groups.
 */
export function groupByConsensus(table: DenseFloats, wanted: Wanted): Consensus {
  const { kernels, count, seed } = wanted;
  const points = makeDensePoints(table, kernels);
  const sample = spaceEvenly(points.count, MOST_LEARNED_FROM);
  const learned = sample.length === points.count ? points : points.pick(sample);
  const runs = Array.from({ length: RUNS }, (_, run) => {
    const { centres } = groupOnce(learned, count, seed * SEEDS_APART + run);
    return points.assign(centres).centres;
  });
  const members = makeMemberPoints({ runs, groupCount: count }, kernels);
  const groups = groupMembers(members, members.pick(sample), { ...wanted, seed: seed * SEEDS_APART + RUNS });
  return { groups, runs };
}
