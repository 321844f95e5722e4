import { Inflate } from 'fflate';

/** Bytes handed over at once: deflate makes at most 1,032 of each, so that a step makes 17 MB at most. */
const STEP = 16_384;

/** Inflates piece by piece. Throws what fflate throws where the bytes are damaged. */
export function* inflatePieces(packed: Uint8Array): Generator<Uint8Array> {
  let made: Uint8Array[] = [];
  const stream = new Inflate((piece) => {
    made.push(piece);
  });
  for (let at = 0; at < packed.length; at += STEP) {
    stream.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
    yield* made;
    made = [];
  }
}

/** Inflates to exactly `size` bytes; undefined where the bytes are damaged, or come out longer or shorter. */
export function inflateBytes(packed: Uint8Array, size: number): Uint8Array | undefined {
  const bytes = new Uint8Array(size);
  let filled = 0;
  try {
    for (const piece of inflatePieces(packed)) {
      if (filled + piece.length > size) return undefined;
      bytes.set(piece, filled);
      filled += piece.length;
    }
  } catch {
    return undefined;
  }
  return filled === size ? bytes : undefined;
}
