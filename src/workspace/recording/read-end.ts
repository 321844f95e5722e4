import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { explainFailure } from '../explain-failure.js';
import { resolveInside } from '../resolve-inside.js';

/** Bytes. A log may grow beyond what is read of any file: then its end counts, which is what happened last. */
const MOST_BYTES = 50_000_000;

export type FileEnd = {
  readonly bytes: Buffer;
  /** How many bytes stand before them. */
  readonly before: number;
};

/** The last bytes of a file that only grows, at most `most`. Throws `ToolkitError` as `readBytes` does. */
export function readEnd(folder: string, file: string, most = MOST_BYTES): FileEnd {
  try {
    const handle = openSync(resolveInside(folder, file), 'r');
    try {
      return readFrom(handle, most);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    throw explainFailure(error, 'read', file);
  }
}

function readFrom(handle: number, most: number): FileEnd {
  const { size } = fstatSync(handle);
  const before = Math.max(0, size - most);
  const bytes = Buffer.alloc(size - before);
  let filled = 0;
  while (filled < bytes.length) {
    const count = readSync(handle, bytes, filled, bytes.length - filled, before + filled);
    if (count === 0) break;
    filled += count;
  }
  return { bytes: bytes.subarray(0, filled), before };
}
