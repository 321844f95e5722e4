import { type Points, placeCentres } from './group-points.js';
import type { DenseFloats } from './kernels/kernels.js';
import { spaceEvenly } from './vectors/space-evenly.js';

/** Of so many points drawn, the one that helps most becomes the next centre. */
const CANDIDATES = 3;
/** Starts are sought among so many points, or so many a centre: more find no better ones. */
const LEAST_SOUGHT = 1000;
const SOUGHT_PER_CENTRE = 10;
/** How finely a place on the sum of all distances is drawn. */
const STEPS = 2 ** 30;
/** 1 − cosine of opposite directions. */
const FARTHEST = 2;

type Roll = (sides: number) => number;

/** By point its distance from the nearest centre, and their sum. */
type Coverage = { readonly distances: Float32Array; readonly total: number };

/** A point, drawn in proportion to its distance from the nearest centre so far. */
function drawPoint({ distances, total }: Coverage, roll: Roll): number {
  let rest = (roll(STEPS) / STEPS) * total;
  for (let point = 0; point < distances.length; point += 1) {
    rest -= distances[point] ?? 0;
    if (rest < 0) return point;
  }
  return distances.length - 1;
}

/** The coverage once a point is a centre too. */
function coverWith(points: Points, point: number, before: Float32Array): Coverage {
  const distances = new Float32Array(points.count);
  points.compare(point, distances);
  let total = 0;
  for (let other = 0; other < distances.length; other += 1) {
    const shorter = Math.min(Math.max(1 - (distances[other] ?? 0), 0), before[other] ?? 0);
    distances[other] = shorter;
    total += shorter;
  }
  return { distances, total };
}

/**
 * Points far from each other to start from: greedy k-means++ (Arthur and Vassilvitskii 2007) with distances of
 * 1 − cosine, as the rows of a table. The first rows of it are what fewer starts would be.
 */
export function chooseStarts(all: Points, count: number, roll: Roll): DenseFloats {
  const points = all.pick(spaceEvenly(all.count, Math.max(LEAST_SOUGHT, SOUGHT_PER_CENTRE * count)));
  const chosen = [roll(points.count)];
  let coverage = coverWith(points, chosen[0] ?? 0, new Float32Array(points.count).fill(FARTHEST));
  while (chosen.length < count) {
    const tries = Array.from({ length: CANDIDATES }, () => {
      const point = drawPoint(coverage, roll);
      return { point, ...coverWith(points, point, coverage.distances) };
    });
    const best = tries.reduce((a, b) => (b.total < a.total ? b : a));
    chosen.push(best.point);
    coverage = best;
  }
  return placeCentres(points, chosen);
}
