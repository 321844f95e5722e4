import { checkCentres, countDenseRows } from './check-tables.js';
import { BLOCK } from './cut-blocks.js';
import { fillTable, padTo, sizeTable } from './fill-table.js';
import type { DenseFloats, Nearest } from './kernels.js';
import { transposeDense } from './transpose-dense.js';
import { borrowRoom, planRoom, type WasmRoom } from './wasm-room.js';

/** What one call of a dense loop takes, as addresses, and where it puts what it gives. */
type DenseCall = {
  readonly room: WasmRoom;
  readonly first: number;
  readonly size: number;
  readonly inputs: readonly number[];
  readonly given: number;
};

type DenseWork = {
  readonly points: DenseFloats;
  readonly centres: DenseFloats;
  /** Points that a block may hold, a multiple of 4, and bytes that a block gives. */
  readonly blockRows: number;
  readonly givenBytes: number;
};

/** Centres are laid out by column, padded to whole eights. */
function visitDense(work: DenseWork, visit: (call: DenseCall) => void): boolean {
  const { points, centres, blockRows } = work;
  const { width } = points;
  const count = countDenseRows(points);
  const padded = padTo(countDenseRows(centres), 8);
  const byColumn = transposeDense(centres, countDenseRows(centres));
  const tableFloats = sizeTable(byColumn, padded);
  const { at, bytes } = planRoom({
    table: tableFloats * 4,
    points: blockRows * 4 * width,
    given: work.givenBytes,
  });
  const room = borrowRoom(bytes);
  if (room === undefined) return false;
  const { buffer } = room.memory;
  fillTable(new Float32Array(buffer, at.table, tableFloats), byColumn, padded);
  for (let first = 0; first < count; first += blockRows) {
    const size = Math.min(blockRows, count - first);
    new Float32Array(buffer, at.points).set(points.values.subarray(first * width, (first + size) * width));
    const inputs = [size, at.points, width * 4, at.table, padded * 4];
    visit({ room, first, size, inputs, given: at.given });
  }
  return true;
}

/** As many rows as a block holds of the values read, or of what they give where that is more. */
function limitRows(count: number, values: number): number {
  return padTo(Math.min(BLOCK.rows, Math.max(1, Math.floor(BLOCK.values / values)), count), 4);
}

/** As `Kernels` say; undefined where the tables do not fit into a room. */
export function multiplyDense(points: DenseFloats, centres: DenseFloats): DenseFloats | undefined {
  checkCentres(points.width, centres);
  const width = countDenseRows(centres);
  const padded = padTo(width, 8);
  const values = new Float32Array(countDenseRows(points) * width);
  const blockRows = limitRows(countDenseRows(points), Math.max(points.width, padded));
  const work = { points, centres, blockRows, givenBytes: blockRows * padded * 4 };
  const done = visitDense(work, ({ room, first, size, inputs, given }) => {
    room.loops.multiply_dense(...inputs, given);
    const products = new Float32Array(room.memory.buffer, given, size * padded);
    for (let row = 0; row < size; row += 1)
      for (let k = 0; k < width; k += 1) values[(first + row) * width + k] = products[row * padded + k] ?? 0;
  });
  return done ? { width, values } : undefined;
}

/** As `Kernels` say; undefined where the tables do not fit into a room. */
export function assignDense(points: DenseFloats, centres: DenseFloats): Nearest | undefined {
  checkCentres(points.width, centres);
  const count = countDenseRows(points);
  const blockRows = limitRows(count, points.width);
  const nearest = { centres: new Uint32Array(count), products: new Float32Array(count) };
  // Four rows of sums first, then the places, then the largest sums.
  const sumBytes = padTo(countDenseRows(centres), 8) * 16;
  const givenBytes = sumBytes + blockRows * 8;
  const done = visitDense(
    { points, centres, blockRows, givenBytes },
    ({ room, first, size, inputs, given }) => {
      const places = given + sumBytes;
      const most = places + blockRows * 4;
      room.loops.assign_dense(...inputs, given, places, most);
      nearest.centres.set(new Uint32Array(room.memory.buffer, places, size), first);
      nearest.products.set(new Float32Array(room.memory.buffer, most, size), first);
    },
  );
  return done ? nearest : undefined;
}
