import { settlePackage } from './settle-package.js';

/** A sheet of a workbook: rows of one length under a header of the same length. */
export type Sheet = {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
};

/** Limits of Excel: UTF-16 units of a cell, of a sheet's name, and the widest column in characters of its normal font. */
const MOST_IN_CELL = 32_767;
const MOST_IN_NAME = 31;
const WIDEST = 60;
const NARROWEST = 8;
/** Excel's own. */
const look = { fontFamily: 'Calibri', fontSize: 11 };
/** Rows that a column's width is judged by. */
const MOST_JUDGED = 500;
const CUT = ' [cut: a cell holds no more]';
/** What no XML may hold. */
const unprintable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
/** ECMA-376 part 1, §22.9.2.19: so is a character written that XML cannot hold; a text that looks like one is escaped. */
const escapeLike = /_(?=x[0-9a-fA-F]{4}_)/g;
const forbiddenInName = /[\\/?*[\]:]/g;

/**
 * Sheets as an Excel workbook (.xlsx): the header bold and always in sight. A text is always a text, whatever it looks
 * like, so that none is ever run as a formula; numbers are numbers, unless there is none. What no XML can hold is
 * left out; what is longer than a cell is cut, and says so. The same sheets give the same bytes.
 */
export async function writeWorkbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const names = nameSheets(sheets);
  const written = writeXlsxFile(
    sheets.map(({ header, rows }, index) => ({
      sheet: names[index] ?? 'Sheet',
      data: [header.map(writeHeader), ...rows.map((row) => row.map(writeCell))],
      columns: header.map((label, column) => ({ width: judgeWidth(label, rows, column) })),
      stickyRowsCount: 1,
      orientation: 'landscape' as const,
    })),
    look,
  );
  return settlePackage(await written.toBuffer(), { settle: keepSpaces });
}

const writeHeader = (label: string) => ({
  value: writeText(label),
  type: String,
  fontWeight: 'bold' as const,
});

function writeCell(value: string | number) {
  if (typeof value === 'number')
    return Number.isFinite(value) ? { value, type: Number, alignVertical: 'top' as const } : null;
  if (value === '') return null;
  return { value: writeText(value), type: String, wrap: true, alignVertical: 'top' as const };
}

function writeText(text: string): string {
  const whole = text.replace(unprintable, '').replace(escapeLike, '_x005F_');
  if (whole.length <= MOST_IN_CELL) return whole;
  return `${whole.slice(0, MOST_IN_CELL - CUT.length).replace(/[\ud800-\udbff]$/, '')}${CUT}`;
}

/** Names are never empty, nor begin or end with an apostrophe. */
function nameSheet(name: string): string {
  const plain = name.replace(unprintable, '').replace(forbiddenInName, ' ').slice(0, MOST_IN_NAME);
  return plain.replace(/^['\s]+|['\s]+$/g, '') || 'Sheet';
}

/** No two are the same, in any case: those that would be are numbered. */
function nameSheets(sheets: readonly Sheet[]): readonly string[] {
  const taken = new Set<string>();
  return sheets.map((sheet) => {
    const name = nameSheet(sheet.name);
    let free = name;
    for (let number = 2; taken.has(free.toLowerCase()); number++) {
      const end = ` ${number}`;
      free = `${name.slice(0, MOST_IN_NAME - end.length).trimEnd()}${end}`;
    }
    taken.add(free.toLowerCase());
    return free;
  });
}

function judgeWidth(label: string, rows: Sheet['rows'], column: number): number {
  const lengths = rows.slice(0, MOST_JUDGED).map((row) => String(row[column] ?? '').length);
  const longest = lengths.reduce((most, length) => Math.max(most, length), label.length);
  return Math.min(WIDEST, Math.max(NARROWEST, longest + 2));
}

/** Excel drops white space at the ends of a text that is not marked so. */
function keepSpaces(xml: string, part: string): string {
  return part === 'xl/sharedStrings.xml' ? xml.replaceAll('<t>', '<t xml:space="preserve">') : xml;
}
