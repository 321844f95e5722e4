/** A third more than what was asked for, so that growing by and by copies each number a few times only. */
const SPARE = 1.35;

/** The same numbers with room for at least `least`; the very array where it has that. New places hold 0. */
export function growIntegers(numbers: Uint32Array<ArrayBuffer>, least: number): Uint32Array<ArrayBuffer> {
  if (numbers.length >= least) return numbers;
  const grown = new Uint32Array(Math.ceil(least * SPARE));
  grown.set(numbers);
  return grown;
}

/** The same for bytes. */
export function growBytes(bytes: Uint8Array<ArrayBuffer>, least: number): Uint8Array<ArrayBuffer> {
  if (bytes.length >= least) return bytes;
  const grown = new Uint8Array(Math.ceil(least * SPARE));
  grown.set(bytes);
  return grown;
}
