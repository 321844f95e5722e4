import { type HistoryEntry, historyEntrySchema } from '../../model/history.js';
import { holdsEntry } from '../read-file.js';
import { readJsonLines } from '../read-json-lines.js';
import { studyFiles } from '../study-files.js';
import { tellInfo } from '../tell.js';
import { type Reading, tryReading } from '../try-reading.js';
import { readEnd } from './read-end.js';

const file = studyFiles.history;
const example =
  '{"id":"…","at":"2026-04-02T09:14:20Z","by":"ana","action":{"kind":"undo"},"of":"…","changes":[]}';
const LINE_FEED = 0x0a;

/** Reads `history.jsonl`, first to last; of one that is very long the latest `most` bytes, with a notice. */
export function readHistory(folder: string, most?: number): Reading<readonly HistoryEntry[]> {
  return tryReading<readonly HistoryEntry[]>(file, [], () => {
    if (!holdsEntry(folder, file)) return { value: [], notices: [] };
    const { bytes, before } = readEnd(folder, file, most);
    // A line that was cut in two is left out.
    const whole = before === 0 ? bytes : bytes.subarray(bytes.indexOf(LINE_FEED) + 1);
    const lines = readJsonLines<HistoryEntry>({ file, bytes: whole, schema: historyEntrySchema, example });
    const value = lines.value.map(({ record }) => record);
    return { value, notices: [...(before === 0 ? [] : [tellLong(value.length)]), ...lines.notices] };
  });
}

const tellLong = (count: number) =>
  tellInfo(
    'history-long',
    { file },
    `the history is very long: its latest ${count} entries are read; what is older is kept in the file, and cannot be undone here`,
  );
