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

/** For each of these points the coverage once it is a centre too. */
function coverWith(points: Points, chosen: readonly number[], before: Float32Array): readonly Coverage[] {
  const { width, values } = points.compareWith(chosen);
  return chosen.map((_, place) => {
    const distances = new Float32Array(points.count);
    let total = 0;
    for (let point = 0; point < distances.length; point += 1) {
      const cosine = values[point * width + place] ?? 0;
      const shorter = Math.min(Math.max(1 - cosine, 0), before[point] ?? 0);
      distances[point] = shorter;
      total += shorter;
    }
    return { distances, total };
  });
}

/**
 * Points far from each other to start from: greedy k-means++ (Arthur and Vassilvitskii 2007) with distances of
 * 1 − cosine, as the rows of a table. The first rows of it are what fewer starts would be.
 */
export function chooseStarts(all: Points, count: number, roll: Roll): DenseFloats {
  const points = all.pick(spaceEvenly(all.count, Math.max(LEAST_SOUGHT, SOUGHT_PER_CENTRE * count)));
  const chosen = [roll(points.count)];
  const farthest = new Float32Array(points.count).fill(FARTHEST);
  let [coverage = { distances: farthest, total: 0 }] = coverWith(points, chosen, farthest);
  while (chosen.length < count) {
    const drawn = Array.from({ length: CANDIDATES }, () => drawPoint(coverage, roll));
    const [first, ...others] = coverWith(points, drawn, coverage.distances).map((tried, place) => ({
      point: drawn[place] ?? 0,
      ...tried,
    }));
    if (first === undefined) break;
    const best = others.reduce((a, b) => (b.total < a.total ? b : a), first);
    chosen.push(best.point);
    coverage = best;
  }
  return placeCentres(points, chosen);
}
