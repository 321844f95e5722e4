import { type HistoryEntry, historyEntrySchema } from '../../model/history.js';
import { holdsEntry, readBytes } from '../read-file.js';
import { readJsonLines } from '../read-json-lines.js';
import { studyFiles } from '../study-files.js';
import { type Reading, tryReading } from '../try-reading.js';

const file = studyFiles.history;
const example =
  '{"id":"…","at":"2026-04-02T09:14:20Z","by":"ana","action":{"kind":"undo"},"of":"…","changes":[]}';

/** Reads `history.jsonl`, first to last. */
export function readHistory(folder: string): Reading<readonly HistoryEntry[]> {
  return tryReading<readonly HistoryEntry[]>(file, [], () => {
    if (!holdsEntry(folder, file)) return { value: [], notices: [] };
    const lines = readJsonLines<HistoryEntry>({
      file,
      bytes: readBytes(folder, file),
      schema: historyEntrySchema,
      example,
    });
    return { value: lines.value.map(({ record }) => record), notices: lines.notices };
  });
}
