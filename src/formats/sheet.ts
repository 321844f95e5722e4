import { ToolkitError } from '../errors.js';
import type { Notice } from '../model/notice.js';
import { findColumns } from './columns/find-columns.js';
import { readTable } from './columns/read-table.js';
import type { Format, FormatReading, SourceText } from './format.js';
import { nothingLeftOut } from './office/document.js';
import { listDocumentNotices } from './office/list-document-notices.js';
import { readWorkbook, type Sheet, type Workbook } from './office/read-workbook.js';
import { recognisePackage, takeBytes } from './office/recognise-package.js';
import type { RecordRow } from './records/read-records.js';

const extensions = ['.xlsx', '.xlsm'];
/** A title and a note may stand above the header. */
const MOST_ABOVE = 10;
/** What Excel, LibreOffice and Numbers call a new sheet. */
const givenName = /^(?:sheet|tabelle|feuil(?:le)?|hoja|blad|foglio|planilha|лист|table)? ?\d*$/iu;

/**
 * A workbook: the first sheet whose header names a column of words and another, read like a table; and further sheets
 * with the very same header, an interview each.
 */
export const sheet: Format = {
  id: 'sheet',
  label: 'Spreadsheet (XLSX)',
  extensions,
  readsBytes: true,
  isDocument: true,
  recognise: (source) =>
    recognisePackage(source, { extensions, holds: (opened) => opened.has('xl/workbook.xml') }),
  read(source) {
    const workbook = readWorkbook(takeBytes(source));
    const chosen = chooseSheets(workbook, source.name);
    const readings = chosen.map(({ sheet: each, rows }) => {
      const reading = readRows(rows, source);
      return chosen.length === 1 ? reading : nameInterviews(reading, nameSheet(each, source.name));
    });
    return {
      interviews: readings.flatMap(({ interviews }) => interviews),
      notices: [
        ...readings.flatMap(({ notices }) => notices),
        ...listNotices(
          workbook,
          chosen.map((each) => each.sheet),
          source,
        ),
      ],
    };
  },
};

type ChosenSheet = { readonly sheet: Sheet; readonly rows: readonly RecordRow[] };

/** The first sheet with a header that is known, from there on, and those with the same; else the first that holds anything. */
function chooseSheets({ sheets }: Workbook, file: string): readonly ChosenSheet[] {
  const known = sheets.flatMap((each): ChosenSheet[] => {
    const at = each.rows.slice(0, MOST_ABOVE).findIndex(isHeader);
    return at === -1 ? [] : [{ sheet: each, rows: each.rows.slice(at) }];
  });
  const [first] = known;
  if (first !== undefined) return known.filter(({ rows }) => foldHeader(rows) === foldHeader(first.rows));
  const filled = sheets.find(({ rows }) => rows.length > 0);
  if (filled === undefined) throw isEmpty(file);
  return [{ sheet: filled, rows: filled.rows }];
}

function isHeader({ cells }: RecordRow): boolean {
  const { words, ...others } = findColumns(cells);
  return words !== undefined && Object.keys(others).length > 0;
}

function foldHeader([header]: readonly RecordRow[]): string {
  return JSON.stringify(header?.cells.map((cell) => cell.trim().toLowerCase()));
}

function readRows(rows: readonly RecordRow[], source: SourceText): FormatReading {
  const [header, ...below] = rows;
  if (header === undefined) throw isEmpty(source.name);
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const records = {
    header: fill(header, width).cells,
    rows: below.map((row) => fill(row, width)),
    notices: [],
  };
  return readTable(records, { source, firstLine: header.line });
}

function fill({ line, cells }: RecordRow, width: number): RecordRow {
  return { line, cells: Array.from({ length: width }, (_, index) => cells[index] ?? '') };
}

/** The interview of a sheet is called after it, unless its rows say what they are. */
function nameInterviews(reading: FormatReading, id: string): FormatReading {
  const interviews = reading.interviews.map((each) => (each.id === undefined ? { ...each, id } : each));
  return { ...reading, interviews };
}

/** The name of a sheet; one that a program gave (`Sheet2`) says nothing, and stands behind the name of the file. */
function nameSheet({ name }: Sheet, file: string): string {
  const bare = name
    .normalize('NFC')
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, '-')
    .trim();
  return givenName.test(bare) ? `${file.replace(/(?<=.)\.[^.]*$/, '')}-${bare}` : bare;
}

function listNotices(
  workbook: Workbook,
  chosen: readonly Sheet[],
  { name }: SourceText,
): FormatReading['notices'] {
  const others = workbook.sheets.filter((each) => !chosen.includes(each) && each.rows.length > 0).length;
  const left = others + workbook.hiddenSheets;
  const read = chosen.map((each) => `"${each.name.slice(0, 40)}"`).slice(0, 5);
  const which = chosen.length === 1 ? `the sheet ${read[0]} was` : `the sheets ${read.join(', ')} were`;
  const sheets: Notice[] =
    left === 0
      ? []
      : [
          {
            severity: 'info',
            code: 'sheets-left-out',
            message: `only ${which} read; ${left} more ${left === 1 ? 'was' : 'were'} left out: give each the same header, or save it as a file of its own`,
            place: { file: name },
          },
        ];
  const hidden = chosen.reduce((sum, { hiddenRows }) => sum + hiddenRows, 0);
  const leftOut = { ...nothingLeftOut, hidden };
  const { people } = workbook;
  return [...sheets, ...listDocumentNotices({ paragraphs: [], comments: [], people, leftOut }, name)];
}

function isEmpty(file: string): ToolkitError {
  return new ToolkitError('no-speech', `${file} holds no words that anybody speaks.`, {
    hint: 'Put the interview on a sheet that is not hidden, with a header such as speaker, words.',
    place: { file },
  });
}
