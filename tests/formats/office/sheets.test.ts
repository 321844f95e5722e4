import { describe, expect, it } from 'vitest';
import { sheet } from '../../../src/formats/sheet.js';
import { makeWorkbook } from './make-documents.js';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

type Rows = readonly (readonly string[])[];

/** A workbook of sheets by their names. */
function makeSheets(sheets: Readonly<Record<string, Rows>>) {
  const names = Object.keys(sheets);
  const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  const parts = Object.values(sheets).map((rows, index) => [
    `xl/worksheets/sheet${index + 1}.xml`,
    `<worksheet xmlns="${main}"><sheetData>${rows.map((cells) => `<row>${cells.map(cell).join('')}</row>`).join('')}</sheetData></worksheet>`,
  ]);
  const list = names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="r${at + 1}"/>`);
  const relations = names.map(
    (_name, at) =>
      `<Relationship Id="r${at + 1}" Type="${office}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  return makeWorkbook('', {
    ...Object.fromEntries(parts),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`,
  });
}

const talk = (words: string): Rows => [
  ['Speaker', 'Words'],
  ['INT', 'Well?'],
  ['Participant', words],
];

const read = (sheets: Readonly<Record<string, Rows>>) => sheet.read({ text: '', ...makeSheets(sheets) });

describe('a workbook with several sheets', () => {
  it('is an interview for each sheet of the same header, called after the sheet', () => {
    const { interviews, notices } = read({ P01: talk('Tired.'), P02: talk('Awake.') });
    expect(interviews.map(({ id, turns }) => [id, turns[1]?.words])).toEqual([
      ['P01', 'Tired.'],
      ['P02', 'Awake.'],
    ]);
    expect(notices).toEqual([]);
  });

  it('puts the name of the file before one that the program gave, and keeps no path in it', () => {
    const { interviews } = read({ Sheet1: talk('Tired.'), Tabelle2: talk('Awake.'), 'a/../b': talk('So.') });
    expect(interviews.map(({ id }) => id)).toEqual(['P07-Sheet1', 'P07-Tabelle2', 'a-..-b']);
  });

  it('is one interview where the other sheets have another header, and says what was left out', () => {
    const codes: Rows = [
      ['Theme', 'Quote'],
      ['pay', 'Too little.'],
    ];
    const { interviews, notices } = read({ P01: talk('Tired.'), Codebook: codes });
    expect(interviews).toMatchObject([{ turns: [{ label: 'INT' }, { words: 'Tired.' }] }]);
    expect(interviews[0]).not.toHaveProperty('id');
    expect(notices).toMatchObject([{ code: 'sheets-left-out', message: expect.stringContaining('"P01"') }]);
  });
});
