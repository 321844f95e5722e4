import type { DenseFloats } from './kernels.js';

/** Room for the sums to start from and one row of them per column, in floats. */
export function sizeTable({ width, values }: DenseFloats, padded: number): number {
  return padded * (values.length / width + 1);
}

/** The next multiple of `step` from `count` up. */
export function padTo(count: number, step: number): number {
  return Math.ceil(count / step) * step;
}

/**
 * Writes the table that kernels.wat reads: sums that start from 0, or from minus infinity where no centre stands behind
 * them, and below them the rows of `byColumn`, each filled up with zeros to `padded` numbers.
 */
export function fillTable(table: Float32Array, byColumn: DenseFloats, padded: number): void {
  const { width, values } = byColumn;
  table.fill(0, 0, width);
  table.fill(Number.NEGATIVE_INFINITY, width, padded);
  if (width === padded) {
    table.set(values, padded);
    return;
  }
  let at = padded;
  for (let from = 0; from < values.length; from += width) {
    for (let k = 0; k < width; k += 1) table[at + k] = values[from + k] ?? 0;
    for (let k = width; k < padded; k += 1) table[at + k] = 0;
    at += padded;
  }
}
