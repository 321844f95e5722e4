/**
 * P-values corrected for their number by Holm's step-down method (Holm 1979, Scand J Stat 6:65–70), in their own order:
 * the chance of even one false finding stays below the level, whatever the p-values have to do with each other. The
 * milder control of the false discovery rate (Benjamini & Hochberg 1995) is for many findings that are followed up; here
 * each one is read as it stands.
 */
export function correctByHolm(values: readonly number[]): readonly number[] {
  const order = values.map((_, at) => at).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const corrected = new Array<number>(values.length).fill(1);
  let least = 0;
  for (const [rank, at] of order.entries()) {
    least = Math.max(least, Math.min(1, (values.length - rank) * (values[at] ?? 1)));
    corrected[at] = least;
  }
  return corrected;
}
