import { parse } from 'csv-parse/sync';
import { ToolkitError } from '../../errors.js';
import type { SourceBytes } from '../../packages/open-package.js';
import { decodeBytes } from '../../text/decode-bytes.js';

/** Rows of a table by the names of its columns, lower case; cells as they stand, trimmed. */
export type CsvTable = {
  readonly header: readonly string[];
  readonly rows: readonly ReadonlyMap<string, string>[];
};

/** The names of the columns; none where there is no first line. Never throws. */
export function readCsvHeader({ bytes }: SourceBytes): readonly string[] {
  const { text } = decodeBytes(bytes.subarray(0, 4_096));
  const [first = ''] = text.split(/\r?\n/, 1);
  return first.split(/[,;\t]/).map((cell) => foldName(cell.replace(/^"(.*)"$/, '$1')));
}

/** Reads a CSV with a header. Throws `ToolkitError` `csv-syntax`. */
export function readCsv({ name, bytes }: SourceBytes): CsvTable {
  const lines = parseLines(name, decodeBytes(bytes).text);
  const [first = [], ...rest] = lines;
  const header = first.map(foldName);
  const rows = rest.map(
    (cells) => new Map(header.map((column, index) => [column, (cells[index] ?? '').trim()] as const)),
  );
  return { header, rows: rows.filter((row) => [...row.values()].some((cell) => cell !== '')) };
}

const foldName = (cell: string) =>
  cell
    .replace(/^\u{feff}/u, '')
    .trim()
    .toLowerCase();

function parseLines(file: string, text: string): readonly (readonly string[])[] {
  try {
    const lines: string[][] = parse(text, {
      bom: true,
      delimiter: [',', ';', '\t'].toSorted((a, b) => countSigns(text, b) - countSigns(text, a))[0] ?? ',',
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    });
    return lines;
  } catch (cause) {
    throw new ToolkitError('csv-syntax', `${file}: a quoted cell never ends`, {
      hint: 'Close the cell with ", and write a quotation mark inside it as "".',
      place: { file },
      cause,
    });
  }
}

const countSigns = (text: string, sign: string) => (text.split('\n', 1)[0] ?? '').split(sign).length;

/** A part of a study as another tool's table has it: nothing but what is given. */
export const emptyStudy = {
  name: '',
  origin: '',
  themes: [],
  texts: [],
  passages: [],
  participants: [],
  coders: [],
  memos: [],
} as const;

export const noPlaces = { verified: 0, unnamed: 0, moved: 0, doubtful: 0 } as const;
