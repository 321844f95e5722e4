import { describe, expect, it } from 'vitest';
import { type HeldRows, type Holding, holdInRoom, holdPlainly } from '../../../src/text/kernels/hold-rows.js';
import { plainKernels } from '../../../src/text/kernels/plain-kernels.js';
import { drawDense, drawSparse, makeSparse, readBytes } from './make-tables.js';

const CENTRES = 5;
/** More rows than one thread takes at a time. */
const rows = drawSparse(20_000, 60, 1);

function hold(how: (holding: Holding) => HeldRows | undefined, threads: number): HeldRows {
  const held = how({ rows, centres: CENTRES, threads });
  if (held === undefined) throw new Error('WebAssembly cannot run here');
  held.rows.values.set(rows.values);
  return held;
}

function fillCentres({ table }: HeldRows, byColumn: Float32Array): void {
  for (let at = 0; at < byColumn.length; at += 1) {
    table.values[Math.floor(at / CENTRES) * table.width + (at % CENTRES)] = byColumn[at] ?? 0;
  }
}

describe('rows that are held from round to round', () => {
  it.each([
    ['plainly', holdPlainly, 1],
    ['by one thread', holdInRoom, 1],
    ['by two threads', holdInRoom, 2],
    ['by five threads', holdInRoom, 5],
  ])('%s, have the centres that the kernels give, round after round', (_name, how, threads) => {
    const held = hold(how, threads);
    for (let round = 0; round < 8; round += 1) {
      const byColumn = drawDense(60, CENTRES, round);
      fillCentres(held, byColumn.values);
      const expected = plainKernels.assignByColumn(rows, byColumn);
      const { centres, products } = held.assign();
      expect(readBytes(centres).equals(readBytes(expected.centres))).toBe(true);
      expect(readBytes(products).equals(readBytes(expected.products))).toBe(true);
    }
    held.release();
  });

  it('are refused where a column lies outside', () => {
    const bad = { ...makeSparse([[[3, 1]]], 4), width: 3 };
    for (const how of [holdPlainly, holdInRoom]) {
      expect(() => how({ rows: bad, centres: 2, threads: 1 })).toThrow(
        expect.objectContaining({ code: 'bad-table' }),
      );
    }
  });

  it('are left to the plain way where they do not fit into 2 GB', () => {
    const wide = { width: 2 ** 29, rowStarts: Uint32Array.of(0), columns: new Uint32Array(0) };
    expect(holdInRoom({ rows: wide, centres: 1, threads: 1 })).toBeUndefined();
  });
});
