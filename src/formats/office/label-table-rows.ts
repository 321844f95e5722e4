import { findColumns, findSpeakerColumns, guessColumns } from '../columns/find-columns.js';
import type { RecordRow } from '../records/read-records.js';
import { type DocumentParagraph, joinDocumentRuns } from './document.js';

/** What a paragraph in a table of turns is: the first words of a turn, more of them, or a name, a time or a header. */
export type TurnCell =
  | { readonly kind: 'opening'; readonly label: string; readonly clock: string }
  | { readonly kind: 'words' | 'aside' };

type Cell = { text: string; readonly paragraphs: number[] };
type Row = RecordRow & { readonly held: readonly Cell[] };

/** Columns of the words, each with whom they are of: a column of labels, or one label. */
type TurnColumns = {
  readonly words: readonly { readonly index: number; readonly label?: string }[];
  readonly speaker?: number;
  readonly start?: number;
  readonly hasHeader: boolean;
};

/**
 * What the paragraphs of those tables are that hold a turn in each row, by their numbers; other tables are text. For
 * documents that are only partly a table: without it a question in a table is the words of whoever spoke before.
 */
export function labelTableRows(paragraphs: readonly DocumentParagraph[]): ReadonlyMap<number, TurnCell> {
  const labelled = new Map<number, TurnCell>();
  for (const rows of listTables(paragraphs)) {
    const columns = findTurnColumns(rows);
    if (columns === undefined) continue;
    for (const [index, row] of rows.entries())
      labelRow(labelled, row, columns.hasHeader && index === 0 ? { ...columns, words: [] } : columns);
  }
  return labelled;
}

function listTables(paragraphs: readonly DocumentParagraph[]): readonly (readonly Row[])[] {
  const tables = new Map<number, Map<number, { line: number; held: Cell[] }>>();
  for (const paragraph of paragraphs) {
    const { cell, number } = paragraph;
    if (cell === undefined) continue;
    const rows = tables.get(cell.table) ?? new Map<number, { line: number; held: Cell[] }>();
    const row = rows.get(cell.row) ?? { line: number, held: [] };
    tables.set(cell.table, rows.set(cell.row, row));
    while (row.held.length < cell.column) row.held.push({ text: '', paragraphs: [] });
    const held = row.held[cell.column - 1];
    if (held === undefined) continue;
    held.text = `${held.text}\n${joinDocumentRuns(paragraph)}`.trim();
    held.paragraphs.push(number);
  }
  return [...tables.values()].map((rows) =>
    [...rows.values()].map((row) => ({ ...row, cells: row.held.map(({ text }) => text) })),
  );
}

/** Undefined where nothing tells whose words stand in which column. */
function findTurnColumns(rows: readonly Row[]): TurnColumns | undefined {
  const header = rows[0]?.cells ?? [];
  if (rows.length < 2) return undefined;
  const named = findColumns(header);
  const ofSpeakers = named.words === undefined ? findSpeakerColumns(header) : [];
  if (ofSpeakers.length > 0) return { words: ofSpeakers, hasHeader: true };
  const hasHeader = named.words !== undefined && named.speaker !== undefined;
  const { words, speaker, start } = hasHeader ? named : guessColumns(rows);
  if (words === undefined || speaker === undefined) return undefined;
  return { words: [{ index: words }], speaker, hasHeader, ...(start === undefined ? {} : { start }) };
}

function labelRow(labelled: Map<number, TurnCell>, { held }: Row, columns: TurnColumns): void {
  for (const [index, { paragraphs }] of held.entries()) {
    const column = columns.words.find((each) => each.index === index);
    const label = column?.label ?? readCell(held, columns.speaker);
    const clock = readCell(held, columns.start);
    for (const [at, number] of paragraphs.entries()) {
      const opens = column !== undefined && at === 0 && label !== '';
      if (opens) labelled.set(number, { kind: 'opening', label, clock });
      else labelled.set(number, { kind: column === undefined ? 'aside' : 'words' });
    }
  }
}

function readCell(held: readonly Cell[], index: number | undefined): string {
  return index === undefined ? '' : (held[index]?.text ?? '').replace(/\s+/g, ' ').replace(/:$/, '');
}
