import { basename } from 'node:path';
import { ToolkitError } from '../../errors.js';
import { decisionsTable } from '../../exchanges/decisions-table.js';
import type { Exchange } from '../../exchanges/exchange.js';
import { findReadable } from '../../exchanges/index.js';
import { formatCsv } from '../../exchanges/tables/format-csv.js';
import { isDecisionHeader } from '../../exchanges/tables/read-decisions.js';
import type { Records } from '../../formats/records/read-records.js';
import type { Notice } from '../../model/notice.js';
import type { QuoteTable } from '../import-quotes.js';
import type { GivenFile, LeftFile } from '../import-transcripts.js';
import { readGivenFile } from '../read-file.js';
import { isQuoteTable, matchColumns, readQuoteRows } from '../read-quote-table.js';
import { describeFailure } from '../try-reading.js';
import { findDatabase } from './find-database.js';
import type { EditedTable } from './import-edits.js';
import { isEditedTable } from './read-edited-rows.js';
import { readTableRecords } from './read-table-records.js';

export type SortOptions = {
  /** Names of a quote table's columns by ours, e.g. `{ quote: 'Highlight' }`: tables are then tables of quotes. */
  readonly columns?: Readonly<Record<string, string>>;
  /** What tables are, where their header does not tell. */
  readonly tablesHold?: 'quotes' | 'transcripts';
};

/** What a file that the user named is taken for. */
export type SortedFile =
  | { readonly kind: 'transcript'; readonly file: GivenFile; readonly notices?: readonly Notice[] }
  | { readonly kind: 'quotes'; readonly table: QuoteTable; readonly notices: readonly Notice[] }
  | { readonly kind: 'exchange'; readonly exchange: Exchange; readonly file: GivenFile }
  | { readonly kind: 'edited'; readonly table: EditedTable }
  | { readonly kind: 'left'; readonly left: LeftFile };

/** Tells what a file is, by its name and what it holds. Throws `ToolkitError` where \`columns\` names a column that is not there. */
export function sortFile(path: string, { columns, tablesHold }: SortOptions): SortedFile {
  const name = basename(path);
  try {
    const file = { name, bytes: readGivenFile(findDatabase(path), name) };
    const isForced = columns !== undefined || tablesHold === 'quotes';
    const isSaid = /\.[ct]sv$/i.test(name) && (isForced || tablesHold === 'transcripts');
    const exchange = isSaid ? undefined : findReadable(file);
    if (exchange !== undefined) return { kind: 'exchange', exchange, file };
    const isTable = (header: readonly string[]) => isForced || isEditedTable(header) || isQuoteTable(header);
    const records = tablesHold === 'transcripts' ? undefined : readTableRecords(file, isTable);
    if (records === undefined) return { kind: 'transcript', file };
    if (!isForced && isEditedTable(records.header)) return { kind: 'edited', table: { name, records } };
    if (!isForced && isDecisionHeader(records.header)) return readDecisionSheet(name, records);
    return readTable(name, records, columns ?? {});
  } catch (error) {
    if (!(error instanceof ToolkitError) || isMisnamed(error)) throw error;
    return { kind: 'left', left: { file: name, reason: describeFailure(error) } };
  }
}

/** Decisions that a spreadsheet saved as a workbook of its own. */
function readDecisionSheet(name: string, { header, rows }: Records): SortedFile {
  const bytes = formatCsv({ header, rows: rows.map(({ cells }) => cells) });
  return { kind: 'exchange', exchange: decisionsTable, file: { name, bytes } };
}

/** A column that is not there is a slip in the command, which then does nothing at all. */
const isMisnamed = ({ code }: ToolkitError) => code === 'unknown-column' || code === 'missing-column';

function readTable(name: string, records: Records, columns: Readonly<Record<string, string>>): SortedFile {
  const rows = readQuoteRows(records, matchColumns(records.header, columns, name));
  return { kind: 'quotes', table: { name, rows }, notices: records.notices };
}
