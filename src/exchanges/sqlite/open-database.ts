import { ToolkitError } from '../../errors.js';
import type { SourceBytes } from '../../packages/open-package.js';
import { type Column, listColumns } from './list-columns.js';
import { readRecord, readVarint, type SqlValue } from './read-record.js';

/** A row of a table by the names of its columns. */
export type SqlRow = ReadonlyMap<string, SqlValue>;

export type Database = {
  /** Names of all tables. */
  readonly tables: readonly string[];
  /** The rows of a table in the order of their ids; none where there is no such table. */
  read(table: string): readonly SqlRow[];
};

type Pages = {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly view: DataView;
  /** Bytes of a page, and of what a page holds of records. */
  readonly size: number;
  readonly usable: number;
};

const MAGIC = 'SQLite format 3\0';
const LEAF = 13;
const INNER = 5;
/** Twenty levels of pages hold more than a disk does. */
const DEEPEST = 20;
const UTF8 = 1;

/** Whether a file begins as databases of SQLite do. */
export function isDatabase({ bytes }: SourceBytes): boolean {
  return new TextDecoder().decode(bytes.subarray(0, MAGIC.length)) === MAGIC;
}

/**
 * Opens a database of SQLite to read whole tables (file format 3, UTF-8, tables with row ids). Nothing is run, locked or
 * written; what waits in a write-ahead log beside the file is not seen. Throws `ToolkitError` `not-a-database` or `damaged-database`.
 */
export function openDatabase(source: SourceBytes): Database {
  const pages = readPages(source);
  const schema = readTable(pages, 1).flatMap(({ values: [type, name, , root, sql] }) =>
    type === 'table' && typeof name === 'string' && typeof root === 'number'
      ? [{ name, root, columns: listColumns(typeof sql === 'string' ? sql : '') }]
      : [],
  );
  return {
    tables: schema.map(({ name }) => name),
    read: (table) => {
      const found = schema.find(({ name }) => name === table);
      if (found === undefined) return [];
      return readTable(pages, found.root).map(({ id, values }) => nameValues(found.columns, id, values));
    },
  };
}

function readPages({ name: file, bytes }: SourceBytes): Pages {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!isDatabase({ name: file, bytes }) || bytes.length < 100) throw isNoDatabase(file);
  const given = view.getUint16(16);
  const size = given === 1 ? 65_536 : given;
  const usable = size - view.getUint8(20);
  if (size < 512 || usable < 480 || view.getUint32(56) > UTF8) throw isDamaged(file);
  return { file, bytes, view, size, usable };
}

function nameValues(columns: readonly Column[], id: number, values: readonly SqlValue[]): SqlRow {
  return new Map(
    columns.map(({ name, isRowId }, index) => [name, isRowId ? id : (values[index] ?? null)] as const),
  );
}

type Row = { readonly id: number; readonly values: readonly SqlValue[] };

/** All rows of the tree below a page. Every page is visited once at most. */
function readTable(pages: Pages, root: number): readonly Row[] {
  const rows: Row[] = [];
  const seen = new Set<number>();
  const visit = (page: number, depth: number): void => {
    if (seen.has(page) || depth > DEEPEST) throw isDamaged(pages.file);
    seen.add(page);
    const start = findPage(pages, page);
    const head = start + (page === 1 ? 100 : 0);
    const type = pages.view.getUint8(head);
    const count = pages.view.getUint16(head + 3);
    const first = head + (type === INNER ? 12 : 8);
    if ((type !== LEAF && type !== INNER) || first + count * 2 > start + pages.size)
      throw isDamaged(pages.file);
    for (let index = 0; index < count; index++) {
      const cell = start + pages.view.getUint16(first + index * 2);
      if (cell + 4 > start + pages.size) throw isDamaged(pages.file);
      if (type === INNER) visit(pages.view.getUint32(cell), depth + 1);
      else rows.push(readRow(pages, cell, start));
    }
    if (type === INNER) visit(pages.view.getUint32(head + 8), depth + 1);
  };
  visit(root, 0);
  return rows;
}

function findPage({ file, bytes, size }: Pages, page: number): number {
  const start = (page - 1) * size;
  if (page < 1 || start + size > bytes.length) throw isDamaged(file);
  return start;
}

function readRow(pages: Pages, cell: number, start: number): Row {
  const length = readVarint(pages.bytes, cell);
  const id = readVarint(pages.bytes, length.end);
  return {
    id: id.value,
    values: readRecord(readPayload(pages, { at: id.end, length: length.value, start })),
  };
}

type PayloadPlace = { readonly at: number; readonly length: number; readonly start: number };

/** What a cell holds: on its page, and where that is too little, in a chain of further pages (§1.6). */
function readPayload(pages: Pages, { at, length, start }: PayloadPlace): Uint8Array {
  const { file, bytes, view, usable, size } = pages;
  if (length > bytes.length) throw isDamaged(file);
  const most = usable - 35;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const wanted = least + ((length - least) % (usable - 4));
  const local = length <= most ? length : wanted <= most ? wanted : least;
  if (at + local + (local < length ? 4 : 0) > start + size) throw isDamaged(file);
  const payload = new Uint8Array(length);
  payload.set(bytes.subarray(at, at + local));
  let filled = local;
  let next = local < length ? view.getUint32(at + local) : 0;
  while (filled < length) {
    const page = findPage(pages, next);
    const part = bytes.subarray(page + 4, page + 4 + Math.min(usable - 4, length - filled));
    payload.set(part, filled);
    filled += part.length;
    next = view.getUint32(page);
  }
  return payload;
}

const hint = 'Save or export the project again in the program that made it.';

function isNoDatabase(file: string): ToolkitError {
  return new ToolkitError('not-a-database', `${file} is no database of SQLite`, {
    hint,
    place: { file },
  });
}

function isDamaged(file: string): ToolkitError {
  return new ToolkitError(
    'damaged-database',
    `${file} is a database that is damaged or of a kind that is not read`,
    {
      hint,
      place: { file },
    },
  );
}
