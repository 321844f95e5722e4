import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findChild, joinText, listWithin } from '../../src/packages/read-xml.js';
import { type Sheet, writeWorkbook } from '../../src/packages/write-workbook.js';
import { readWritten } from './read-written.js';

const write = async (sheet: Partial<Sheet>) =>
  readWritten(await writeWorkbook([{ name: 'Quotes', header: ['a', 'b'], rows: [], ...sheet }]));

/** The cells of the first sheet: what is shown, and how Excel is told to take it. */
async function readCells(rows: Sheet['rows']) {
  const { part } = await write({ rows });
  const texts = listWithin(part('xl/sharedStrings.xml'), 's:si').map(joinText);
  return listWithin(part('xl/worksheets/sheet1.xml'), 's:c').map((cell) => {
    const value = findChild(cell, 's:v');
    const shown = value === undefined ? '' : joinText(value);
    const type = cell.attributes.get('t') ?? 'n';
    return { at: cell.attributes.get('r'), type, shown: type === 's' ? (texts[Number(shown)] ?? '') : shown };
  });
}

describe('writeWorkbook', () => {
  it.each(['=cmd()', '+1', '-1', '@SUM(A1)', '\t=1', '＝1', '12', 'TRUE', '2026-01-01', '#REF!'])(
    'keeps %j a text',
    async (text) => {
      const cells = await readCells([[text, 1]]);
      expect(cells.find(({ at }) => at === 'A2')).toEqual({ at: 'A2', type: 's', shown: text });
    },
  );

  it('holds no formula, whatever the texts', async () => {
    const { part } = await write({ rows: [['=1+1', '=HYPERLINK("https://example.org")']] });
    expect(listWithin(part('xl/worksheets/sheet1.xml'), 's:f')).toEqual([]);
  });

  it('keeps every text as it is, but for what no XML can hold', async () => {
    const cell = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom(' a ', 'a\n\nb', 'مرحبا', '👩‍💻'));
    await fc.assert(
      fc.asyncProperty(cell, async (text) => {
        fc.pre(!/[^\t\n\u0020-\ud7ff\ue000-\ufffc\u{10000}-\u{10ffff}]/u.test(text) && text !== '');
        const cells = await readCells([[text, 1]]);
        expect(cells.find(({ at }) => at === 'A2')?.shown).toBe(text);
      }),
      { numRuns: 25 },
    );
  });

  it('leaves out what no XML can hold', async () => {
    const cells = await readCells([['a\u0000b\u0001c\ud800d\uffff', 1]]);
    expect(cells.find(({ at }) => at === 'A2')?.shown).toBe('abcd');
  });

  it('escapes what Excel would read as an escaped character', async () => {
    const cells = await readCells([['_x0041_', 1]]);
    expect(cells.find(({ at }) => at === 'A2')?.shown).toBe('_x005F_x0041_');
  });

  it('cuts what is longer than a cell, and says so', async () => {
    const cells = await readCells([[`${'a'.repeat(32_739)}👩${'b'.repeat(9_000)}`, 1]]);
    const shown = cells.find(({ at }) => at === 'A2')?.shown ?? '';
    expect(shown.length).toBeLessThanOrEqual(32_767);
    expect(shown).toMatch(/a \[cut: a cell holds no more\]$/);
  });

  it('writes numbers as numbers, and nothing where there is none', async () => {
    const cells = await readCells([[-3.5, Number.NaN]]);
    expect(cells.find(({ at }) => at === 'A2')).toEqual({ at: 'A2', type: 'n', shown: '-3.5' });
    expect(cells.find(({ at }) => at === 'B2')?.shown ?? '').toBe('');
  });

  it('keeps the header in sight', async () => {
    const { part } = await write({ rows: [['x', 1]] });
    const [pane] = listWithin(part('xl/worksheets/sheet1.xml'), 's:pane');
    expect(pane?.attributes.get('ySplit')).toBe('1');
    expect(pane?.attributes.get('state')).toBe('frozen');
  });

  it.each(['', "'", 'a/b*c?[d]:\\e', 'x'.repeat(80)])(
    'names a sheet as Excel allows, from %j',
    async (name) => {
      const { part } = await write({ name });
      const [sheet] = listWithin(part('xl/workbook.xml'), 's:sheet');
      expect(sheet?.attributes.get('name')).toMatch(/^[^\\/?*[\]:]{1,31}$/);
    },
  );

  it('gives no two sheets the same name, in any case', async () => {
    const long = 'Who voices what, by the size of the company';
    const sheets = [long, `${long} again`, 'A', 'a'].map((name) => ({ name, header: ['a'], rows: [] }));
    const { part } = readWritten(await writeWorkbook(sheets));
    const names = listWithin(part('xl/workbook.xml'), 's:sheet').map(({ attributes }) =>
      attributes.get('name'),
    );
    expect(names).toEqual(['Who voices what, by the size of', 'Who voices what, by the size 2', 'A', 'a 2']);
  });

  it('gives the same bytes twice, with no time in them', async () => {
    const sheets = [{ name: 'Quotes', header: ['a'], rows: [['x']] }];
    const [first, second] = [await writeWorkbook(sheets), await writeWorkbook(sheets)];
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
    expect(readWritten(first).names[0]).toBe('[Content_Types].xml');
  });
});
