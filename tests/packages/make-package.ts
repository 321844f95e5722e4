import { strToU8, zipSync } from 'fflate';
import type { SourceBytes } from '../../src/packages/open-package.js';

/** A zip of parts, as office programs write it. */
export function makePackage(
  parts: Readonly<Record<string, string | Uint8Array>>,
  name = 'a.zip',
): SourceBytes {
  const packed = Object.entries(parts).map(
    ([part, content]) => [part, typeof content === 'string' ? strToU8(content) : content] as const,
  );
  return { name, bytes: zipSync(Object.fromEntries(packed), { mtime: '2026-01-01' }) };
}

/** A copy in which the bytes at each place have been replaced. */
export function overwriteBytes(bytes: Uint8Array, at: number, by: readonly number[]): Uint8Array {
  const copy = bytes.slice();
  copy.set(by, at);
  return copy;
}

/** Where a signature stands in a zip for the last time: `[0x50, 0x4b, 1, 2]` heads an entry of the directory. */
export function findSignature(bytes: Uint8Array, signature: readonly number[]): number {
  for (let at = bytes.length - signature.length; at >= 0; at--) {
    if (signature.every((byte, index) => bytes[at + index] === byte)) return at;
  }
  throw new Error('no such signature');
}
