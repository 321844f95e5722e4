import fc from 'fast-check';
import type { DenseFloats, Kernels, SparseFloats } from '../../../src/text/kernels/kernels.js';
import { openKernels } from '../../../src/text/kernels/wasm-kernels.js';
import { makeDice } from '../../../src/text/measures/draw-numbers.js';

/** Rows given as lists of `[column, value]`. */
export function makeSparse(
  rows: readonly (readonly (readonly [number, number])[])[],
  width: number,
): SparseFloats {
  const rowStarts = new Uint32Array(rows.length + 1);
  for (const [row, places] of rows.entries()) rowStarts[row + 1] = (rowStarts[row] ?? 0) + places.length;
  return {
    width,
    rowStarts,
    columns: Uint32Array.from(rows.flatMap((places) => places.map(([column]) => column))),
    values: Float32Array.from(rows.flatMap((places) => places.map(([, value]) => value))),
  };
}

export function makeDense(rows: readonly (readonly number[])[], width: number): DenseFloats {
  return { width, values: Float32Array.from(rows.flat()) };
}

/** Rows of up to 20 columns of which the first are the most frequent, as words are. */
export function drawSparse(count: number, width: number, seed: number): SparseFloats {
  const roll = makeDice(seed);
  const rows = Array.from({ length: count }, () => {
    const columns = new Set(
      Array.from({ length: roll(21) }, () => Math.floor(width * (roll(1000) / 1000) ** 3)),
    );
    return [...columns].sort((a, b) => a - b).map((column) => [column, (1 + roll(1000)) / 1000] as const);
  });
  return makeSparse(rows, width);
}

export function drawDense(count: number, width: number, seed: number): DenseFloats {
  const roll = makeDice(seed);
  return { width, values: Float32Array.from({ length: count * width }, () => roll(2001) / 1000 - 1) };
}

/** Few different numbers, so that equal products are frequent, and those that arithmetic treats in its own way. */
const anyNumber = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(0, 1, -1, 0.5, 0.1, -0.3) },
  { weight: 3, arbitrary: fc.float() },
  { weight: 1, arbitrary: fc.constantFrom(-0, 1e-42, 3e38, Number.POSITIVE_INFINITY, Number.NaN) },
);

export const anyTables = fc
  .record({
    rows: fc.nat(30),
    width: fc.integer({ min: 1, max: 12 }),
    centres: fc.integer({ min: 1, max: 40 }),
  })
  .chain(({ rows, width, centres }) =>
    fc.record({
      rows: fc
        .array(fc.array(fc.tuple(fc.nat(width - 1), anyNumber), { maxLength: 8 }), {
          minLength: rows,
          maxLength: rows,
        })
        .map((places) => makeSparse(places, width)),
      points: fc
        .array(anyNumber, { minLength: rows * width, maxLength: rows * width })
        .map((numbers) => makeDense([numbers], width)),
      centres: fc
        .array(anyNumber, { minLength: centres * width, maxLength: centres * width })
        .map((numbers) => makeDense([numbers], width)),
      byColumn: fc
        .array(anyNumber, { minLength: centres * width, maxLength: centres * width })
        .map((numbers) => makeDense([numbers], centres)),
    }),
  );

/** The WebAssembly kernels, which Node always has: a test that went the plain way would compare nothing. */
export function openWasm(): Kernels {
  const kernels = openKernels();
  if (kernels === undefined) throw new Error('WebAssembly cannot run here');
  return kernels;
}

/** What arrays of many thousand numbers are compared by. */
export function readBytes({ buffer, byteOffset, byteLength }: Uint32Array | Float32Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
