import { zipSync } from 'fflate';

/** Part of what makes the same parts the same bytes; the format begins in 1980 and knows no time zones. */
const EVERY_TIME = new Date(1980, 0, 1);

/** A zip of parts, in their order. The same parts give the same bytes. */
export function writePackage(parts: readonly (readonly [name: string, bytes: Uint8Array])[]): Uint8Array {
  return zipSync(Object.fromEntries(parts), { mtime: EVERY_TIME, level: 6 });
}
