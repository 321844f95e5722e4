import { basename } from 'node:path';
import { ToolkitError } from '../errors.js';
import type { Exchange } from '../exchanges/exchange.js';
import { findReadable } from '../exchanges/index.js';
import type { Records } from '../formats/records/read-records.js';
import type { Notice } from '../model/notice.js';
import type { NewTheme } from './add-themes.js';
import { type ExchangeImport, importExchange } from './import-exchange.js';
import { type ImportedQuotes, importQuotes, type QuoteTable } from './import-quotes.js';
import {
  type GivenFile,
  type ImportedTranscripts,
  importTranscripts,
  type LeftFile,
} from './import-transcripts.js';
import { findDatabase } from './importing/find-database.js';
import { type EditedTable, type EditsImport, importEdits } from './importing/import-edits.js';
import { isEditedTable } from './importing/read-edited-rows.js';
import { readTableRecords } from './importing/read-table-records.js';
import { keepLeftRows } from './keep-left-rows.js';
import { withLock } from './lock-study.js';
import { readGivenFile } from './read-file.js';
import type { PdfReading } from './read-pdf-files.js';
import { isQuoteTable, matchColumns, readQuoteRows } from './read-quote-table.js';
import { readStudy } from './read-study.js';
import { describeFailure } from './try-reading.js';

export type ImportOptions = {
  /** ISO 8601, now: when the imported decisions were taken in. */
  readonly at: string;
  /** Names of a quote table's columns by ours, e.g. `{ quote: 'Highlight' }`: tables are then tables of quotes. */
  readonly columns?: Readonly<Record<string, string>>;
  /** What tables are, where their header does not tell. */
  readonly tablesHold?: 'quotes' | 'transcripts';
  /** Whether what was edited in a table that this tool wrote is applied, rather than only told. */
  readonly apply?: boolean;
  /** The PDFs among the files, by path, as `readPdfFiles` gives them: it is asynchronous, and this is not. */
  readonly pdfs?: ReadonlyMap<string, PdfReading>;
};

export type ImportResult = {
  readonly transcripts: {
    /** File names. */
    readonly taken: readonly string[];
    readonly already: readonly string[];
    readonly left: readonly LeftFile[];
  };
  readonly quotes: {
    /** Number of rows that added a quote or a decision. */
    readonly taken: number;
    /** Number of rows that the study held already, decisions and all. */
    readonly already: number;
    /** Rows that were not taken; `import-report.csv` keeps them whole. */
    readonly notFound: readonly { readonly file: string; readonly line: number; readonly reason: string }[];
  };
  /** Number of decisions added. */
  readonly decisions: number;
  readonly themesAdded: readonly NewTheme[];
  /** Of each study of another tool: what was taken, what differs, and what has no place. */
  readonly exchanged: readonly ExchangeImport[];
  /** Of each table of quotes that this tool wrote and somebody edited: the difference, applied or only told. */
  readonly edited: readonly EditsImport[];
  readonly notices: readonly Notice[];
  /** Whether every file and row was taken, or was there already. */
  readonly complete: boolean;
};

type Sorted =
  | { readonly kind: 'transcript'; readonly file: GivenFile; readonly notices?: readonly Notice[] }
  | { readonly kind: 'quotes'; readonly table: QuoteTable; readonly notices: readonly Notice[] }
  | { readonly kind: 'exchange'; readonly exchange: Exchange; readonly file: GivenFile }
  | { readonly kind: 'edited'; readonly table: EditedTable }
  | { readonly kind: 'left'; readonly left: LeftFile };

/**
 * Takes transcripts, tables of quotes and studies of other tools into a study; of a PDF that `pdfs` holds its text.
 * The same import again changes nothing. Throws `ToolkitError` where the study cannot be read or written, another
 * process is writing (`study-locked`), or `columns` names a column that is not there (`unknown-column`,
 * `missing-column`); a file that cannot be used is listed in the result.
 */
export function importFiles(folder: string, paths: readonly string[], options: ImportOptions): ImportResult {
  return withLock(folder, () => importLocked(folder, paths, options));
}

