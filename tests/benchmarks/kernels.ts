import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { countTexts } from '../../src/text/count-texts.js';
import { holdInRoom, holdPlainly } from '../../src/text/kernels/hold-rows.js';
import type { Kernels } from '../../src/text/kernels/kernels.js';
import { plainKernels } from '../../src/text/kernels/plain-kernels.js';
import { openKernels } from '../../src/text/kernels/wasm-kernels.js';
import { findSparseMeans } from '../../src/text/sparse-means.js';
import type { SparseRows } from '../../src/text/sparse-rows.js';
import { GROUPING_WEIGHTS, weighTerms } from '../../src/text/weigh-terms.js';
import { timeWork } from './measure.js';

const CENTRES = 50;
const ROUNDS = 25;
const DIMENSIONS = 64;

/** The table that quotes, one a line, are grouped by. */
export function readTable(lines: Buffer): SparseRows {
  const texts = lines.toString('utf8').trimEnd().split('\n');
  return weighTerms(countTexts(texts, 'en'), GROUPING_WEIGHTS).rows;
}

/** Numbers between -1 and 1 that look random, for tables whose content does not matter. */
function fillEvenly(count: number): Float32Array {
  return Float32Array.from({ length: count }, (_, at) => Math.sin(at * 12.9898 + 78.233));
}

function timeKernels(kernels: Kernels, rows: SparseRows, runs: number) {
  const sparse = { ...rows, values: Float32Array.from(rows.values) };
  const centres = { width: rows.width, values: fillEvenly(rows.width * CENTRES) };
  const points = { width: DIMENSIONS, values: fillEvenly((rows.rowStarts.length - 1) * DIMENSIONS) };
  const middles = { width: DIMENSIONS, values: fillEvenly(DIMENSIONS * CENTRES) };
  const factor = { width: DIMENSIONS, values: fillEvenly(rows.width * DIMENSIONS) };
  return {
    assignSparse: timeWork(() => kernels.assignSparse(sparse, centres), runs),
    assignDense: timeWork(() => kernels.assignDense(points, middles), runs),
    multiplySparse: timeWork(() => kernels.multiplySparse(sparse, factor), runs),
  };
}

/** Median milliseconds of one call with 50 centres (or 64 columns), in plain TypeScript and in WebAssembly. */
export function measureKernels(rows: SparseRows, runs: number) {
  const wasm = openKernels();
  if (wasm === undefined) throw new Error('WebAssembly cannot run here');
  return { plain: timeKernels(plainKernels, rows, runs), wasm: timeKernels(wasm, rows, runs) };
}

/** Median milliseconds of k-means with 50 groups and at most 25 rounds: plain, and in WebAssembly with 1 and 2 threads. */
export function measureMeans(rows: SparseRows, runs: number) {
  const settings = { count: CENTRES, rounds: ROUNDS, seed: 1 };
  const hold: typeof holdPlainly = (holding) => {
    const held = holdInRoom(holding);
    if (held === undefined) throw new Error('WebAssembly cannot run here');
    return held;
  };
  const timeMeans = (threads: number, how: typeof holdPlainly) =>
    timeWork(() => findSparseMeans(rows, { ...settings, threads }, how), runs);
  return { plain: timeMeans(1, holdPlainly), oneThread: timeMeans(1, hold), twoThreads: timeMeans(2, hold) };
}

/** Mean cosine between the rows and the means of their groups. */
export function rateMeans(rows: SparseRows): number {
  const { cosines } = findSparseMeans(rows, { count: CENTRES, rounds: ROUNDS, seed: 1 });
  return cosines.reduce((sum, cosine) => sum + cosine, 0) / cosines.length;
}

/**
 * Median milliseconds, and the mean cosine reached, of scikit-learn's `KMeans` with one start on the same table, in a
 * process of its own from whose time reading is left out.
 */
export function measurePeer(rows: SparseRows, runs: number): { milliseconds: number; cosine: number } {
  const sizes = Buffer.from(
    Uint32Array.of(rows.rowStarts.length, rows.columns.length, rows.width, CENTRES, ROUNDS, runs).buffer,
  );
  const parts = [rows.rowStarts, rows.columns, Float32Array.from(rows.values)];
  const bytes = parts.map(({ buffer, byteOffset, byteLength }) =>
    Buffer.from(buffer, byteOffset, byteLength),
  );
  const { status, stdout, stderr } = spawnSync(
    '/usr/bin/python3',
    [join(import.meta.dirname, 'peers', 'means_peer.py')],
    { input: Buffer.concat([sizes, ...bytes]), encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  if (status !== 0) throw new Error(`the peer ended with ${status}: ${stderr.slice(-400)}`);
  const [milliseconds = Number.NaN, cosine = Number.NaN] = stdout.trim().split(' ').map(Number);
  return { milliseconds, cosine };
}
