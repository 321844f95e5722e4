import { chmodSync, closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { explainFailure } from '../explain-failure.js';
import { flushFolder, writeWhole } from '../write-file.js';

const OWNER_ONLY = 0o600;

/**
 * Writes a file that only its owner may read, whole or not at all. The temporary file has one name, so that the next
 * writing takes away what a crash left. Throws `ToolkitError` as `writeFile` does; messages have the file's name only.
 */
export function writePrivateFile(path: string, content: string): void {
  const temporary = join(dirname(path), `.${basename(path)}.tmp`);
  try {
    rmSync(temporary, { force: true });
    const descriptor = openSync(temporary, 'wx', OWNER_ONLY);
    try {
      writeWhole(descriptor, Buffer.from(content));
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    chmodSync(temporary, OWNER_ONLY);
    renameSync(temporary, path);
    flushFolder(dirname(path));
  } catch (error) {
    rmSync(temporary, { force: true });
    throw explainFailure(error, 'written', basename(path));
  }
}
