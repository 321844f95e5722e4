import { readRecords } from '../formats/records/read-records.js';
import { formatTable } from '../pipeline/rendering/format-table.js';
import type { LeftRow } from './place-rows.js';
import { readText } from './read-file.js';
import { studyFiles } from './study-files.js';
import { writeIfChanged } from './write-file.js';

const file = studyFiles.importReport;
const header = [
  'file',
  'line',
  'reason',
  'transcript',
  'participant',
  'quote',
  'themes',
  'coder',
  'note',
  'applies',
  'wording',
  'contradicts',
];

/** Rows of one table that were not taken; `table` is its file name. */
export type LeftTable = { readonly table: string; readonly rows: readonly LeftRow[] };

/**
 * Keeps the rows that were not taken in `import-report.csv`: those of earlier tables stay, those of a table that is
 * imported again are replaced. Rows that name somebody of `withdrawn` (ISO day by id) are not kept. Throws `ToolkitError` as `writeFile` does, and `csv-syntax` where the file was broken.
 */
export function keepLeftRows(
  folder: string,
  tables: readonly LeftTable[],
  withdrawn: ReadonlyMap<string, string> = new Map(),
): void {
  const text = readText(folder, file)?.text ?? '';
  const names = new Set(tables.map(({ table }) => table));
  const kept = readRecords({ name: file, text })
    .rows.map(({ cells }) => header.map((_, index) => cells[index] ?? ''))
    .filter(([table = '']) => !names.has(table));
  const rows = tables.flatMap(({ table, rows: left }) =>
    left
      .filter(({ row: { cells } }) => !withdrawn.has(cells.participant) && !withdrawn.has(cells.transcript))
      .map((entry) => listCells(table, entry)),
  );
  if (text === '' && rows.length === 0) return;
  const all = [...kept, ...rows];
  // Most studies mark no quote as speaking against a theme: their file has no column for it.
  const width = all.some((cells) => cells.at(-1) !== '') ? header.length : header.length - 1;
  const cut = all.map((cells) => cells.slice(0, width));
  writeIfChanged({ folder, file }, formatTable({ header: header.slice(0, width), rows: cut }));
}

function listCells(table: string, { row: { line, cells }, reason }: LeftRow): readonly (string | number)[] {
  const { transcript, participant, quote, themes, coder, note, applies, wording, contradicts } = cells;
  return [
    ...[table, line, reason, transcript, participant, quote, themes, coder, note, applies, wording],
    contradicts,
  ];
}
