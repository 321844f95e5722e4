import { closeSync, openSync, rmSync } from 'node:fs';
import { writeWhole } from './write-file.js';

/**
 * Makes a file that was not there, with all of its content or not at all: a marker that names nobody, as on a full disk,
 * would never be taken over. Throws what the disk says, `EEXIST` where there is one: of all who try at once, one succeeds.
 */
export function createWhole(path: string, content: string, mode = 0o666): void {
  const descriptor = openSync(path, 'wx', mode);
  try {
    writeWhole(descriptor, Buffer.from(content));
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(descriptor);
  }
}
