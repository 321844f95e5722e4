import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatTable } from '../../../src/pipeline/rendering/format-table.js';

describe('formatTable', () => {
  it('is read back equal, but for the apostrophe before a formula', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('a"b', 'a,b', 'a\r\nb', '', ' a '),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell)), (rows) => {
        const read: unknown = parse(formatTable({ header: ['a', 'b'], rows }), { recordDelimiter: '\r\n' });
        const defused = rows.map((row) =>
          row.map((text) => (/^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text)),
        );
        expect(read).toEqual([['a', 'b'], ...defused]);
      }),
    );
  });

  it.each(['=cmd()', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1'])('%j is no formula', (text) => {
    expect(formatTable({ header: ['a'], rows: [[text]] })).toMatch(/^a\r\n"?'/);
  });

  it('leaves numbers as they are', () => {
    expect(formatTable({ header: ['a'], rows: [[-3]] })).toBe('a\r\n-3\r\n');
  });
});
