import type { DenseFloats, SparseFloats } from '../kernels/kernels.js';
import { loadKernels } from '../kernels/load-kernels.js';
import { findNearest, makeNearest } from '../learning/find-nearest.js';
import { dotEvery, normalise } from '../similarity.js';
import {
  countRows,
  rowAt,
  type SparseRows,
  type SparseVector,
  stackRows,
  transposeRows,
} from '../sparse-rows.js';
import { dropCommon } from '../vectors/drop-common.js';
import { learnTermVectors } from '../vectors/learn-term-vectors.js';
import { spaceEvenly } from '../vectors/space-evenly.js';

/** Dimensions of a word vector: 16 told less, and more take longer. */
const DIMENSIONS = 32;
/** How many of its likest texts a text is drawn to. */
const NEIGHBOURS = 5;
/** The likest texts are sought among so many, evenly spaced: this keeps the time in proportion to the texts. */
const MOST_CANDIDATES = 1500;
/** A term of one text keeps company with no other text. */
const MIN_TEXTS = 2;
/** Any: the axes are the same up to rounding, and the same seed gives the same bytes. */
const SEED = 1;

/** Where texts stand by the company that their words keep in these very texts. */
export type Company = {
  /** One row a text, of length 1, or empty where its terms tell nothing. */
  readonly rows: SparseRows;
  /** Where a text of the same terms would stand; row `self` is not among those that it is drawn to. */
  readonly place: (vector: SparseVector, self: number) => SparseVector;
};

type TermVectors = DenseFloats & {
  /** By column of the texts: its row among the vectors, −1 where it has none. */
  readonly numbers: Int32Array;
};

/** By column: its number among those that at least two rows use, −1 for the others. */
function numberShared({ width, columns }: SparseRows): {
  readonly numbers: Int32Array;
  readonly count: number;
} {
  const uses = new Uint32Array(width);
  for (const column of columns) uses[column] = (uses[column] ?? 0) + 1;
  let count = 0;
  const numbers = Int32Array.from(uses, (used) => {
    if (used < MIN_TEXTS) return -1;
    count += 1;
    return count - 1;
  });
  return { numbers, count };
}

function keepNumbered(rows: SparseRows, numbers: Int32Array, width: number): SparseFloats {
  const rowStarts = new Uint32Array(rows.rowStarts.length);
  const columns: number[] = [];
  const values: number[] = [];
  for (let row = 0; row < countRows(rows); row += 1) {
    for (let j = rows.rowStarts[row] ?? 0; j < (rows.rowStarts[row + 1] ?? 0); j += 1) {
      const number = numbers[rows.columns[j] ?? 0] ?? -1;
      if (number < 0) continue;
      columns.push(number);
      values.push(rows.values[j] ?? 0);
    }
    rowStarts[row + 1] = columns.length;
  }
  return { width, rowStarts, columns: Uint32Array.from(columns), values: Float32Array.from(values) };
}

/** A vector for every term that texts share, alike for terms that keep the same company. */
function learnShared(rows: SparseRows): TermVectors {
  const { numbers, count } = numberShared(rows);
  const means = { kernels: loadKernels(), seed: SEED };
  return { ...learnTermVectors(keepNumbered(rows, numbers, count), DIMENSIONS, means), numbers };
}

/** The direction of the weighted sum of a text's term vectors. */
function pointOf({ columns, values }: SparseVector, vectors: TermVectors): Float64Array {
  const point = new Float64Array(vectors.width);
  for (let j = 0; j < columns.length; j += 1) {
    const base = (vectors.numbers[columns[j] ?? 0] ?? -1) * vectors.width;
    if (base < 0) continue;
    const value = values[j] ?? 0;
    for (let d = 0; d < point.length; d += 1)
      point[d] = (point[d] ?? 0) + value * (vectors.values[base + d] ?? 0);
  }
  normalise(point);
  return point;
}

/** The columns that `held` marks, at length 1 again. */
function keepHeld({ columns, values }: SparseVector, held: Uint8Array): SparseVector {
  const places = Array.from(columns.keys()).filter((j) => held[columns[j] ?? 0] === 1);
  const kept = Float64Array.from(places, (j) => values[j] ?? 0);
  normalise(kept);
  return { columns: Uint32Array.from(places, (j) => columns[j] ?? 0), values: kept };
}

type DrawPoint = (told: SparseVector, own: Float64Array, self: number) => Float64Array;

/** Draws the point of a text to those of its likest texts, in proportion to their cosine. */
function createDrawer(told: SparseRows, points: readonly Float64Array[]): DrawPoint {
  const candidates = spaceEvenly(countRows(told), MOST_CANDIDATES);
  const places = new Map(Array.from(candidates, (row, place) => [row, place]));
  const picked = Array.from(candidates, (row) => rowAt(told, row));
  const transposed = transposeRows(stackRows(picked, told.width));
  const similarities = new Float64Array(candidates.length);
  const nearest = makeNearest(NEIGHBOURS);
  return (vector, own, self) => {
    dotEvery(vector, transposed, similarities);
    const count = findNearest(similarities, places.get(self) ?? -1, nearest);
    const drawn = own.slice();
    for (let n = 0; n < count; n += 1) {
      const other = points[candidates[nearest.places[n] ?? 0] ?? 0];
      const similarity = nearest.similarities[n] ?? 0;
      for (let d = 0; d < drawn.length; d += 1) drawn[d] = (drawn[d] ?? 0) + similarity * (other?.[d] ?? 0);
    }
    return drawn;
  };
}

function averagePoints(points: readonly Float64Array[], width: number): Float64Array {
  const mean = new Float64Array(width);
  for (const point of points) {
    for (let d = 0; d < width; d += 1) mean[d] = (mean[d] ?? 0) + (point[d] ?? 0) / points.length;
  }
  return mean;
}

const NOWHERE: SparseVector = { columns: new Uint32Array(0), values: new Float64Array(0) };

type Centre = { readonly mean: Float64Array; readonly columns: Uint32Array };

/** A drawn point less the mean, at length 1; nowhere, if nothing in the text says where. */
function settle(drawn: Float64Array, { mean, columns }: Centre): SparseVector {
  if (!drawn.some((value) => value !== 0)) return NOWHERE;
  const values = new Float64Array(drawn.length);
  for (let d = 0; d < values.length; d += 1) values[d] = (drawn[d] ?? 0) - (mean[d] ?? 0);
  normalise(values);
  return { columns, values };
}

/**
 * Places the texts of a TF-IDF table, whose rows have length 1: texts stand together whose words occur with the same
 * other words, though they share none. Word vectors are learned on these texts (PPMI, truncated SVD), a text is the
 * direction of their weighted sum, joined by those of its likest texts. Terms of more than 30 % of the texts say nothing.
 */
export function placeByCompany(rows: SparseRows): Company {
  const told = dropCommon(rows);
  const held = new Uint8Array(rows.width);
  for (const column of told.columns) held[column] = 1;
  const vectors = learnShared(told);
  const points = Array.from({ length: countRows(told) }, (_, row) => pointOf(rowAt(told, row), vectors));
  const draw = createDrawer(told, points);
  const drawn = points.map((point, row) => draw(rowAt(told, row), point, row));
  const { width } = vectors;
  const columns = Uint32Array.from({ length: width }, (_, d) => d);
  const centre = { mean: averagePoints(drawn, width), columns };
  return {
    rows: stackRows(
      drawn.map((point) => settle(point, centre)),
      width,
    ),
    place: (vector, self) => {
      const kept = keepHeld(vector, held);
      return settle(draw(kept, pointOf(kept, vectors), self), centre);
    },
  };
}
