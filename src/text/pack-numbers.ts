const BYTES = 4;

/** Numbers as base64 of their single-precision bytes, the least significant byte first. */
export function packNumbers(numbers: Iterable<number> & { readonly length: number }): string {
  const bytes = Buffer.alloc(numbers.length * BYTES);
  let at = 0;
  for (const number of numbers) at = bytes.writeFloatLE(number, at);
  return bytes.toString('base64');
}

/** What `packNumbers` packed; undefined unless it is just `length` finite numbers. */
export function unpackNumbers(packed: string, length: number): Float64Array | undefined {
  const bytes = Buffer.from(packed, 'base64');
  if (bytes.length !== length * BYTES) return undefined;
  const numbers = Float64Array.from({ length }, (_, i) => bytes.readFloatLE(i * BYTES));
  return numbers.every(Number.isFinite) ? numbers : undefined;
}

/** Whole numbers from 0 to 2³² − 1 as base64, the least significant byte first. */
export function packIntegers(integers: Uint32Array): string {
  const bytes = Buffer.alloc(integers.length * BYTES);
  for (const [i, integer] of integers.entries()) bytes.writeUInt32LE(integer, i * BYTES);
  return bytes.toString('base64');
}

/** What `packIntegers` packed; undefined unless it is just `length` numbers. */
export function unpackIntegers(packed: string, length: number): Uint32Array | undefined {
  const bytes = Buffer.from(packed, 'base64');
  if (bytes.length !== length * BYTES) return undefined;
  return Uint32Array.from({ length }, (_, i) => bytes.readUInt32LE(i * BYTES));
}
