import { findDelimiter, readRecords } from '../../formats/records/read-records.js';
import { studyFiles } from '../study-files.js';

export type WithdrawnRow = { readonly participantId: string; readonly withdrawnAt: string };

const normalise = (column: string) => column.toLowerCase().replace(/[\s-]+/g, '_');
const quoteCell = (cell: string) => (/[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/**
 * `participants.csv` in which nothing is left in a participant's rows but id and day of withdrawal: consent and attributes
 * go. The participant gets a row where there is none, and the table a column `withdrawn`; other rows stay as they are.
 */
export function editParticipants(text: string, { participantId, withdrawnAt }: WithdrawnRow): string {
  const { header, rows } = readRecords({ name: studyFiles.participants, text });
  const names = header.map(normalise);
  const delimiter = findDelimiter(text);
  const formatRow = (cells: readonly string[]) => cells.map(quoteCell).join(delimiter);
  if (!names.includes('withdrawn')) {
    const table = [[...header, 'withdrawn'], ...rows.map(({ cells }) => [...cells, ''])];
    return editParticipants(`${table.map(formatRow).join('\n')}\n`, { participantId, withdrawnAt });
  }
  const own = rows.filter(({ cells }) => cells[names.indexOf('id')] === participantId);
  const row = formatRow(
    names.map((name) => (name === 'id' ? participantId : name === 'withdrawn' ? withdrawnAt : '')),
  );
  const lines = text.split('\n');
  if (own.length === 0) return `${text.replace(/\n*$/, '')}\n${row}\n`;
  for (const { line } of own.toReversed()) {
    const next = rows.find((other) => other.line > line)?.line ?? lines.length + 1;
    const length = next - line;
    const blanks = lines
      .slice(line - 1, next - 1)
      .reverse()
      .findIndex((each) => each.trim() !== '');
    lines.splice(line - 1, length - Math.max(0, blanks), row);
  }
  return lines.join('\n');
}

/** The day of withdrawal that the table has already. */
export function findWithdrawalDay(text: string, participantId: string): string | undefined {
  const { header, rows } = readRecords({ name: studyFiles.participants, text });
  const names = header.map(normalise);
  const row = rows.find(({ cells }) => cells[names.indexOf('id')] === participantId);
  return /^\d{4}-\d\d-\d\d$/.exec(row?.cells[names.indexOf('withdrawn')] ?? '')?.[0];
}
