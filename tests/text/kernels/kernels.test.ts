import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadKernels } from '../../../src/text/kernels/load-kernels.js';
import { plainKernels } from '../../../src/text/kernels/plain-kernels.js';
import { openRoom } from '../../../src/text/kernels/wasm-room.js';
import {
  anyTables,
  drawDense,
  drawSparse,
  makeDense,
  makeSparse,
  openWasm,
  readBytes,
} from './make-tables.js';

const wasm = openWasm();
const makes = [
  ['plain', plainKernels],
  ['WebAssembly', wasm],
] as const;
const badTable = expect.objectContaining({ code: 'bad-table' });

describe.each(makes)('the %s kernels', (_name, kernels) => {
  const rows = makeSparse(
    [
      [
        [0, 2],
        [2, 1],
      ],
      [[1, 3]],
      [],
    ],
    3,
  );

  it('multiply sparse rows by a factor', () => {
    const factor = makeDense(
      [
        [1, 10],
        [2, 20],
        [3, 30],
      ],
      2,
    );
    const { width, values } = kernels.multiplySparse(rows, factor);
    expect(width).toBe(2);
    expect([...values]).toEqual([2 * 1 + 1 * 3, 2 * 10 + 1 * 30, 3 * 2, 3 * 20, 0, 0]);
  });

  it('multiply points by centres', () => {
    const points = makeDense(
      [
        [1, 2],
        [3, 4],
        [0, -1],
      ],
      2,
    );
    const centres = makeDense(
      [
        [1, 0],
        [10, 100],
      ],
      2,
    );
    const { width, values } = kernels.multiplyDense(points, centres);
    expect(width).toBe(2);
    expect([...values]).toEqual([1, 210, 3, 430, 0, -100]);
  });

  it('give the centre with the largest product, and the first of equal ones', () => {
    const centres = makeDense(
      [
        [0, 1, 0],
        [1, 0, 0],
        [0, 1, 0],
        [0.5, 0, 1],
      ],
      3,
    );
    const { centres: nearest, products } = kernels.assignSparse(rows, centres);
    expect([...nearest]).toEqual([1, 0, 0]);
    expect([...products]).toEqual([2, 3, 0]);
  });

  it('never take the room beyond the last centre for a centre, even where all products are negative', () => {
    const points = makeDense([[1, 1]], 2);
    const centres = makeDense(
      [
        [-2, -3],
        [-1, -1],
        [-4, 0],
      ],
      2,
    );
    expect([...kernels.assignDense(points, centres).centres]).toEqual([1]);
    const sparse = makeSparse([[[0, 1]]], 1);
    expect([...kernels.assignSparse(sparse, makeDense([[-3], [-2], [-5]], 1)).centres]).toEqual([1]);
  });

  it('give minus infinity, not something that is no number, where no product can be told', () => {
    const { centres, products } = kernels.assignDense(
      makeDense([[Number.NaN]], 1),
      makeDense([[1], [Number.POSITIVE_INFINITY]], 1),
    );
    expect([...centres]).toEqual([0]);
    expect([...products]).toEqual([Number.NEGATIVE_INFINITY]);
  });

  it('read some rows of a longer table as they read them alone', () => {
    const long = drawSparse(100, 40, 1);
    const centres = drawDense(7, 40, 2);
    const all = kernels.assignSparse(long, centres);
    const some = kernels.assignSparse({ ...long, rowStarts: long.rowStarts.subarray(30, 61) }, centres);
    expect([...some.centres]).toEqual([...all.centres.subarray(30, 60)]);
  });

  it('give empty tables for no rows', () => {
    const none = makeSparse([], 3);
    expect(kernels.assignSparse(none, makeDense([[1, 2, 3]], 3)).centres.length).toBe(0);
    expect(kernels.assignDense(makeDense([], 3), makeDense([[1, 2, 3]], 3)).centres.length).toBe(0);
    expect(kernels.multiplyDense(makeDense([], 3), makeDense([[1, 2, 3]], 3)).values.length).toBe(0);
    expect(kernels.multiplySparse(none, makeDense([[1], [2], [3]], 1)).values.length).toBe(0);
    expect(kernels.multiplySparse(makeSparse([[], []], 0), makeDense([], 0)).values.length).toBe(0);
  });

  it('refuse tables that do not fit together', () => {
    const one = makeDense([[1, 2, 3]], 3);
    expect(() => kernels.assignSparse({ ...rows, columns: Uint32Array.of(0, 3, 1) }, one)).toThrow(badTable);
    expect(() => kernels.assignSparse({ ...rows, rowStarts: Uint32Array.of(0, 2, 9) }, one)).toThrow(
      badTable,
    );
    expect(() => kernels.assignSparse({ ...rows, rowStarts: Uint32Array.of(2, 0) }, one)).toThrow(badTable);
    expect(() => kernels.assignSparse({ ...rows, rowStarts: new Uint32Array(0) }, one)).toThrow(badTable);
    expect(() => kernels.assignSparse({ ...rows, values: Float32Array.of(1) }, one)).toThrow(badTable);
    expect(() => kernels.assignSparse(rows, makeDense([[1, 2]], 2))).toThrow(badTable);
    expect(() => kernels.assignSparse(rows, makeDense([], 3))).toThrow(badTable);
    expect(() => kernels.assignDense(makeDense([[1, 2]], 2), one)).toThrow(badTable);
    expect(() => kernels.assignDense({ width: 2, values: Float32Array.of(1, 2, 3) }, one)).toThrow(badTable);
    expect(() => kernels.multiplyDense(makeDense([[1, 2]], 2), one)).toThrow(badTable);
    expect(() => kernels.multiplyDense(one, makeDense([], 3))).toThrow(badTable);
    expect(() => kernels.assignByColumn(rows, makeDense([[1], [2]], 1))).toThrow(badTable);
    expect(() => kernels.assignByColumn(makeSparse([[]], 0), makeDense([], 0))).toThrow(badTable);
    expect(() => kernels.multiplySparse(rows, makeDense([[1], [2]], 1))).toThrow(badTable);
  });
});

