import { findDelimiter, readRecords } from '../../formats/records/read-records.js';
import type { Participant } from '../../model/participant.js';
import { readText } from '../read-file.js';
import { studyFiles } from '../study-files.js';
import type { FileEdit } from './file-edit.js';

const file = studyFiles.participants;
const ownColumns = ['id', 'consent', 'consent_until', 'withdrawn'];
const normalise = (column: string) => column.toLowerCase().replace(/[\s-]+/g, '_');

/**
 * `participants.csv` with new rows, and a column for each attribute that it lacks; the cells that are there stay.
 * Throws `ToolkitError` as `readText` does, and `csv-syntax` where the table cannot be
 * read.
 */
export function addParticipants(folder: string, participants: readonly Participant[]): readonly FileEdit[] {
  if (participants.length === 0) return [];
  const text = readText(folder, file)?.text ?? '';
  return [{ file, content: joinTable(text, participants) }];
}

function joinTable(text: string, participants: readonly Participant[]): string {
  const { header, rows } = readRecords({
    name: file,
    text: text === '' ? `${ownColumns.join(',')}\n` : text,
  });
  const known = new Set(
    header.map((name) => (ownColumns.includes(normalise(name)) ? normalise(name) : name)),
  );
  const attributes = participants.flatMap((participant) => Object.keys(participant.attributes));
  const lacking = [...ownColumns, ...new Set(attributes)].filter((name) => !known.has(name));
  const columns = [...header, ...lacking];
  const delimiter = text === '' ? ',' : findDelimiter(text);
  const format = (cells: readonly string[]) => `${cells.map(quoteCell).join(delimiter)}\n`;
  const added = participants.map((participant) => format(columns.map((name) => cellOf(participant, name))));
  if (lacking.length === 0 && text !== '') return `${text.replace(/\n*$/, '\n')}${added.join('')}`;
  const padded = rows.map(({ cells }) =>
    format([...cells, ...Array.from({ length: Math.max(0, columns.length - cells.length) }, () => '')]),
  );
  return [format(columns), ...padded, ...added].join('');
}

function cellOf({ id, attributes, consent }: Participant, column: string): string {
  const name = normalise(column);
  if (name === 'id') return id;
  if (name === 'consent') return consent.scopes.join(';');
  if (name === 'consent_until') return consent.until ?? '';
  if (name === 'withdrawn') return consent.withdrawn ?? '';
  return Object.hasOwn(attributes, column) ? (attributes[column] ?? '') : '';
}

const quoteCell = (cell: string) => (/[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
