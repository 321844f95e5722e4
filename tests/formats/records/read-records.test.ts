import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDelimiter, readRecords } from '../../../src/formats/records/read-records.js';

const read = (text: string) => readRecords({ name: 'table.csv', text });
const quoteCell = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

describe('readRecords', () => {
  it('counts the line on which a row begins, past blank lines and cells of several lines', () => {
    expect(read('\n a , b\n\n1,"x\ny\n"\n  , \n2,z').rows).toEqual([
      { line: 4, cells: ['1', 'x\ny'] },
      { line: 8, cells: ['2', 'z'] },
    ]);
  });

  it('a row with too few or too many cells is told with its line, and kept as it is', () => {
    const { rows, notices } = read('a,b\n1\n1,2\n1,2,3\n');
    expect(rows.map(({ cells }) => cells.length)).toEqual([1, 2, 3]);
    expect(notices.map(({ code, place }) => [code, place])).toEqual([
      ['ragged-row', { file: 'table.csv', line: 2 }],
      ['ragged-row', { file: 'table.csv', line: 4 }],
    ]);
  });

  it('a quoted cell that never ends is an error with the line on which its row begins', () => {
    expect(() => read('a,b\n1,2\n3,"4\n5,6\n')).toThrow(
      expect.objectContaining({ code: 'csv-syntax', place: { file: 'table.csv', line: 3 } }),
    );
  });

  it('a quotation mark inside a cell without quotes is part of it', () => {
    expect(read('a,b\n5" disk,x\n').rows).toEqual([{ line: 2, cells: ['5" disk', 'x'] }]);
  });

  it('a table without content has neither header nor rows', () => {
    expect(read('\n \n')).toEqual({ header: [], rows: [], notices: [] });
  });

  it.each([
    ['a,b;c,d', ','],
    ['a;b,c;d', ';'],
    ['a\tb\tc', '\t'],
    ['"a,b,c";d', ';'],
    ['a', ','],
  ])('the delimiter of %j is %j', (header, delimiter) => {
    expect(findDelimiter(header)).toBe(delimiter);
  });

  it('cells of any text come back as they were written, white space around them aside', () => {
    const cell = fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\r', '').trim());
    const row = fc.tuple(cell, cell).filter((cells) => cells.some((text) => text !== ''));
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const lines = rows.map((cells) => `${cells.map(quoteCell).join(',')}\n`);
        expect(read(`a,b\n${lines.join('')}`).rows.map(({ cells }) => cells)).toEqual(rows);
      }),
    );
  });
});
