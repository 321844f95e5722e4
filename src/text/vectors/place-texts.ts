import type { DenseFloats } from '../kernels/kernels.js';
import type { SparseRows } from '../sparse-rows.js';
import type { Means } from './find-main-axes.js';
import { learnTermVectors } from './learn-term-vectors.js';
import { linkNeighbours } from './link-neighbours.js';
import { packColumns } from './pack-columns.js';
import { centreRows, scaleRows } from './scale-rows.js';

/** Dimensions of a word vector: 100 gave no better groups in short texts or interviews. */
const DIMENSIONS = 64;

/**
 * A place in space for every text of a TF-IDF table with rows of length 1: the direction of the weighted sum of its terms'
 * vectors, joined by that of its likest texts in proportion to their cosine, less the mean of all, at length 1. A text
 * whose terms tell nothing is all zero; where none does, the table has no columns.
 */
export function placeTexts(rows: SparseRows, means: Means): DenseFloats {
  const { kernels } = means;
  const packed = packColumns(rows);
  if (packed.width === 0) return { width: 0, values: new Float32Array() };
  const own = scaleRows(kernels.multiplySparse(packed, learnTermVectors(packed, DIMENSIONS, means)));
  return scaleRows(centreRows(kernels.multiplySparse(linkNeighbours(rows), own)));
}

/** The same of too few texts to learn from: the weights themselves, one dimension a term, and those of likest texts. */
export function placeFewTexts(rows: SparseRows, { kernels }: Means): DenseFloats {
  const packed = packColumns(rows);
  const values = new Float32Array((packed.rowStarts.length - 1) * packed.width);
  for (let row = 0; row + 1 < packed.rowStarts.length; row += 1) {
    for (let j = packed.rowStarts[row] ?? 0; j < (packed.rowStarts[row + 1] ?? 0); j += 1)
      values[row * packed.width + (packed.columns[j] ?? 0)] = packed.values[j] ?? 0;
  }
  return scaleRows(kernels.multiplySparse(linkNeighbours(rows), { width: packed.width, values }));
}
