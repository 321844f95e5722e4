import { checkCentres, checkColumns, checkProduct, checkSparse, countDenseRows } from './check-tables.js';
import { BLOCK, type Block, cutBlocks } from './cut-blocks.js';
import { fillTable, padTo, sizeTable } from './fill-table.js';
import type { DenseFloats, Kernels, Nearest, SparseFloats } from './kernels.js';
import { plainKernels } from './plain-kernels.js';
import { transposeDense } from './transpose-dense.js';
import { assignDense, multiplyDense } from './wasm-dense.js';
import { borrowRoom, planRoom, type WasmRoom } from './wasm-room.js';

/** Floats of a block of products. */
const BLOCK_PRODUCTS = 1 << 20;

type SparseWork = {
  readonly rows: SparseFloats;
  readonly byColumn: DenseFloats;
  readonly padded: number;
  readonly blocks: readonly Block[];
  /** Bytes of what a block gives. */
  readonly givenBytes: number;
};

/** What one call of a sparse loop takes, as addresses, and where it puts what it gives. */
type SparseCall = {
  readonly room: WasmRoom;
  readonly block: Block;
  readonly inputs: readonly number[];
  readonly sums: number;
  readonly given: number;
};

function visitBlocks(work: SparseWork, visit: (call: SparseCall) => void): boolean {
  const { rows, byColumn, padded, blocks } = work;
  const startOf = (row: number): number => rows.rowStarts[row] ?? 0;
  const most = blocks.reduce(
    (longest, { first, end }) => Math.max(longest, startOf(end) - startOf(first)),
    0,
  );
  const tableFloats = sizeTable(byColumn, padded);
  const { at, bytes } = planRoom({
    table: tableFloats * 4,
    starts: (BLOCK.rows + 1) * 4,
    columns: most * 4,
    values: most * 4,
    sums: padded * 4,
    given: work.givenBytes,
  });
  const room = borrowRoom(bytes);
  if (room === undefined) return false;
  const { buffer } = room.memory;
  fillTable(new Float32Array(buffer, at.table, tableFloats), byColumn, padded);
  for (const block of blocks) {
    const from = startOf(block.first);
    const to = startOf(block.end);
    new Uint32Array(buffer, at.starts).set(rows.rowStarts.subarray(block.first, block.end + 1));
    new Uint32Array(buffer, at.columns).set(rows.columns.subarray(from, to));
    new Float32Array(buffer, at.values).set(rows.values.subarray(from, to));
    const places = [at.starts, at.columns - from * 4, at.values - from * 4, at.table, padded * 4];
    visit({ room, block, inputs: [block.end - block.first, ...places], sums: at.sums, given: at.given });
  }
  return true;
}

function multiplySparse(rows: SparseFloats, factor: DenseFloats): DenseFloats | undefined {
  checkProduct(rows, factor);
  const { width } = factor;
  if (width === 0) return undefined;
  const padded = padTo(width, 4);
  const blockRows = Math.min(BLOCK.rows, Math.max(1, Math.floor(BLOCK_PRODUCTS / padded)));
  const blocks = cutBlocks(rows.rowStarts, { ...BLOCK, rows: blockRows });
  const values = new Float32Array((rows.rowStarts.length - 1) * width);
  const work = { rows, byColumn: factor, padded, blocks, givenBytes: blockRows * padded * 4 };
  const done = visitBlocks(work, ({ room, block, inputs, given }) => {
    room.loops.multiply_sparse(...inputs, given);
    const products = new Float32Array(room.memory.buffer, given, (block.end - block.first) * padded);
    for (let row = block.first; row < block.end; row += 1) {
      const from = (row - block.first) * padded;
      for (let k = 0; k < width; k += 1) values[row * width + k] = products[from + k] ?? 0;
    }
  });
  return done ? { width, values } : undefined;
}

function assignByColumn(rows: SparseFloats, byColumn: DenseFloats): Nearest | undefined {
  checkColumns(rows, byColumn);
  const count = rows.rowStarts.length - 1;
  const centres = new Uint32Array(count);
  const products = new Float32Array(count);
  const work = {
    rows,
    byColumn,
    padded: padTo(byColumn.width, 4),
    blocks: cutBlocks(rows.rowStarts, BLOCK),
    givenBytes: BLOCK.rows * 8,
  };
  const done = visitBlocks(work, ({ room, block, inputs, sums, given }) => {
    const most = given + BLOCK.rows * 4;
    room.loops.assign_sparse(...inputs, sums, given, most);
    const size = block.end - block.first;
    centres.set(new Uint32Array(room.memory.buffer, given, size), block.first);
    products.set(new Float32Array(room.memory.buffer, most, size), block.first);
  });
  return done ? { centres, products } : undefined;
}

/** The kernels in WebAssembly; undefined where they cannot run. A table too large for their memory goes the plain way. */
export function openKernels(): Kernels | undefined {
  if (borrowRoom(1) === undefined) return undefined;
  const assignColumns: Kernels['assignByColumn'] = (rows, byColumn) =>
    assignByColumn(rows, byColumn) ?? plainKernels.assignByColumn(rows, byColumn);
  return {
    multiplySparse: (rows, factor) =>
      multiplySparse(rows, factor) ?? plainKernels.multiplySparse(rows, factor),
    multiplyDense: (points, centres) =>
      multiplyDense(points, centres) ?? plainKernels.multiplyDense(points, centres),
    assignDense: (points, centres) =>
      assignDense(points, centres) ?? plainKernels.assignDense(points, centres),
    assignByColumn: assignColumns,
    assignSparse(rows, centres) {
      checkSparse(rows);
      checkCentres(rows.width, centres);
      return assignColumns(rows, transposeDense(centres, countDenseRows(centres)));
    },
  };
}
