import { ToolkitError } from '../errors.js';
import { type HeldRows, type Holding, holdRows } from './kernels/hold-rows.js';
import type { DenseFloats, Nearest, SparseFloats } from './kernels/kernels.js';
import { seedMeans } from './seed-means.js';
import { countRows, type SparseRows } from './sparse-rows.js';

export type MeansSettings = {
  /** Groups asked for. */
  readonly count: number;
  readonly rounds: number;
  readonly seed: number;
  /** Threads, this one among them; 1 unless told: another one can pay only for 100,000 rows or more and with a core to spare. */
  readonly threads?: number;
};

export type SparseMeans = {
  /** By row: its group; 0 for an empty row. */
  readonly groups: Uint32Array;
  /** By row: the cosine with the mean of its group, as it was before the last round moved rows. */
  readonly cosines: Float32Array;
  /** Groups that rows started from: fewer than asked for where fewer rows differ. */
  readonly count: number;
  readonly rounds: number;
};

/** Values are whole multiples of 2⁻²⁴, so that sums of up to 2²⁹ of them are exact and the same in any order. */
const UNIT = 2 ** 24;

function fillUnitRows(rows: SparseRows, into: SparseFloats): void {
  for (let row = 0; row < countRows(rows); row += 1) {
    const end = rows.rowStarts[row + 1] ?? 0;
    let square = 0;
    for (let j = rows.rowStarts[row] ?? 0; j < end; j += 1) square += (rows.values[j] ?? 0) ** 2;
    const scale = square > 0 && Number.isFinite(square) ? UNIT / Math.sqrt(square) : 0;
    for (let j = rows.rowStarts[row] ?? 0; j < end; j += 1) {
      into.values[j] = scale === 0 ? 0 : Math.round((rows.values[j] ?? 0) * scale) / UNIT;
    }
  }
}

/** The sums of the rows of each group, by column and then by group; `width` as the table that is made of them. */
type Sums = { readonly width: number; readonly values: Float64Array };

function addToSums(
  { width, values }: Sums,
  rows: SparseFloats,
  change: { row: number; group: number; times: number },
) {
  const { row, group, times } = change;
  const end = rows.rowStarts[row + 1] ?? 0;
  for (let j = rows.rowStarts[row] ?? 0; j < end; j += 1) {
    const at = (rows.columns[j] ?? 0) * width + group;
    values[at] = (values[at] ?? 0) + times * (rows.values[j] ?? 0);
  }
}

/** Writes the means, scaled to length 1; that of an empty group is 0. */
function writeMeans({ width, values }: Sums, table: DenseFloats): void {
  const scales = new Float64Array(width);
  for (let from = 0; from < values.length; from += width) {
    for (let k = 0; k < width; k += 1) scales[k] = (scales[k] ?? 0) + (values[from + k] ?? 0) ** 2;
  }
  for (let k = 0; k < width; k += 1) scales[k] = (scales[k] ?? 0) > 0 ? 1 / Math.sqrt(scales[k] ?? 1) : 0;
  for (let from = 0; from < values.length; from += width) {
    for (let k = 0; k < width; k += 1) table.values[from + k] = (values[from + k] ?? 0) * (scales[k] ?? 0);
  }
}

/** Carries over to the sums what moved, and gives the number of rows that did. */
function moveRows(
  sums: Sums,
  rows: SparseFloats,
  { groups, nearest }: { groups: Uint32Array; nearest: Nearest },
) {
  let moved = 0;
  for (let row = 0; row < groups.length; row += 1) {
    const from = groups[row] ?? 0;
    const to = nearest.centres[row] ?? 0;
    if (from === to) continue;
    moved += 1;
    if (from !== NOWHERE) addToSums(sums, rows, { row, group: from, times: -1 });
    addToSums(sums, rows, { row, group: to, times: 1 });
    groups[row] = to;
  }
  return moved;
}

/** The group of a row before the first round. */
const NOWHERE = 0xffff_ffff;

function runRounds(held: HeldRows, seeds: readonly number[], rounds: number): SparseMeans {
  const { rows, table } = held;
  const groups = new Uint32Array(rows.rowStarts.length - 1).fill(NOWHERE);
  const sums = { width: table.width, values: new Float64Array(table.values.length) };
  for (const [group, row] of seeds.entries()) addToSums(sums, rows, { row, group, times: 1 });
  writeMeans(sums, table);
  sums.values.fill(0);
  let round = 0;
  let nearest: Nearest | undefined;
  while (round < rounds) {
    nearest = held.assign();
    round += 1;
    if (moveRows(sums, rows, { groups, nearest }) === 0) break;
    writeMeans(sums, table);
  }
  const cosines = nearest?.products.slice() ?? new Float32Array(groups.length);
  return { groups, cosines, count: seeds.length, rounds: round };
}

/**
 * Spherical k-means (Dhillon and Modha 2001) for large tables: seeded by k-means++, until no row moves or after `rounds`.
 * A row goes to the group whose mean makes the smallest angle with it, the first of equally near ones; a group may end up
 * empty. The same rows and seed give the same bytes, with any number of threads and where WebAssembly cannot run.
 *
 * `hold` is how rows are held between rounds. Throws `no-groups` where a setting is not a whole number above 0.
 */
export function findSparseMeans(
  rows: SparseRows,
  settings: MeansSettings,
  hold: (holding: Holding) => HeldRows = holdRows,
): SparseMeans {
  const { count, rounds, seed, threads = 1 } = settings;
  if (![count, rounds, threads].every((number) => Number.isSafeInteger(number) && number > 0)) {
    throw new ToolkitError(
      'no-groups',
      `${count} groups cannot be made in ${rounds} rounds by ${threads} threads`,
      {
        hint: 'ask for 1 or more of each',
      },
    );
  }
  const held = hold({ rows, centres: count, threads });
  try {
    fillUnitRows(rows, held.rows);
    return runRounds(held, seedMeans(held.rows, count, seed), rounds);
  } finally {
    held.release();
  }
}
