import { type Board, type BoardRecord, boardRecordSchema } from '../model/board.js';
import { holdsEntry, readBytes } from './read-file.js';
import { readJsonLines } from './read-json-lines.js';
import { studyFiles } from './study-files.js';
import { type Reading, tryReading } from './try-reading.js';

const file = studyFiles.boards;
const example = '{"theme":"define-success","quotes":["q_7c1d9e02b4"]}';

/** Reads `boards.jsonl`: the last line of a theme counts, and one without quotes takes the board away. */
export function readBoards(folder: string): Reading<readonly Board[]> {
  return tryReading<readonly Board[]>(file, [], () => {
    if (!holdsEntry(folder, file)) return { value: [], notices: [] };
    const lines = readJsonLines<BoardRecord>({
      file,
      bytes: readBytes(folder, file),
      schema: boardRecordSchema,
      example,
    });
    const byTheme = new Map<string, Board>();
    for (const { record } of lines.value)
      if (record.quotes.length === 0) byTheme.delete(record.theme);
      else byTheme.set(record.theme, { themeId: record.theme, quoteIds: record.quotes });
    return { value: [...byTheme.values()], notices: lines.notices };
  });
}