function importLocked(folder: string, paths: readonly string[], options: ImportOptions): ImportResult {
  const before = readStudy(folder);
  const sorted = paths.map((path) => options.pdfs?.get(path) ?? sortFile(path, options));
  const given = sorted.flatMap((entry) => (entry.kind === 'transcript' ? entry.file : []));
  const tables = sorted.flatMap((entry) => (entry.kind === 'quotes' ? entry : []));
  const transcripts = importTranscripts(given, before);
  const imported = tables.map(({ table, notices }, index): ImportedTable => {
    const isFresh = index === 0 && transcripts.taken.length === 0;
    const outcome = importQuotes(table, isFresh ? before : readStudy(folder), options.at);
    return { ...outcome, table: table.name, notices: [...notices, ...outcome.notices] };
  });
  const edited = sorted.flatMap((entry) =>
    entry.kind === 'edited'
      ? importEdits({
          table: entry.table,
          reading: readStudy(folder),
          at: options.at,
          apply: options.apply === true,
        })
      : [],
  );
  const leftRows = [
    ...imported.map(({ table, left }) => ({ table, rows: left })),
    ...edited.flatMap(({ file, addedRows, applied }) =>
      applied ? { table: file, rows: addedRows.left } : [],
    ),
  ];
  keepLeftRows(folder, leftRows, before.withdrawn);
  const exchanged = sorted.flatMap((entry) =>
    entry.kind === 'exchange' ? takeExchange(folder, entry, options.at) : [],
  );
  const unreadable = [...sorted, ...exchanged].flatMap((entry) => (entry.kind === 'left' ? entry.left : []));
  const ofPdfs = listPdfNotices(sorted, transcripts.taken);
  return joinResults(
    {
      ...transcripts,
      left: [...unreadable, ...transcripts.left],
      notices: [...ofPdfs, ...transcripts.notices],
    },
    imported,
    { exchanged: exchanged.flatMap((entry) => (entry.kind === 'taken' ? entry.result : [])), edited },
  );
}

/** What is to be known of the texts that were taken from PDFs just now. */
function listPdfNotices(sorted: readonly Sorted[], taken: readonly string[]): readonly Notice[] {
  return sorted.flatMap((entry) =>
    entry.kind === 'transcript' && taken.includes(entry.file.name) ? (entry.notices ?? []) : [],
  );
}

function sortFile(path: string, { columns, tablesHold }: ImportOptions): Sorted {
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
    return readTable(name, records, columns ?? {});
  } catch (error) {
    if (!(error instanceof ToolkitError) || isMisnamed(error)) throw error;
    return { kind: 'left', left: { file: name, reason: describeFailure(error) } };
  }
}

/** A column that is not there is a slip in the command, which then does nothing at all. */
const isMisnamed = ({ code }: ToolkitError) => code === 'unknown-column' || code === 'missing-column';

function readTable(name: string, records: Records, columns: Readonly<Record<string, string>>): Sorted {
  const rows = readQuoteRows(records, matchColumns(records.header, columns, name));
  return { kind: 'quotes', table: { name, rows }, notices: records.notices };
}

type Exchanged =
  | { readonly kind: 'taken'; readonly result: ExchangeImport }
  | { readonly kind: 'left'; readonly left: LeftFile };

/** What is wrong with the file itself leaves it aside; what is wrong with the study ends the import. */
function takeExchange(
  folder: string,
  { exchange, file }: Extract<Sorted, { kind: 'exchange' }>,
  at: string,
): Exchanged {
  const reading = readStudy(folder);
  try {
    return { kind: 'taken', result: importExchange({ source: file, exchange, reading, at }) };
  } catch (error) {
    if (!(error instanceof ToolkitError) || error.place?.file !== file.name) throw error;
    return { kind: 'left', left: { file: file.name, reason: describeFailure(error) } };
  }
}

type ImportedTable = ImportedQuotes & { readonly table: string };

function joinResults(
  { taken, already, left, notices }: ImportedTranscripts,
  tables: readonly ImportedTable[],
  { exchanged, edited }: Pick<ImportResult, 'exchanged' | 'edited'>,
): ImportResult {
  const notFound = tables.flatMap(({ table, left: rows }) =>
    rows.map(({ row: { line }, reason }) => ({ file: table, line, reason })),
  );
  return {
    transcripts: { taken, already, left },
    quotes: {
      taken: tables.reduce((sum, table) => sum + table.taken, 0),
      already: tables.reduce((sum, table) => sum + table.already, 0),
      notFound,
    },
    decisions: tables.reduce((sum, table) => sum + table.decisions, 0),
    themesAdded: tables.flatMap(({ themesAdded }) => themesAdded),
    exchanged,
    edited,
    notices: [...notices, ...[...tables, ...exchanged, ...edited].flatMap((entry) => entry.notices)],
    complete:
      left.length === 0 && notFound.length === 0 && exchanged.every(isWhole) && edited.every(isSettled),
  };
}

/** Nothing differs from the study, and whatever has a place in it was taken. */
function isWhole({ conflicts, losses }: ExchangeImport): boolean {
  return conflicts.length === 0 && losses.every(({ isLeft }) => isLeft !== true);
}

/** Nothing is left to be applied, looked at or found. */
function isSettled({ changes, addedRows, conflicts, applied }: EditsImport): boolean {
  return (
    conflicts.length === 0 &&
    addedRows.left.length === 0 &&
    (applied || changes.length + addedRows.taken === 0)
  );
}
