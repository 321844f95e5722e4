import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortRows } from '../../src/text/sort-rows.js';
import { stackRows, transposeRows } from '../../src/text/sparse-rows.js';

const WIDTH = 5000;
/** A row short or long, with columns in any order; each value tells its column. */
const row = fc.uniqueArray(fc.nat(WIDTH - 1), { maxLength: 120, size: 'max' }).map((columns) => ({
  columns: Uint32Array.from(columns),
  values: Float64Array.from(columns, (column) => column / 7),
}));

describe('sortRows', () => {
  it('puts the columns of every row in order and takes their values with them, as two transpositions do', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 5 }), (vectors) => {
        const rows = stackRows(vectors, WIDTH);
        const sorted = transposeRows(transposeRows(rows));
        sortRows(rows);
        expect(rows).toEqual(sorted);
      }),
    );
  });
});
