/** Whole numbers from 0 to at most `most` for an axis of counts: steps of 1, 2 or 5 times a power of ten, at most eight. */
export function listTicks(most: number): readonly number[] {
  const power = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, most) / 8)));
  const step =
    [1, 2, 5, 10, 20, 50].map((times) => times * power).find((one) => most / one <= 8) ?? 100 * power;
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, index) => index * step);
}
