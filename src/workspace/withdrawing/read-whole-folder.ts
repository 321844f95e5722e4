import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ToolkitError } from '../../errors.js';
import { decodeBytes } from '../../text/decode-bytes.js';
import { explainFailure } from '../explain-failure.js';
import { readBytes } from '../read-file.js';
import { reviewMarkerFile } from '../review-marker.js';
import { studyFiles } from '../study-files.js';
import { describeFailure } from '../try-reading.js';

/** A file of a study's folder; `text` is absent where it is no text, or cannot be read, and `fault` says why. */
export type FoundFile = {
  readonly file: string;
  /** Line feeds only, no byte order mark. */
  readonly text?: string;
  /** What the file ends its lines with, and its byte order mark. */
  readonly lineEnd?: string;
  readonly mark?: string;
  readonly fault?: string;
};

/** Version control keeps its own history, which is told apart; a lock names a process; the rest is what systems leave. */
const passedOver = new Set<string>([
  '.git',
  studyFiles.lock,
  reviewMarkerFile,
  '.DS_Store',
  'Thumbs.db',
  'desktop.ini',
]);

/** Every file below a study's folder, hidden ones too, in the order of their names. */
export function readWholeFolder(folder: string): readonly FoundFile[] {
  return listFiles(folder, '').map((file) => readFoundFile(folder, file));
}

function listFiles(folder: string, under: string): readonly string[] {
  try {
    return readdirSync(join(folder, under), { withFileTypes: true })
      .filter(({ name }) => !passedOver.has(name))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry) => {
        const file = under === '' ? entry.name : `${under}/${entry.name}`;
        return entry.isDirectory() ? listFiles(folder, file) : [file];
      });
  } catch (error) {
    throw explainFailure(error, 'read', under === '' ? '.' : under);
  }
}

function readFoundFile(folder: string, file: string): FoundFile {
  try {
    const bytes = readBytes(folder, file);
    if (bytes.length === 0) return { file, text: '' };
    const lineEnd = bytes.includes('\r\n') ? '\r\n' : '\n';
    const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? '\uFEFF' : '';
    return { file, text: decodeBytes(bytes).text, lineEnd, mark };
  } catch (error) {
    if (!(error instanceof ToolkitError)) throw error;
    if (error.code === 'empty-file') return { file, text: '' };
    return { file, fault: describeFailure(error) };
  }
}
