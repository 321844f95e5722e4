import {
  closeSync,
  fchmodSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { explainFailure } from './explain-failure.js';
import { resolveInside } from './resolve-inside.js';

/** A file inside a folder: `file` is relative to it. */
export type Target = { readonly folder: string; readonly file: string };

/**
 * Writes a file whole or not at all: a sibling temporary file is filled, flushed and renamed into place. Folders on
 * the way are made. Throws `ToolkitError` (`outside-folder`, `disk-full`, `no-permission`, `read-only` …); what was
 * there before is then intact.
 */
export function writeFile({ folder, file }: Target, content: string | Uint8Array): void {
  const path = resolveInside(folder, file);
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    mkdirSync(dirname(path), { recursive: true });
    fillFile(temporary, typeof content === 'string' ? Buffer.from(content) : content, findMode(path));
    renameSync(temporary, path);
    flushFolder(dirname(path));
  } catch (error) {
    removeQuietly(temporary);
    throw explainFailure(error, 'written', file);
  }
}

/** Writes a file unless it already holds just that; says whether it wrote. */
export function writeIfChanged(target: Target, content: string | Uint8Array): boolean {
  if (holdsAlready(resolveInside(target.folder, target.file), Buffer.from(content))) return false;
  writeFile(target, content);
  return true;
}

function holdsAlready(path: string, content: Buffer): boolean {
  try {
    return readFileSync(path).equals(content);
  } catch {
    return false;
  }
}

/** A file that only its owner may read stays so when it is replaced. */
const findMode = (path: string) => statSync(path, { throwIfNoEntry: false })?.mode;

function fillFile(path: string, bytes: Uint8Array, mode: number | undefined): void {
  const descriptor = openSync(path, 'w', mode);
  try {
    if (mode !== undefined) fchmodSync(descriptor, mode);
    writeWhole(descriptor, bytes);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** A single call may write only a part, on a disk that is nearly full. */
export function writeWhole(descriptor: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done);
}

/** Makes a new name in a folder outlast a power cut. Systems that cannot flush a folder do not need it. */
export function flushFolder(path: string): void {
  try {
    const descriptor = openSync(path, 'r');
    try {
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch {
    // The file itself is flushed already.
  }
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // The failure that led here is the one to tell.
  }
}
