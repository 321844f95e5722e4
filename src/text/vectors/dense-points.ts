import type { Points } from '../group-points.js';
import type { DenseFloats, Kernels } from '../kernels/kernels.js';

/** Rows of a full table as points. */
export function makeDensePoints(table: DenseFloats, kernels: Kernels): Points {
  const { width, values } = table;
  return {
    count: width === 0 ? 0 : values.length / width,
    width,
    assign: (centres) => kernels.assignDense(table, centres),
    addTo(into, row, point) {
      const sums = into.values;
      const start = row * width;
      const from = point * width;
      for (let i = 0; i < width; i += 1) sums[start + i] = (sums[start + i] ?? 0) + (values[from + i] ?? 0);
    },
    compareWith: (chosen) => kernels.multiplyDense(table, pickRows(table, Uint32Array.from(chosen))),
    pick: (points) => makeDensePoints(pickRows(table, points), kernels),
  };
}

/** These rows alone, in this order. */
export function pickRows({ width, values }: DenseFloats, rows: Uint32Array): DenseFloats {
  const picked = new Float32Array(rows.length * width);
  for (const [place, row] of rows.entries())
    picked.set(values.subarray(row * width, (row + 1) * width), place * width);
  return { width, values: picked };
}
