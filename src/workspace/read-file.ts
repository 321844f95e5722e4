import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ToolkitError } from '../errors.js';
import type { Notice } from '../model/notice.js';
import { type DecodedText, decodeBytes } from '../text/decode-bytes.js';
import { explainFailure } from './explain-failure.js';
import { resolveInside } from './resolve-inside.js';

/** Bytes. No transcript comes near it (five hours of speech are 0.3 MB), and memory is safe below it. */
const LARGEST_FILE = 50_000_000;
/** Bytes. Projects of other tools carry recordings and pictures, of which nothing is unpacked. */
const LARGEST_PROJECT = 500_000_000;

/**
 * The bytes of a file inside a folder. Throws `ToolkitError`: `outside-folder`, `not-a-file`, `file-too-large`,
 * `no-permission`, `file-missing` and the like, with the file as place.
 */
export function readBytes(folder: string, file: string): Buffer {
  return readGivenFile(resolveInside(folder, file), file);
}

/** The bytes of a file that the user named, wherever it lies; errors call it `file`. Throws as `readBytes` does. */
export function readGivenFile(path: string, file: string): Buffer {
  try {
    const found = statSync(path);
    if (!found.isFile()) {
      throw new ToolkitError('not-a-file', `${file} is not a file`, {
        hint: 'Put a file in its place.',
        place: { file },
      });
    }
    refuseLargeFile(file, found.size);
    return readFileSync(path);
  } catch (error) {
    throw explainFailure(error, 'read', file);
  }
}

function refuseLargeFile(file: string, size: number): void {
  const most = /\.qdpx$/i.test(file) ? LARGEST_PROJECT : LARGEST_FILE;
  if (size <= most) return;
  throw new ToolkitError('file-too-large', `${file} has ${size} bytes; at most ${most} are read`, {
    hint: 'Split it, or check that it is what its name says.',
    place: { file },
  });
}

/** Whether there is anything of that name in a folder, readable or not. */
export function holdsEntry(folder: string, name: string): boolean {
  try {
    return lstatSync(join(folder, name), { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    throw explainFailure(error, 'read', name);
  }
}

export type TextReading = { readonly text: string; readonly notices: readonly Notice[] };

/**
 * The text of a file of a study; undefined where there is none, and an empty text where it is empty. Throws
 * `ToolkitError` as `readBytes` does, and `binary-file`.
 */
export function readText(folder: string, file: string): TextReading | undefined {
  if (!holdsEntry(folder, file)) return undefined;
  const bytes = readBytes(folder, file);
  const decoded = decodeUnlessEmpty(bytes);
  return decoded === undefined
    ? { text: '', notices: [] }
    : { text: decoded.text, notices: listDoubts(decoded, file) };
}

function decodeUnlessEmpty(bytes: Uint8Array): DecodedText | undefined {
  try {
    return decodeBytes(bytes);
  } catch (error) {
    if (error instanceof ToolkitError && error.code === 'empty-file') return undefined;
    throw error;
  }
}

function listDoubts(
  { text, encoding, fallback, firstOddLine, truncated }: DecodedText,
  file: string,
): Notice[] {
  const guessed: Notice = {
    severity: 'caution',
    code: 'encoding-guessed',
    message: `the file is not UTF-8 and was read as ${encoding}: look at its letters, and save it as UTF-8`,
    place: { file, ...(firstOddLine === undefined ? {} : { line: firstOddLine }) },
  };
  const cutOff: Notice = {
    severity: 'caution',
    code: 'truncated-file',
    message:
      'the file ends in the middle of a character: it was cut off, so copy it again from where it came',
    place: { file, line: text.split('\n').length },
  };
  return [...(fallback ? [guessed] : []), ...(truncated ? [cutOff] : [])];
}

const byBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));

/** A name in a folder of the study that is no hidden file. */
export type Entry = { readonly name: string; readonly isFolder: boolean };

/** What lies in a folder of the study, in the order of its names' bytes; nothing where there is no such folder. */
export function listEntries(folder: string, subFolder: string): readonly Entry[] {
  if (!holdsEntry(folder, subFolder)) return [];
  try {
    return readdirSync(resolveInside(folder, subFolder), { withFileTypes: true })
      .filter(({ name }) => !name.startsWith('.'))
      .map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }))
      .sort((a, b) => byBytes(a.name, b.name));
  } catch (error) {
    throw explainFailure(error, 'read', subFolder);
  }
}