describe('both makes of the kernels', () => {
  it('give the same numbers to the last bit, whatever is in the tables', () => {
    fc.assert(
      fc.property(anyTables, ({ rows, points, centres, byColumn }) => {
        expect(wasm.assignSparse(rows, centres)).toEqual(plainKernels.assignSparse(rows, centres));
        expect(wasm.assignByColumn(rows, byColumn)).toEqual(plainKernels.assignByColumn(rows, byColumn));
        expect(wasm.assignDense(points, centres)).toEqual(plainKernels.assignDense(points, centres));
        expect(wasm.multiplyDense(points, centres)).toEqual(plainKernels.multiplyDense(points, centres));
        expect(wasm.multiplySparse(rows, byColumn)).toEqual(plainKernels.multiplySparse(rows, byColumn));
      }),
    );
  });

  it.each([
    [9000, 400, 50],
    [40, 3000, 1200],
  ])('give the same numbers for %i rows of width %i and %i centres, block by block', (count, width, k) => {
    const rows = drawSparse(count, width, 3);
    const centres = drawDense(k, width, 4);
    const factor = drawDense(width, k, 5);
    const points = drawDense(count, 33, 6);
    const middles = drawDense(k, 33, 7);
    const [plain, fast] = [plainKernels, wasm].map((kernels) => {
      const sparse = kernels.assignSparse(rows, centres);
      const dense = kernels.assignDense(points, middles);
      const dot = kernels.multiplyDense(points, middles);
      const { values } = kernels.multiplySparse(rows, factor);
      return [sparse.centres, sparse.products, dense.centres, dense.products, dot.values, values].map(
        readBytes,
      );
    });
    expect(plain?.map((bytes, table) => bytes.equals(fast?.[table] ?? Buffer.of()))).toEqual([
      true,
      true,
      true,
      true,
      true,
      true,
    ]);
  });

  it('read a row that is longer than a block', () => {
    const width = 300_000;
    const columns = Uint32Array.from({ length: width }, (_, column) => column);
    const values = new Float32Array(width).fill(0.25);
    const rowStarts = Uint32Array.of(0, 0, width, width);
    const rows = { width, rowStarts, columns, values };
    const byColumn = drawDense(width, 3, 8);
    expect(wasm.assignByColumn(rows, byColumn)).toEqual(plainKernels.assignByColumn(rows, byColumn));
  });
});

describe('loadKernels', () => {
  it('gives kernels that work, the same ones every time', () => {
    expect(loadKernels()).toBe(loadKernels());
    const rows = drawSparse(50, 20, 9);
    const centres = drawDense(4, 20, 10);
    expect(loadKernels().assignSparse(rows, centres)).toEqual(plainKernels.assignSparse(rows, centres));
  });
});

describe('openRoom', () => {
  it('opens no room beyond 2 GB', () => {
    expect(openRoom(2 ** 31 + 1)).toBeUndefined();
    expect(openRoom(Number.NaN)).toBeUndefined();
    expect(openRoom(70_000)?.memory.buffer.byteLength).toBe(2 * 65_536);
  });
});
