import type { Groups } from './group-points.js';
import type { DenseFloats } from './kernels/kernels.js';

type Sums = { readonly values: Float64Array; readonly sizes: Uint32Array };

function sumGroups({ width, values }: DenseFloats, groups: Groups): Sums {
  const count = groups.reduce((most, group) => Math.max(most, group + 1), 0);
  const sums = { values: new Float64Array(count * width), sizes: new Uint32Array(count) };
  for (const [row, group] of groups.entries()) {
    sums.sizes[group] = (sums.sizes[group] ?? 0) + 1;
    for (let i = 0; i < width; i += 1) {
      const place = group * width + i;
      sums.values[place] = (sums.values[place] ?? 0) + (values[row * width + i] ?? 0);
    }
  }
  return sums;
}

function multiply(row: Float32Array, { values }: Sums, group: number): number {
  let product = 0;
  const start = group * row.length;
  for (let i = 0; i < row.length; i += 1) product += (row[i] ?? 0) * (values[start + i] ?? 0);
  return product;
}

function rateRow(row: Float32Array, own: number, sums: Sums): number {
  const ownSize = sums.sizes[own] ?? 0;
  if (ownSize < 2) return 0;
  const within = 1 - (multiply(row, sums, own) - 1) / (ownSize - 1);
  let beyond = Number.POSITIVE_INFINITY;
  for (const [group, size] of sums.sizes.entries()) {
    if (group !== own && size > 0) beyond = Math.min(beyond, 1 - multiply(row, sums, group) / size);
  }
  const larger = Math.max(within, beyond);
  return Number.isFinite(larger) && larger > 0 ? (beyond - within) / larger : 0;
}

/**
 * Mean cosine silhouette (Rousseeuw 1987) of rows of length 1, −1 to 1: how much nearer a row is to its own group than
 * to the next. A row alone in its group counts 0. Linear: the mean cosine with a group is one product with its sum.
 */
export function measureSilhouette(rows: DenseFloats, groups: Groups): number {
  const sums = sumGroups(rows, groups);
  let total = 0;
  for (const [row, group] of groups.entries()) {
    total += rateRow(rows.values.subarray(row * rows.width, (row + 1) * rows.width), group, sums);
  }
  return total / Math.max(groups.length, 1);
}
