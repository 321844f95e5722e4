import { ToolkitError } from '../../errors.js';
import { findRelated, listRelations } from '../../packages/list-relations.js';
import { type OfficePackage, openPackage, type SourceBytes } from '../../packages/open-package.js';
import { findChild, listChildren, readPart, type XmlNode } from '../../packages/read-xml.js';
import { scanXml } from '../../packages/scan-xml.js';
import type { RecordRow } from '../records/read-records.js';
import { readPeople } from './read-people.js';
import { decodeString, readSharedStrings } from './sheet-strings.js';
import { listTimeLooks, showTime } from './sheet-times.js';

export type Sheet = {
  readonly name: string;
  /** Rows with content; `line` is the number that the program shows beside the row. */
  readonly rows: readonly RecordRow[];
  /** Rows with content that are hidden and were left out. */
  readonly hiddenRows: number;
};

export type Workbook = {
  /** Those that are not hidden, in order. */
  readonly sheets: readonly Sheet[];
  readonly hiddenSheets: number;
  /** Names in its properties. */
  readonly people: readonly string[];
};

type CellValues = {
  readonly strings: readonly string[];
  readonly timeLooks: ReadonlySet<string>;
  /** UTF-16 units that may still be read: one string of a few bytes can stand in a million cells. */
  left: number;
};

/** A transcript has a handful; what stands further right is not looked at. */
const MOST_COLUMNS = 256;
const MOST_CHARACTERS = 50_000_000;

/**
 * Reads a workbook (.xlsx): the cells of its visible sheets as text, times as clocks, dates as the serial numbers that
 * they are. Throws `ToolkitError` as `openPackage` and `scanXml` do, `not-a-workbook` and `sheet-too-large`.
 */
export function readWorkbook(source: SourceBytes): Workbook {
  const opened = openPackage(source);
  const main = findRelated(opened, '', { kind: 'officeDocument', usual: 'xl/workbook.xml' });
  const list = findChild(readPart(opened, main), 's:sheets');
  if (list === undefined) throw isNoWorkbook(source.name);
  const related = (kind: string) => findRelated(opened, main, { kind, usual: `xl/${kind}.xml` });
  const values = {
    strings: readSharedStrings(opened, related('sharedStrings')),
    timeLooks: listTimeLooks(readPart(opened, related('styles'))),
    left: MOST_CHARACTERS,
  };
  const targets = new Map(listRelations(opened, main).map(({ id, target }) => [id, target]));
  const all = listChildren(list, 's:sheet');
  const visible = all.filter(({ attributes }) => (attributes.get('state') ?? 'visible') === 'visible');
  return {
    sheets: visible.map((node) => readSheet(opened, { node, targets, values })),
    hiddenSheets: all.length - visible.length,
    people: readPeople(opened),
  };
}

type SheetPlace = {
  readonly node: XmlNode;
  readonly targets: ReadonlyMap<string, string>;
  readonly values: CellValues;
};

function readSheet(opened: OfficePackage, { node, targets, values }: SheetPlace): Sheet {
  const name = node.attributes.get('name') ?? '';
  const part = targets.get(node.attributes.get('r:id') ?? '') ?? '';
  const bytes = opened.read(part);
  if (bytes === undefined) return { name, rows: [], hiddenRows: 0 };
  return { name, ...scanRows({ file: opened.file, part, bytes }, values) };
}

type OpenRow = { readonly line: number; readonly cells: string[]; readonly isHidden: boolean };
type RowsReading = Pick<Sheet, 'rows' | 'hiddenRows'>;

function scanRows(source: Parameters<typeof scanXml>[0], values: CellValues): RowsReading {
  const rows: RecordRow[] = [];
  let hiddenRows = 0;
  let row: OpenRow = { line: 0, cells: [], isHidden: false };
  let cell = { column: 0, type: '', look: '', value: '' };
  let inside = '';
  scanXml(source, {
    open: ({ name, attributes }) => {
      if (name === 's:row') {
        const line = readNumber(attributes.get('r'), row.line + 1);
        row = { line, cells: [], isHidden: isOn(attributes.get('hidden')) };
        cell = { column: -1, type: '', look: '', value: '' };
      } else if (name === 's:c') {
        const column = readColumn(attributes.get('r')) ?? cell.column + 1;
        cell = { column, type: attributes.get('t') ?? 'n', look: attributes.get('s') ?? '', value: '' };
      } else if (name === 's:v' || name === 's:t') inside = name;
      else if (name === 's:rPh') inside = '';
    },
    close: (name) => {
      if (name === 's:v' || name === 's:t') inside = '';
      else if (name === 's:c') addCell(row.cells, cell.column, showValue(cell, values, source.file));
      else if (name === 's:row' && row.cells.some((text) => text !== '')) {
        if (row.isHidden) hiddenRows += 1;
        else rows.push({ line: row.line, cells: row.cells });
      }
    },
    text: (text) => {
      if (inside !== '') cell.value += text;
    },
  });
  return { rows, hiddenRows };
}

function addCell(cells: string[], column: number, text: string): void {
  if (column < 0 || column >= MOST_COLUMNS || text === '') return;
  while (cells.length < column) cells.push('');
  cells[column] = text;
}

type Cell = { readonly type: string; readonly look: string; readonly value: string };

function showValue({ type, look, value }: Cell, values: CellValues, file: string): string {
  const text = chooseText({ type, look, value }, values).trim();
  values.left -= text.length;
  if (values.left < 0) throw isTooLarge(file);
  return text;
}

function chooseText({ type, look, value }: Cell, { strings, timeLooks }: CellValues): string {
  if (type === 's') return strings[readNumber(value, -1)] ?? '';
  if (type === 'e') return '';
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (type === 'n') return timeLooks.has(look) ? showTime(value) : value;
  return decodeString(value);
}

/** `B7` is in column 1. */
function readColumn(reference: string | undefined): number | undefined {
  const letters = /^\$?([A-Z]{1,3})\$?\d*$/i.exec(reference ?? '')?.[1];
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function readNumber(text: string | undefined, otherwise: number): number {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : otherwise;
}

function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

function isNoWorkbook(file: string): ToolkitError {
  return new ToolkitError('not-a-workbook', `${file} is not a workbook: it has no sheets`, {
    hint: 'Open it in a spreadsheet program and save it as .xlsx or .csv.',
    place: { file },
  });
}

function isTooLarge(file: string): ToolkitError {
  return new ToolkitError('sheet-too-large', `${file} holds more text than is read`, {
    hint: 'Split it into one file per interview.',
    place: { file },
  });
}
