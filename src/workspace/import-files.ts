import { ToolkitError } from '../errors.js';
import type { Notice } from '../model/notice.js';
import type { NewTheme } from './add-themes.js';
import { type ExchangeImport, importExchange } from './import-exchange.js';
import { type ImportedQuotes, importQuotes } from './import-quotes.js';
import { type ImportedTranscripts, importTranscripts, type LeftFile } from './import-transcripts.js';
import { type EditsImport, importEdits } from './importing/import-edits.js';
import { listFolder } from './importing/list-folder.js';
import { type SortedFile, type SortOptions, sortFile } from './importing/sort-file.js';
import { keepLeftRows } from './keep-left-rows.js';
import { withLock } from './lock-study.js';
import type { PdfReading } from './read-pdf-files.js';
import { readStudy } from './read-study.js';
import { describeFailure } from './try-reading.js';

export type ImportOptions = SortOptions & {
  /** ISO 8601, now: when the imported decisions were taken in. */
  readonly at: string;
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

/**
 * Takes transcripts, tables of quotes and studies of other tools into a study; of a PDF that `pdfs` holds its text.
 * The same import again changes nothing. Throws `ToolkitError` where the study cannot be read or written, another
 * process is writing (`study-locked`), or `columns` names a column that is not there (`unknown-column`,
 * `missing-column`); a file that cannot be used is listed in the result.
 */
export function importFiles(folder: string, paths: readonly string[], options: ImportOptions): ImportResult {
  return withLock(folder, () => importLocked(folder, paths, options));
}

function importLocked(folder: string, given: readonly string[], options: ImportOptions): ImportResult {
  const before = readStudy(folder);
  const paths = given.flatMap(listFolder);
  const sorted = paths.map((path) => options.pdfs?.get(path) ?? sortFile(path, options));
  const sources = sorted.flatMap((entry) => (entry.kind === 'transcript' ? entry.file : []));
  const tables = sorted.flatMap((entry) => (entry.kind === 'quotes' ? entry : []));
  const transcripts = importTranscripts(sources, before);
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
  const exchanges = sorted.flatMap((entry) => (entry.kind === 'exchange' ? entry : []));
  // Codebooks say more of themes than files that only mention them.
  const inOrder = [...exchanges.filter(isCodebook), ...exchanges.filter((entry) => !isCodebook(entry))];
  const exchanged = inOrder.map((entry) => takeExchange(folder, entry, options.at));
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
function listPdfNotices(sorted: readonly SortedFile[], taken: readonly string[]): readonly Notice[] {
  return sorted.flatMap((entry) =>
    entry.kind === 'transcript' && taken.includes(entry.file.name) ? (entry.notices ?? []) : [],
  );
}

const isCodebook = ({ exchange }: Extract<SortedFile, { kind: 'exchange' }>) => exchange.onlyThemes === true;

type Exchanged =
  | { readonly kind: 'taken'; readonly result: ExchangeImport }
  | { readonly kind: 'left'; readonly left: LeftFile };

/** What is wrong with the file itself leaves it aside; what is wrong with the study ends the import. */
function takeExchange(
  folder: string,
  { exchange, file }: Extract<SortedFile, { kind: 'exchange' }>,
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
