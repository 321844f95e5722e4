import { checkSparse } from './check-tables.js';
import { padTo } from './fill-table.js';
import type { DenseFloats, Nearest, SparseFloats } from './kernels.js';
import { plainKernels } from './plain-kernels.js';
import { gatherTeam, TASK_BYTES } from './spread-work.js';
import { openRoom, planRoom } from './wasm-room.js';

/** Sparse rows that stay while centres change from round to round. */
export type HeldRows = {
  /** A copy of the rows whose values are for the caller to fill. */
  readonly rows: SparseFloats;
  /** The centres by column, for the caller to fill: as wide as there are centres, or up to three zeros wider. */
  readonly table: DenseFloats;
  /** The nearest centre of every row, as the table stands; the next call overwrites it. */
  assign(): Nearest;
  /** Lets the threads end. */
  release(): void;
};

export type Holding = {
  readonly rows: Pick<SparseFloats, 'width' | 'rowStarts' | 'columns'>;
  readonly centres: number;
  /** Threads that share the work, this one among them. */
  readonly threads: number;
};

/** In plain TypeScript, on this thread. */
export function holdPlainly({ rows: { width, rowStarts, columns }, centres }: Holding): HeldRows {
  const rows = { width, rowStarts, columns, values: new Float32Array(columns.length) };
  checkSparse(rows);
  const table = { width: centres, values: new Float32Array(width * centres) };
  return { rows, table, assign: () => plainKernels.assignByColumn(rows, table), release: () => undefined };
}

function planHolding({ rows, centres, threads }: Holding) {
  const padded = padTo(centres, 4);
  const count = rows.rowStarts.length - 1;
  // A cache line apart, since each thread writes its own all the time.
  const sumBytes = padTo(padded * 4, 64) + 64;
  const plan = planRoom({
    task: TASK_BYTES,
    sums: sumBytes * threads,
    table: padded * 4 * (rows.width + 1),
    starts: rows.rowStarts.length * 4,
    columns: rows.columns.length * 4,
    values: rows.columns.length * 4,
    places: count * 4,
    most: count * 4,
  });
  const sums = Array.from({ length: threads }, (_, thread) => plan.at.sums + thread * sumBytes);
  return { ...plan, sums, padded, count };
}

/** In WebAssembly; undefined where that cannot run or the rows do not fit into its memory. */
export function holdInRoom(holding: Holding): HeldRows | undefined {
  const { width, rowStarts, columns } = holding.rows;
  const { at, bytes, sums, padded, count } = planHolding(holding);
  const room = openRoom(bytes);
  if (room === undefined) return undefined;
  const { buffer } = room.memory;
  const rows = {
    width,
    rowStarts: new Uint32Array(buffer, at.starts, rowStarts.length),
    columns: new Uint32Array(buffer, at.columns, columns.length),
    values: new Float32Array(buffer, at.values, columns.length),
  };
  rows.rowStarts.set(rowStarts);
  rows.columns.set(columns);
  checkSparse(rows);
  const whole = new Float32Array(buffer, at.table, padded * (width + 1));
  whole.fill(Number.NEGATIVE_INFINITY, holding.centres, padded);
  const team = gatherTeam({ ...at, room, sums, rows: count, stride: padded * 4 });
  const nearest = {
    centres: new Uint32Array(buffer, at.places, count),
    products: new Float32Array(buffer, at.most, count),
  };
  return {
    rows,
    table: { width: padded, values: whole.subarray(padded) },
    assign() {
      team.runRound();
      return nearest;
    },
    release: team.sendHome,
  };
}

/** The fastest that runs here. The same rows and tables give the same bytes everywhere, with any number of threads. */
export function holdRows(holding: Holding): HeldRows {
  return holdInRoom(holding) ?? holdPlainly(holding);
}
