import { countDenseRows } from './check-tables.js';
import type { DenseFloats } from './kernels.js';

/**
 * Columns become rows, `width` numbers each, what lies beyond the given rows being 0: centres laid out by column, so
 * that one column's share in all centres is contiguous.
 */
export function transposeDense(table: DenseFloats, width: number): DenseFloats {
  const rows = countDenseRows(table);
  const values = new Float32Array(table.width * width);
  for (let row = 0; row < rows; row += 1) {
    const from = row * table.width;
    for (let column = 0; column < table.width; column += 1) {
      values[column * width + row] = table.values[from + column] ?? 0;
    }
  }
  return { width, values };
}
