import type { Stance } from '../../exchanges/tables/coded-quote.js';
import { readGuarded } from '../../exchanges/tables/format-csv.js';
import { quoteColumns } from '../../exchanges/tables/tabulate-quotes.js';
import type { EditedRow } from '../../pipeline/tables/edited-row.js';
import { readApplies, readContradicts, splitThemes } from '../read-quote-table.js';
import type { TableRecords } from './read-table-records.js';

/** Columns without which a table cannot be compared with what was exported. */
const needed = ['id', 'quote', 'themes', 'as_exported'];

/** Whether a table is one of quotes that this tool wrote, edited or not. */
export function isEditedTable(header: readonly string[]): boolean {
  const names = header.map((name) => name.trim().toLowerCase());
  return needed.every((name) => names.includes(name));
}

type Column = (typeof quoteColumns)[number];

export type EditedRows = {
  readonly rows: readonly EditedRow[];
  /** Those without an id, which somebody added. */
  readonly added: TableRecords;
  /** Rows that say of a theme neither that it applies nor that it does not. */
  readonly unreadable: readonly { readonly line: number; readonly reason: string }[];
};

/**
 * Sorts the rows of an edited table into those of quotes that the study has and those that somebody added. In a study that
 * has none of the quotes, all are added: the table comes from another one.
 */
export function readEditedRows(records: TableRecords, quoteIds: ReadonlySet<string>): EditedRows {
  const names = records.header.map((name) => name.trim().toLowerCase());
  const columns = new Map(quoteColumns.map((name) => [name, names.indexOf(name)]));
  const rows: EditedRow[] = [];
  const added: TableRecords['rows'][number][] = [];
  const unreadable: { line: number; reason: string }[] = [];
  const idColumn = names.indexOf('id');
  const isForeign = !records.rows.some(({ cells }) => quoteIds.has(cells[idColumn] ?? ''));
  for (const record of records.rows) {
    const cellOf = (name: Column) => {
      const cell = record.cells[columns.get(name) ?? -1] ?? '';
      return records.isGuarded ? readGuarded(cell) : cell;
    };
    const stance = readStance(cellOf('applies'), cellOf('contradicts'));
    if (isForeign || cellOf('id') === '')
      added.push({ ...record, cells: names.map((_, at) => cleanCell(record.cells[at], records)) });
    else if (typeof stance !== 'string') unreadable.push({ line: record.line, ...stance });
    else rows.push({ ...readRow(cellOf), line: record.line, stance });
  }
  return { rows, added: { ...records, rows: added }, unreadable };
}

const cleanCell = (cell = '', { isGuarded }: TableRecords) => (isGuarded ? readGuarded(cell) : cell);

function readRow(cellOf: (name: Column) => string): Omit<EditedRow, 'line' | 'stance'> {
  return {
    id: cellOf('id'),
    quote: cellOf('quote'),
    wording: cellOf('wording'),
    themes: splitThemes(cellOf('themes')),
    coder: cellOf('coder'),
    note: cellOf('note'),
    asExported: cellOf('as_exported'),
  };
}

function readStance(applies: string, contradicts: string): Stance | { readonly reason: string } {
  const does = readApplies(applies);
  const speaksAgainst = readContradicts(contradicts);
  if (does === undefined) return { reason: `"applies" is "${applies}": it must be yes or no` };
  if (speaksAgainst === undefined)
    return { reason: `"contradicts" is "${contradicts}": it must be yes or empty` };
  if (!speaksAgainst) return does ? 'applies' : 'does-not-apply';
  return does ? 'contradicts' : { reason: '"contradicts" goes with a theme that applies' };
}
