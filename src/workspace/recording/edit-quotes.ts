import type { QuoteChange } from '../../pipeline/reviewing/change-parts.js';
import { holdsEntry, readBytes } from '../read-file.js';
import { studyFiles } from '../study-files.js';
import type { Step } from './step.js';

const file = studyFiles.quotes;
const LINE_FEED = 0x0a;
const byteOrderMark = Buffer.from('\uFEFF');

/**
 * The steps that change lines of `quotes.jsonl`: a new quote is a line at the end; where a line changes, goes or comes back,
 * the file is written anew, and every other line stays to the byte, also one that could not be read.
 */
export function editQuotes(folder: string, changes: readonly QuoteChange[]): readonly Step[] {
  const added = changes.filter((change) => isNewQuote(change));
  const edited = changes.filter((change) => !isNewQuote(change));
  const appended: readonly Step[] =
    added.length === 0
      ? []
      : [{ kind: 'append', file, records: added.flatMap(({ after }) => (after === null ? [] : [after])) }];
  if (edited.length === 0) return appended;
  const bytes = holdsEntry(folder, file) ? readBytes(folder, file) : Buffer.alloc(0);
  return [{ kind: 'write', file, content: edited.reduce(editLine, bytes) }, ...appended];
}

/** Whether a change is a line at the end, rather than one in the place of another. */
export const isNewQuote = ({ before, follows }: QuoteChange) => before === null && follows === undefined;

function editLine(bytes: Buffer, { id, after, follows }: QuoteChange): Buffer {
  const line = findLine(bytes, id);
  const record = after === null ? Buffer.alloc(0) : Buffer.from(`${JSON.stringify(after)}\n`);
  if (line !== undefined) return splice(bytes, line, record);
  if (after === null) return bytes;
  const before = follows === undefined || follows === '' ? undefined : findLine(bytes, follows);
  if (before !== undefined) return splice(endLine(bytes), { start: before.end, end: before.end }, record);
  if (follows !== '') return Buffer.concat([endLine(bytes), record]);
  const start = bytes.subarray(0, byteOrderMark.length).equals(byteOrderMark) ? byteOrderMark.length : 0;
  return splice(bytes, { start, end: start }, record);
}

type Line = { readonly start: number; readonly end: number };

function splice(bytes: Buffer, { start, end }: Line, record: Buffer): Buffer {
  return Buffer.concat([bytes.subarray(0, start), record, bytes.subarray(end)]);
}

function endLine(bytes: Buffer): Buffer {
  return bytes.length === 0 || bytes.at(-1) === LINE_FEED ? bytes : Buffer.concat([bytes, Buffer.from('\n')]);
}

/** Bytes of the first line that records a quote, its line feed included. */
function findLine(bytes: Buffer, id: string): Line | undefined {
  const name = Buffer.from(JSON.stringify(id));
  for (let at = bytes.indexOf(name); at >= 0; at = bytes.indexOf(name, at + 1)) {
    const start = bytes.lastIndexOf(LINE_FEED, at) + 1;
    const feed = bytes.indexOf(LINE_FEED, at);
    const end = feed < 0 ? bytes.length : feed + 1;
    if (readId(bytes.subarray(start, end).toString('utf8')) === id) return { start, end };
  }
  return undefined;
}

function readId(line: string): string | undefined {
  try {
    const value: unknown = JSON.parse(line.replace(/^\uFEFF/, ''));
    if (typeof value !== 'object' || value === null || !('id' in value)) return undefined;
    return typeof value.id === 'string' ? value.id : undefined;
  } catch {
    return undefined;
  }
}
