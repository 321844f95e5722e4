import type { Groups } from './group-points.js';
import type { DenseFloats, Kernels } from './kernels/kernels.js';

type Sums = { readonly table: DenseFloats; readonly sizes: Uint32Array };

function sumGroups({ width, values }: DenseFloats, groups: Groups): Sums {
  const count = groups.reduce((most, group) => Math.max(most, group + 1), 0);
  const sums = new Float64Array(count * width);
  const sizes = new Uint32Array(count);
  for (const [row, group] of groups.entries()) {
    sizes[group] = (sizes[group] ?? 0) + 1;
    for (let i = 0; i < width; i += 1)
      sums[group * width + i] = (sums[group * width + i] ?? 0) + (values[row * width + i] ?? 0);
  }
  return { table: { width, values: Float32Array.from(sums) }, sizes };
}

/** `products` are those of the row with the sum of each group. */
function rateRow(products: Float32Array, own: number, sizes: Uint32Array): number {
  const ownSize = sizes[own] ?? 0;
  if (ownSize < 2) return 0;
  const within = 1 - ((products[own] ?? 0) - 1) / (ownSize - 1);
  let beyond = Number.POSITIVE_INFINITY;
  for (let group = 0; group < sizes.length; group += 1) {
    const size = sizes[group] ?? 0;
    if (group !== own && size > 0) beyond = Math.min(beyond, 1 - (products[group] ?? 0) / size);
  }
  const larger = Math.max(within, beyond);
  return Number.isFinite(larger) && larger > 0 ? (beyond - within) / larger : 0;
}

/**
 * Mean cosine silhouette (Rousseeuw 1987) of rows of length 1, −1 to 1: how much nearer a row is to its own group than
 * to the next. A row alone in its group counts 0. Linear: the mean cosine with a group is one product with its sum.
 */
export function measureSilhouette(rows: DenseFloats, groups: Groups, kernels: Kernels): number {
  if (groups.length === 0) return 0;
  const { table, sizes } = sumGroups(rows, groups);
  const { width, values } = kernels.multiplyDense(rows, table);
  let total = 0;
  for (const [row, group] of groups.entries())
    total += rateRow(values.subarray(row * width, (row + 1) * width), group, sizes);
  return total / groups.length;
}
