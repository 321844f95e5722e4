import type { DenseFloats } from '../kernels/kernels.js';

/** Shorter than this, a row is rounding and has no direction. */
const NEGLIGIBLE = 1e-6;

/** Every row at length 1; one without a direction is all zero. */
export function scaleRows({ width, values }: DenseFloats): DenseFloats {
  const scaled = new Float32Array(values.length);
  for (let start = 0; start < values.length; start += width) {
    let squares = 0;
    for (let i = start; i < start + width; i += 1) squares += (values[i] ?? 0) ** 2;
    const length = Math.sqrt(squares);
    if (length < NEGLIGIBLE) continue;
    for (let i = start; i < start + width; i += 1) scaled[i] = (values[i] ?? 0) / length;
  }
  return { width, values: scaled };
}

/** Every row less the mean of all. */
export function centreRows({ width, values }: DenseFloats): DenseFloats {
  const means = new Float64Array(width);
  for (let i = 0; i < values.length; i += 1) means[i % width] = (means[i % width] ?? 0) + (values[i] ?? 0);
  const count = Math.max(values.length / Math.max(width, 1), 1);
  return { width, values: values.map((value, i) => value - (means[i % width] ?? 0) / count) };
}
