import { findColumns } from '../../formats/columns/find-columns.js';
import { findDelimiter } from '../../formats/records/read-records.js';
import type { Span } from '../../model/span.js';
import type { SourcePart } from './read-source-parts.js';

/** A time in any unit, or a clock. */
const time = /^"?\s*\d[\d:.,]{0,20}\s*"?$/;
const clock = /^"?\s*\d{1,3}(?::\d\d){1,2}[.,]?\d{0,6}\s*"?$/;

/** A table with its columns of times blank, since those would be taken for numbers of people. */
export function readTablePart(text: string): SourcePart {
  const rows = findCells(text, findDelimiter(text));
  const [header = [], ...others] = rows;
  const named = findColumns(
    header.map(({ start, end }) =>
      text
        .slice(start, end)
        .replace(/^"(.*)"$/, '$1')
        .trim(),
    ),
  );
  const isTimes = header.map((_, column) => {
    if (column === named.start || column === named.end) return true;
    return others.length > 0 && others.every((row) => isClockOrEmpty(text, row[column]));
  });
  let from = 0;
  const kept: string[] = [];
  for (const row of rows)
    for (const [column, { start, end }] of row.entries()) {
      const cell = text.slice(start, end);
      if (isTimes[column] !== true || !time.test(cell)) continue;
      kept.push(text.slice(from, start), ' '.repeat(cell.length));
      from = end;
    }
  return { text: kept.join('') + text.slice(from), pieces: undefined };
}

function isClockOrEmpty(text: string, cell: Span | undefined): boolean {
  if (cell === undefined || cell.start === cell.end) return true;
  return clock.test(text.slice(cell.start, cell.end));
}

/** The cells of each row with their quotes; a quote that does not begin a cell is a character like others. */
function findCells(text: string, delimiter: string): readonly (readonly Span[])[] {
  const rows: Span[][] = [];
  let row: Span[] = [];
  for (let at = 0; at <= text.length; at++) {
    const start = at;
    if (text[at] === '"') at = findClosing(text, at);
    while (at < text.length && text[at] !== delimiter && text[at] !== '\n') at++;
    row.push({ start, end: at });
    if (text[at] === delimiter) continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

/** Where a quoted cell ends; where it never does, its first quote is a character like others. */
function findClosing(text: string, opening: number): number {
  let at = text.indexOf('"', opening + 1);
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at === -1 ? opening + 1 : at + 1;
}
