import { checkCentres, checkColumns, checkProduct, checkSparse, countDenseRows } from './check-tables.js';
import type { DenseFloats, Kernels, Nearest, SparseFloats } from './kernels.js';
import { transposeDense } from './transpose-dense.js';

/** Adds `share` times a row of the factor to as many sums, rounding as 32-bit hardware does. */
function addShare(
  factor: DenseFloats,
  { row, share }: { row: number; share: number },
  sums: Float32Array,
): void {
  const { width, values } = factor;
  const base = row * width;
  for (let k = 0; k < width; k += 1) {
    sums[k] = Math.fround((sums[k] ?? 0) + Math.fround(share * (values[base + k] ?? 0)));
  }
}

function addSparseRow(rows: SparseFloats, row: number, factor: DenseFloats, sums: Float32Array): void {
  const end = rows.rowStarts[row + 1] ?? 0;
  for (let j = rows.rowStarts[row] ?? 0; j < end; j += 1) {
    addShare(factor, { row: rows.columns[j] ?? 0, share: rows.values[j] ?? 0 }, sums);
  }
}

function addDenseRow(points: DenseFloats, row: number, byColumn: DenseFloats, sums: Float32Array): void {
  const base = row * points.width;
  for (let column = 0; column < points.width; column += 1)
    addShare(byColumn, { row: column, share: points.values[base + column] ?? 0 }, sums);
}

/** Writes the place of the largest sum, the first of equal ones, and that sum; what is not a number is never larger. */
function writeLargest(sums: Float32Array, row: number, { centres, products }: Nearest): void {
  let most = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < sums.length; k += 1) {
    const sum = sums[k] ?? 0;
    if (sum > most) {
      most = sum;
      centres[row] = k;
    }
  }
  products[row] = most;
}

function assignEach(
  count: number,
  width: number,
  addRow: (row: number, sums: Float32Array) => void,
): Nearest {
  const nearest = { centres: new Uint32Array(count), products: new Float32Array(count) };
  const sums = new Float32Array(width);
  for (let row = 0; row < count; row += 1) {
    sums.fill(0);
    addRow(row, sums);
    writeLargest(sums, row, nearest);
  }
  return nearest;
}

function assignByColumn(rows: SparseFloats, byColumn: DenseFloats): Nearest {
  checkColumns(rows, byColumn);
  return assignEach(rows.rowStarts.length - 1, byColumn.width, (row, sums) =>
    addSparseRow(rows, row, byColumn, sums),
  );
}

function assignDense(points: DenseFloats, centres: DenseFloats): Nearest {
  checkCentres(points.width, centres);
  const byColumn = transposeDense(centres, countDenseRows(centres));
  return assignEach(countDenseRows(points), byColumn.width, (row, sums) =>
    addDenseRow(points, row, byColumn, sums),
  );
}

function multiplyDense(points: DenseFloats, centres: DenseFloats): DenseFloats {
  checkCentres(points.width, centres);
  const byColumn = transposeDense(centres, countDenseRows(centres));
  const { width } = byColumn;
  const count = countDenseRows(points);
  const values = new Float32Array(count * width);
  for (let row = 0; row < count; row += 1)
    addDenseRow(points, row, byColumn, values.subarray(row * width, (row + 1) * width));
  return { width, values };
}

function multiplySparse(rows: SparseFloats, factor: DenseFloats): DenseFloats {
  checkProduct(rows, factor);
  const count = rows.rowStarts.length - 1;
  const values = new Float32Array(count * factor.width);
  for (let row = 0; row < count; row += 1) {
    addSparseRow(rows, row, factor, values.subarray(row * factor.width, (row + 1) * factor.width));
  }
  return { width: factor.width, values };
}

/** The kernels in TypeScript: the measure of what the fast ones give, and what runs where these cannot. */
export const plainKernels: Kernels = {
  multiplySparse,
  multiplyDense,
  assignDense,
  assignByColumn,
  assignSparse(rows, centres) {
    checkSparse(rows);
    checkCentres(rows.width, centres);
    return assignByColumn(rows, transposeDense(centres, countDenseRows(centres)));
  },
};
