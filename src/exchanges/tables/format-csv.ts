import type { Sheet } from '../../packages/write-workbook.js';
import { settleCell } from './coded-quote.js';

/**
 * What a spreadsheet takes for the beginning of a formula, full-width forms included; also behind apostrophes of its own,
 * so that one more can be taken away again.
 */
const formulaStart = /^'*[=+\-@＝＋－＠]/;
const guarded = /^'(?='*[=+\-@＝＋－＠])/;
const needsQuotes = /[",;\n\t]/;

/**
 * A sheet as CSV (RFC 4180: commas, CRLF, quotes doubled), in UTF-8 with a byte order mark, without which Excel takes it
 * for another encoding. White space at the ends of a cell is left out. A text that a spreadsheet would run as a formula gets an apostrophe in front.
 */
export function formatCsv({ header, rows }: Pick<Sheet, 'header' | 'rows'>): Uint8Array {
  const lines = [header, ...rows].map((row) => `${row.map(formatCell).join(',')}\r\n`);
  return new TextEncoder().encode(`\u{feff}${lines.join('')}`);
}

function formatCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = settleCell(value);
  const harmless = formulaStart.test(text) ? `'${text}` : text;
  return needsQuotes.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** A cell without the apostrophe that keeps it from being a formula. */
export const readGuarded = (cell: string) => cell.replace(guarded, '');
