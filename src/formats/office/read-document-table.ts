import { ToolkitError } from '../../errors.js';
import type { Notice } from '../../model/notice.js';
import { findColumns, findSpeakerColumns, guessColumns } from '../columns/find-columns.js';
import { readTable } from '../columns/read-table.js';
import type { FormatReading, Interview, SourceText } from '../format.js';
import type { RecordRow } from '../records/read-records.js';
import { type DocumentParagraph, joinDocumentRuns, type SourceDocument } from './document.js';
import { type LaidDocument, pack } from './lay-document.js';
import { openPlaces, type Places, placeWords } from './place-words.js';

type CellWords = { text: string; readonly numbers: number[] };
type TableRow = RecordRow & {
  readonly words: readonly CellWords[];
  /** Numbers of its paragraphs. */
  readonly paragraphs: readonly number[];
};

export type TableReading = Pick<FormatReading, 'notices'> & {
  readonly interview: Interview;
  readonly places: Places;
};

/**
 * Reads a document more than half of which is a table with a turn in each row; tables of the same width go on with it.
 * Undefined where it is no such document.
 */
export function readDocumentTable(
  source: SourceText,
  document: SourceDocument,
  laid: LaidDocument,
): TableReading | undefined {
  const rows = listRows(document, laid);
  const width = rows[0]?.cells.length ?? 0;
  const held = rows.reduce((sum, { cells }) => sum + pack(cells.join('')).length, 0);
  if (rows.length < 2 || width < 2 || held * 2 <= laid.characters.length) return undefined;
  const turns = rows.slice(findStart(rows));
  const [header, ...below] = turns;
  if (header === undefined || !holdsTurns(turns)) return undefined;
  const repeated = header.cells.join('\n');
  const kept = below.filter(
    ({ cells }) => cells.some((cell) => cell !== '') && cells.join('\n') !== repeated,
  );
  const records = { header: header.cells, rows: kept, notices: [] };
  const read = tryTable(records, { source, firstLine: header.line });
  if (read === undefined) return undefined;
  const { interviews, notices } = read;
  const [interview, ...others] = interviews;
  if (interview === undefined || others.length > 0 || interview.id !== undefined) return undefined;
  return {
    interview,
    notices: [...notices, ...explainOutside(document, turns, source.name)],
    places: placeRows(interview, turns, laid),
  };
}

/** A table whose words cannot be told from its other columns is read as text. */
function tryTable(...given: Parameters<typeof readTable>): FormatReading | undefined {
  try {
    return readTable(...given);
  } catch (error) {
    if (error instanceof ToolkitError) return undefined;
    throw error;
  }
}

/** Where the turns begin: below a first row that names nothing and keeps the columns from being told by their cells. */
function findStart(rows: readonly RecordRow[]): 0 | 1 {
  return holdsTurns(rows) || !holdsTurns(rows.slice(1)) ? 0 : 1;
}

function holdsTurns(rows: readonly RecordRow[]): boolean {
  const header = rows[0]?.cells ?? [];
  const isNamed = Object.keys(findColumns(header)).length > 0 || findSpeakerColumns(header).length > 0;
  return isNamed || guessColumns(rows).words !== undefined;
}

/** Paragraphs that are in no row of turns. */
function explainOutside(
  { paragraphs }: SourceDocument,
  rows: readonly TableRow[],
  file: string,
): readonly Notice[] {
  const within = new Set(rows.flatMap(({ paragraphs: own }) => own));
  const outside = paragraphs.filter(
    (each) => !within.has(each.number) && pack(joinDocumentRuns(each)) !== '',
  );
  const [first] = outside;
  if (first === undefined) return [];
  const which =
    outside.length === 1
      ? `paragraph ${first.number} stands`
      : `${outside.length} paragraphs, from ${first.number} on, stand`;
  const message = `${which} outside the table of turns, left out as title and notes; what was spoken belongs in a row of the table, which has as many cells as the others`;
  return [{ severity: 'info', code: 'outside-table', message, place: { file, line: first.number } }];
}

/** The rows of the widest tables, in reading order. */
function listRows({ paragraphs }: SourceDocument, laid: LaidDocument): readonly TableRow[] {
  const rows = new Map<string, { line: number; words: CellWords[]; paragraphs: number[] }>();
  for (const [index, paragraph] of paragraphs.entries()) {
    const { cell } = paragraph;
    if (cell === undefined) continue;
    const key = `${cell.table} ${cell.row}`;
    const row = rows.get(key) ?? { line: paragraph.number, words: [], paragraphs: [] };
    rows.set(key, row);
    while (row.words.length < cell.column) row.words.push({ text: '', numbers: [] });
    row.paragraphs.push(paragraph.number);
    addParagraph(row.words[cell.column - 1], paragraph, laid.starts[index] ?? 0);
  }
  const all = [...rows.values()];
  const width = all.reduce((most, { words }) => Math.max(most, words.length), 0);
  return all
    .filter(({ words }) => words.length === width)
    .map((row) => ({ ...row, cells: row.words.map(({ text }) => text.trim()) }));
}

function addParagraph(cell: CellWords | undefined, paragraph: DocumentParagraph, start: number): void {
  if (cell === undefined) return;
  const text = joinDocumentRuns(paragraph);
  cell.text += cell.text === '' ? text : `\n${text}`;
  for (let at = 0; at < pack(text).length; at += 1) cell.numbers.push(start + at);
}

/** Lays the words of turns upon the cells that hold them. */
function placeRows({ turns }: Interview, rows: readonly TableRow[], laid: LaidDocument): Places {
  const places = openPlaces(laid);
  const byLine = new Map(rows.map((row) => [row.line, row]));
  for (const [turn, { line, words }] of turns.entries()) {
    const packed = pack(words);
    const cell = byLine.get(line)?.words.find(({ text }) => pack(text) === packed);
    if (cell !== undefined) placeWords(places, { laid, numbers: cell.numbers, words, turn });
  }
  return places;
}
