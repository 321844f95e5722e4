/** The numbers below `count`, or `most` of them at even distances: a sample that leaves out no part. */
export function spaceEvenly(count: number, most: number): Uint32Array {
  const step = Math.max(count / most, 1);
  return Uint32Array.from({ length: Math.min(count, most) }, (_, i) => Math.floor(i * step));
}
