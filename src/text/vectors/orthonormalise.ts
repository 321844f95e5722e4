import type { DenseFloats } from '../kernels/kernels.js';

/** Below this share of a column's own square, what is left of it after the others is rounding. */
const NEGLIGIBLE = 1e-7;

/** Dot products of the columns of one table with those of another, as a full square of side `width`. */
export function multiplyColumns(a: DenseFloats, b: DenseFloats): Float64Array {
  const { width } = a;
  const products = new Float64Array(width * width);
  for (let start = 0; start < a.values.length; start += width) {
    for (let i = 0; i < width; i += 1) {
      const value = a.values[start + i] ?? 0;
      if (value === 0) continue;
      const row = i * width;
      for (let j = 0; j < width; j += 1) {
        products[row + j] = (products[row + j] ?? 0) + value * (b.values[start + j] ?? 0);
      }
    }
  }
  return products;
}

/** The upper factor U of a square Uᵀ · U, in place. A column that depends on the ones before it becomes zero. */
function factorSquare(square: Float64Array, width: number): void {
  for (let i = 0; i < width; i += 1) {
    const pivot = square[i * width + i] ?? 0;
    const scale = pivot > 0 ? 1 / Math.sqrt(pivot) : 0;
    for (let j = i; j < width; j += 1) square[i * width + j] = (square[i * width + j] ?? 0) * scale;
    for (let later = i + 1; later < width; later += 1) {
      const share = square[i * width + later] ?? 0;
      const own = square[later * width + later] ?? 0;
      for (let j = later; j < width; j += 1) {
        const place = later * width + j;
        square[place] = (square[place] ?? 0) - share * (square[i * width + j] ?? 0);
      }
      const rest = square[later * width + later] ?? 0;
      if (rest <= NEGLIGIBLE * own) square[later * width + later] = 0;
    }
  }
}

/**
 * Columns of length 1 at right angles that span the same space (Cholesky-QR), in place. A column that the ones before
 * it span becomes zero.
 */
export function orthonormalise(table: DenseFloats): void {
  const { width, values } = table;
  const upper = multiplyColumns(table, table);
  factorSquare(upper, width);
  const row = new Float64Array(width);
  for (let start = 0; start < values.length; start += width) {
    for (let i = 0; i < width; i += 1) row[i] = values[start + i] ?? 0;
    for (let i = 0; i < width; i += 1) {
      const pivot = upper[i * width + i] ?? 0;
      const value = pivot === 0 ? 0 : (row[i] ?? 0) / pivot;
      row[i] = value;
      for (let j = i + 1; j < width; j += 1) row[j] = (row[j] ?? 0) - value * (upper[i * width + j] ?? 0);
    }
    values.set(row, start);
  }
}
