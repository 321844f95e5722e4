import { parse } from 'csv-parse/sync';
import { ToolkitError } from '../../errors.js';
import type { Notice } from '../../model/notice.js';
import type { SourceText } from '../format.js';

/** One row below the header. */
export type RecordRow = {
  /** 1-based line of the file where the row begins: a quoted cell may run over several. */
  readonly line: number;
  /** Trimmed; as many as the row has, which may be fewer or more than the header. */
  readonly cells: readonly string[];
};

export type Records = {
  /** Trimmed. */
  readonly header: readonly string[];
  /** Rows without any content are left out. */
  readonly rows: readonly RecordRow[];
  /** `ragged-row` for each row whose number of cells is not that of the header. */
  readonly notices: readonly Notice[];
};

const delimiters = [',', ';', '\t'];

/** The candidate that occurs most often outside quotes in the first line with content; the comma in a tie. */
export function findDelimiter(text: string): string {
  const first = text.split('\n').find((line) => line.trim() !== '') ?? '';
  const bare = first.replace(/"[^"]*"/g, '');
  const counts = delimiters.map((delimiter) => bare.split(delimiter).length);
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ',';
}

/**
 * Reads a table with a header row, separated by commas, semicolons or tabs. Throws `ToolkitError` `csv-syntax` where a
 * quoted cell never ends.
 */
export function readRecords(source: SourceText): Records {
  const [header, ...rows] = parseRows(source);
  if (header === undefined) return { header: [], rows: [], notices: [] };
  const ragged = rows.filter((row) => row.cells.length !== header.cells.length);
  return {
    header: header.cells,
    rows,
    notices: ragged.map((row) => explainRaggedRow(row, header.cells, source.name)),
  };
}

function parseRows({ name, text }: SourceText): RecordRow[] {
  const rows: RecordRow[] = [];
  let nextLine = 1;
  try {
    parse(text, {
      bom: true,
      delimiter: findDelimiter(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      on_record: (record: readonly string[], { lines }) => {
        rows.push(toRow(record, lines));
        nextLine = lines + 1;
      },
    });
  } catch (cause) {
    throw new ToolkitError('csv-syntax', `a quoted cell that begins here never ends`, {
      hint: 'Close the cell with ", and write a quotation mark inside it as "".',
      place: { file: name, line: nextLine },
      cause,
    });
  }
  return rows.filter((row) => row.cells.some((cell) => cell !== ''));
}

/** csv-parse counts the line on which a record ends. */
function toRow(record: readonly string[], endLine: number): RecordRow {
  const inside = record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
  return { line: endLine - inside, cells: record.map((cell) => cell.trim()) };
}

function explainRaggedRow(row: RecordRow, header: readonly string[], file: string): Notice {
  const found = `the row has ${row.cells.length} cells where the header has ${header.length}`;
  return {
    severity: 'error',
    code: 'ragged-row',
    message: `${found} (${header.join(', ')}): add the missing separators, or put a cell that holds one in "quotes"`,
    place: { file, line: row.line },
  };
}
