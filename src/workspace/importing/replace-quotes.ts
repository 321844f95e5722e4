import type { Quote } from '../../model/quote.js';
import { appendRecords } from '../append-records.js';
import { readText } from '../read-file.js';
import { toQuoteRecord } from '../read-quotes.js';
import { studyFiles } from '../study-files.js';
import { writeFile } from '../write-file.js';

const file = studyFiles.quotes;

/**
 * Writes quotes over the lines of `quotes.jsonl` that record them; every other line stays to the byte. A quote that stands
 * as a mark in its transcript only gets a line of its own. Throws `ToolkitError` as `writeFile` does.
 */
export function replaceQuotes(folder: string, quotes: readonly Quote[]): void {
  if (quotes.length === 0) return;
  const byId = new Map(quotes.map((quote) => [quote.id, quote]));
  const text = readText(folder, file)?.text ?? '';
  const written = new Set<string>();
  const lines = text.split('\n').map((line) => {
    const id = readId(line);
    const quote = id === undefined || written.has(id) ? undefined : byId.get(id);
    if (quote === undefined) return line;
    written.add(quote.id);
    return JSON.stringify(toQuoteRecord(quote));
  });
  if (written.size > 0) writeFile({ folder, file }, lines.join('\n'));
  appendRecords({ folder, file }, quotes.filter(({ id }) => !written.has(id)).map(toQuoteRecord));
}

function readId(line: string): string | undefined {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== 'object' || value === null || !('id' in value)) return undefined;
    return typeof value.id === 'string' ? value.id : undefined;
  } catch {
    return undefined;
  }
}
