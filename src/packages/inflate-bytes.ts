import { Inflate } from 'fflate';

/** Bytes handed over at once: deflate makes at most 1,032 of each, so that memory stays within 2 × 17 MB of the result. */
const STEP = 16_384;

/** Inflates to exactly `size` bytes; undefined where the bytes are damaged, or come out longer or shorter. */
export function inflateBytes(packed: Uint8Array, size: number): Uint8Array | undefined {
  const bytes = new Uint8Array(size);
  let filled = 0;
  let isTooLong = false;
  const stream = new Inflate((chunk) => {
    if (filled + chunk.length > size) isTooLong = true;
    else bytes.set(chunk, filled);
    filled += chunk.length;
  });
  try {
    for (let at = 0; at < packed.length && !isTooLong; at += STEP) {
      stream.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
    }
  } catch {
    return undefined;
  }
  return filled === size && !isTooLong ? bytes : undefined;
}
