import { basename, extname } from 'node:path';
import { ToolkitError } from '../errors.js';
import { type Records, readRecords } from '../formats/records/read-records.js';
import type { Notice } from '../model/notice.js';
import { decodeBytes } from '../text/decode-bytes.js';
import type { NewTheme } from './add-themes.js';
import { type ImportedQuotes, importQuotes, type QuoteTable } from './import-quotes.js';
import {
  type GivenFile,
  type ImportedTranscripts,
  importTranscripts,
  type LeftFile,
} from './import-transcripts.js';
import { keepLeftRows } from './keep-left-rows.js';
import { withLock } from './lock-study.js';
import { readGivenFile } from './read-file.js';
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
  readonly notices: readonly Notice[];
  /** Whether every file and row was taken, or was there already. */
  readonly complete: boolean;
};

type Sorted =
  | { readonly kind: 'transcript'; readonly file: GivenFile }
  | { readonly kind: 'quotes'; readonly table: QuoteTable; readonly notices: readonly Notice[] }
  | { readonly kind: 'left'; readonly left: LeftFile };

/**
 * Takes transcripts and tables of quotes into a study. The same import again changes nothing. Throws `ToolkitError`
 * where the study cannot be read or written, another process is writing (`study-locked`), or `columns` names a column
 * that is not there (`unknown-column`, `missing-column`); a file that cannot be used is listed in the result.
 */
export function importFiles(folder: string, paths: readonly string[], options: ImportOptions): ImportResult {
  return withLock(folder, () => {
    const before = readStudy(folder);
    const sorted = paths.map((path) => sortFile(path, options));
    const given = sorted.flatMap((entry) => (entry.kind === 'transcript' ? entry.file : []));
    const tables = sorted.flatMap((entry) => (entry.kind === 'quotes' ? entry : []));
    const transcripts = importTranscripts(given, before);
    const imported = tables.map(({ table, notices }, index): ImportedTable => {
      const isFresh = index === 0 && transcripts.taken.length === 0;
      const outcome = importQuotes(table, isFresh ? before : readStudy(folder), options.at);
      return { ...outcome, table: table.name, notices: [...notices, ...outcome.notices] };
    });
    keepLeftRows(
      folder,
      imported.map(({ table, left }) => ({ table, rows: left })),
    );
    const unreadable = sorted.flatMap((entry) => (entry.kind === 'left' ? entry.left : []));
    return joinResults({ ...transcripts, left: [...unreadable, ...transcripts.left] }, imported);
  });
}

function sortFile(path: string, { columns, tablesHold }: ImportOptions): Sorted {
  const name = basename(path);
  try {
    const file = { name, bytes: readGivenFile(path, name) };
    if (!/^\.[ct]sv$/i.test(extname(name)) || tablesHold === 'transcripts')
      return { kind: 'transcript', file };
    const records = readRecords({ name, text: decodeBytes(file.bytes).text });
    const isForced = columns !== undefined || tablesHold === 'quotes';
    if (!isForced && !isQuoteTable(records.header)) return { kind: 'transcript', file };
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

type ImportedTable = ImportedQuotes & { readonly table: string };

function joinResults(
  { taken, already, left, notices }: ImportedTranscripts,
  tables: readonly ImportedTable[],
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
    notices: [...notices, ...tables.flatMap((table) => table.notices)],
    complete: left.length === 0 && notFound.length === 0,
  };
}
