import type { DenseFloats, SparseFloats } from '../kernels/kernels.js';
import { findMainAxes, type Means } from './find-main-axes.js';
import { weighPairs } from './weigh-pairs.js';

/** Power of an eigenvalue by which its axis is stretched (Levy, Goldberg and Dagan 2015 tell why less than one). */
const STRETCH = 0.5;

/** A vector for every column, alike for terms that keep the same company in these very texts (PPMI, truncated SVD). */
export function learnTermVectors(rows: SparseFloats, dimensions: number, means: Means): DenseFloats {
  const { vectors, values } = findMainAxes(weighPairs(rows), dimensions, means);
  const scales = values.map((value) => Math.abs(value) ** STRETCH);
  return { width: vectors.width, values: vectors.values.map((x, i) => x * (scales[i % vectors.width] ?? 0)) };
}
