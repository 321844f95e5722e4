import type { Coefficient, Influences, Rating } from '../../coefficients/coefficient.js';
import { findStandardError } from '../../coefficients/variance/find-standard-error.js';
import { spreadByT } from '../../coefficients/variance/spread-by-t.js';
import type { Interval } from '../../text/measures/read-interval.js';
import type { RatedTheme } from './rated-theme.js';
import { FEWEST_UNITS } from './resample-ratings.js';

type Counted = { readonly counts: Float64Array };

export type SpreadRequest<Data> = {
  readonly themes: readonly RatedTheme<Data>[];
  readonly coefficient: Coefficient<Data>;
  /** For each theme, and after the themes the pooled one. */
  readonly ratings: readonly Rating[];
  readonly units: number;
};

/** Below it, a standard error is rounding alone: nobody disagrees. */
const LEAST_ERROR = 1e-9;

function spread(rating: Rating | undefined, error: number | null, n: number): Interval | null {
  if (rating === undefined || !('value' in rating) || error === null) return null;
  return n < FEWEST_UNITS || error < LEAST_ERROR ? null : spreadByT(rating.value, error, n);
}

function addInfluences(sums: Influences, own: Influences, rowOf: Uint32Array): void {
  for (let unit = 0; unit < rowOf.length; unit += 1) {
    const row = rowOf[unit] ?? 0;
    sums.observed[unit] = (sums.observed[unit] ?? 0) + (own.observed[row] ?? 0);
    sums.expected[unit] = (sums.expected[unit] ?? 0) + (own.expected[row] ?? 0);
  }
}

/** Of the mean disagreements of `themes` themes: a unit moves them by the mean of what it moves in each. */
function spreadPooled(sums: Influences, themes: number, pooled: Rating | undefined): Interval | null {
  if (pooled === undefined || themes === 0) return null;
  const influences = {
    observed: sums.observed.map((sum) => sum / themes),
    expected: sums.expected.map((sum) => sum / themes),
  };
  const units = sums.observed.length;
  const error = findStandardError(pooled, { counts: new Float64Array(units).fill(1), influences }, units);
  return spread(pooled, error, units);
}

/**
 * The analytic interval of each rating of one coefficient. What a quote moves in all themes together counts as one
 * influence on the pooled value, so that its interval knows which quotes the themes share. `null` where a formula is
 * missing, there is no value, nobody disagrees, or fewer than five units were rated.
 */
export function spreadAnalytically<Data extends Counted>(
  request: SpreadRequest<Data>,
): readonly (Interval | null)[] {
  const { themes, coefficient, ratings, units } = request;
  const ones = new Float64Array(units).fill(1);
  const sums = { observed: new Float64Array(units), expected: new Float64Array(units) };
  let traced = 0;
  const intervals = themes.map(({ weigh, rowOf, facts }, at) => {
    const rating = ratings[at];
    if (coefficient.trace === undefined || rowOf === undefined) return null;
    if (rating === undefined || !('value' in rating)) return null;
    const data = weigh(ones);
    const influences = coefficient.trace(data);
    addInfluences(sums, influences, rowOf);
    traced += 1;
    return spread(rating, findStandardError(rating, { counts: data.counts, influences }, facts.n), facts.n);
  });
  return [...intervals, spreadPooled(sums, traced, ratings[themes.length])];
}
