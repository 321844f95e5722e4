const BINS = 10;
/**
 * Probabilities below it are left out: nearly all pairs of a text and a class are rightly near 0, and would make any
 * calibration look good.
 */
const LEAST_PROBABILITY = 0.02;

/** Probabilities from `from` (in) to `to` (out, but in for 1), against how often they came true. */
export type Bin = {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Mean probability, and the share that was true; `null` in an empty bin. */
  readonly expected: number | null;
  readonly observed: number | null;
};

/** Ten bins of equal width: the points of a reliability diagram. Probabilities under 0.02 are left out. */
export function binProbabilities(
  probabilities: readonly number[],
  labels: readonly (0 | 1)[],
): readonly Bin[] {
  const counts = new Float64Array(BINS);
  const expected = new Float64Array(BINS);
  const observed = new Float64Array(BINS);
  for (const [row, probability] of probabilities.entries()) {
    if (probability < LEAST_PROBABILITY) continue;
    const bin = Math.min(BINS - 1, Math.floor(probability * BINS));
    counts[bin] = (counts[bin] ?? 0) + 1;
    expected[bin] = (expected[bin] ?? 0) + probability;
    observed[bin] = (observed[bin] ?? 0) + (labels[row] ?? 0);
  }
  return Array.from(counts, (count, bin) => ({
    from: bin / BINS,
    to: (bin + 1) / BINS,
    count,
    expected: count === 0 ? null : (expected[bin] ?? 0) / count,
    observed: count === 0 ? null : (observed[bin] ?? 0) / count,
  }));
}

/**
 * Expected calibration error (Naeini, Cooper & Hauskrecht 2015): how far expected and observed are apart, weighted by
 * the size of the bins, 0 to 1. `null` where every bin is empty.
 */
export function findCalibrationError(bins: readonly Bin[]): number | null {
  const total = bins.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return null;
  return bins.reduce(
    (sum, { count, expected, observed }) =>
      sum + (count / total) * Math.abs((expected ?? 0) - (observed ?? 0)),
    0,
  );
}
