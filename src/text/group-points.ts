import type { DenseFloats, Nearest } from './kernels/kernels.js';
import { scaleRows } from './vectors/scale-rows.js';

/** By point: the number of its group, from 0. */
export type Groups = Uint32Array;

/** Points of length 1 to be grouped, full or mostly zero: what grouping asks of them. */
export type Points = {
  readonly count: number;
  readonly width: number;
  /** The nearest centre for every point. */
  assign(centres: DenseFloats): Nearest;
  /** Adds a point to a row of a full table, in place. */
  addTo(into: DenseFloats, row: number, point: number): void;
  /** The dot products of every point with the chosen ones: a row a point, a column a chosen one. */
  compareWith(chosen: readonly number[]): DenseFloats;
  /** These points alone, in this order. */
  pick(points: Uint32Array): Points;
};

export type Grouping = {
  readonly groups: Groups;
  readonly centres: DenseFloats;
  /** Sum of the cosines of all points with their centres: the higher, the tighter the groups. */
  readonly tightness: number;
};

/** One centre for each of these points. */
export function placeCentres(points: Points, chosen: readonly number[]): DenseFloats {
  const centres = { width: points.width, values: new Float32Array(chosen.length * points.width) };
  for (const [row, point] of chosen.entries()) points.addTo(centres, row, point);
  return centres;
}

/** The point that is served worst and has not been taken yet. */
function takeWorst(products: Float32Array, taken: Set<number>): number {
  let worst = -1;
  for (let point = 0; point < products.length; point += 1) {
    if (!taken.has(point) && (worst < 0 || (products[point] ?? 0) < (products[worst] ?? 0))) worst = point;
  }
  taken.add(worst);
  return Math.max(worst, 0);
}

/** The mean direction of each of so many groups; one that is empty has none. */
export function meanDirections(points: Points, groups: Groups, count: number): DenseFloats {
  const sums = { width: points.width, values: new Float32Array(count * points.width) };
  for (let point = 0; point < groups.length; point += 1) points.addTo(sums, groups[point] ?? 0, point);
  return scaleRows(sums);
}

/** The mean directions of all groups; a centre that nobody is near moves to the point that is served worst. */
function moveCentres(points: Points, { centres: groups, products }: Nearest, count: number): DenseFloats {
  const moved = meanDirections(points, groups, count);
  const used = new Set(groups);
  const taken = new Set<number>();
  for (let group = 0; group < count; group += 1) {
    if (!used.has(group)) points.addTo(moved, group, takeWorst(products, taken));
  }
  return moved;
}

/**
 * Spherical k-means (Dhillon and Modha 2001) from given centres: every point moves to the centre that makes the smallest
 * angle with it, every centre to the mean direction of its points, until none moves or after so many rounds.
 */
export function groupPoints(points: Points, start: DenseFloats, rounds: number): Grouping {
  const count = start.values.length / Math.max(start.width, 1);
  let centres = start;
  let nearest = points.assign(centres);
  for (let round = 1; round < rounds; round += 1) {
    centres = moveCentres(points, nearest, count);
    const next = points.assign(centres);
    const settled = next.centres.every((group, point) => group === nearest.centres[point]);
    nearest = next;
    if (settled) break;
  }
  const tightness = nearest.products.reduce((sum, product) => sum + product, 0);
  return { groups: nearest.centres, centres, tightness };
}
