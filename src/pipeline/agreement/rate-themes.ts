import { poolRatings } from '../../coefficients/chance/pool-ratings.js';
import type { Coefficient, Rating } from '../../coefficients/coefficient.js';
import { findMean } from '../../text/measures/rate-hits.js';
import type { Interval } from '../../text/measures/read-interval.js';
import type { CoefficientFigures } from './agreement.js';
import type { RatedTheme, ThemeFacts } from './rated-theme.js';
import { type Resampling, resampleRatings } from './resample-ratings.js';
import { spreadAnalytically } from './spread-analytically.js';

type Work<Data> = Resampling & {
  readonly themes: readonly RatedTheme<Data>[];
  readonly coefficients: readonly Coefficient<Data>[];
  /** How many quotes or characters all themes together rest on. */
  readonly n: number;
};

/** For each coefficient: a rating for each theme, and the pooled one. */
function rateAll<Data>({ themes, coefficients }: Work<Data>, counts: Float64Array): readonly Rating[] {
  const weighed = themes.map(({ weigh }) => weigh(counts));
  return coefficients.flatMap((coefficient) => {
    const ratings = weighed.map((data) => coefficient.rate(data));
    return [...ratings, poolRatings(ratings)];
  });
}

/** The means over the themes that have a value, since only these are pooled. */
function poolFacts<Data>(
  themes: readonly RatedTheme<Data>[],
  ratings: readonly (Rating | undefined)[],
  n: number,
): ThemeFacts {
  const pooled = themes.flatMap(({ facts }, at) => {
    const rating = ratings[at];
    return rating !== undefined && 'value' in rating ? [facts] : [];
  });
  return {
    observed: findMean(pooled.flatMap(({ observed }) => observed ?? [])),
    prevalence: findMean(pooled.flatMap(({ prevalence }) => prevalence ?? [])),
    n,
  };
}

/**
 * An interval for each rating of `rateAll`. A theme without any value has none in a draw either: it is left out of
 * the draws, so that a large taxonomy costs no more than the themes in use.
 */
function resampleAll<Data>(work: Work<Data>, ratings: readonly Rating[]): readonly (Interval | null)[] {
  const { themes } = work;
  const width = themes.length + 1;
  const isRated = themes.map(() => false);
  for (const [at, rating] of ratings.entries()) {
    if ('value' in rating && at % width < themes.length) isRated[at % width] = true;
  }
  const rated = themes.filter((_, theme) => isRated[theme]);
  const drawn = resampleRatings((counts) => rateAll({ ...work, themes: rated }, counts), work);
  let next = 0;
  return ratings.map((_, at) => {
    const isDrawn = at % width === themes.length || isRated[at % width];
    if (!isDrawn) return null;
    next += 1;
    return drawn[next - 1] ?? null;
  });
}

/**
 * Every coefficient for every theme, and after the themes pooled over them, each with its interval. All themes are
 * drawn anew together, so that the interval of the pooled value knows which quotes they share.
 */
export function rateThemes<Data extends { readonly counts: Float64Array }>(
  work: Work<Data>,
): readonly CoefficientFigures[] {
  const { themes, coefficients, units, n } = work;
  const ratings = rateAll(work, new Float64Array(units).fill(1));
  const intervals = resampleAll(work, ratings);
  return coefficients.flatMap((coefficient, place) => {
    const { id } = coefficient;
    const first = place * (themes.length + 1);
    const own = ratings.slice(first, first + themes.length + 1);
    const pooled = { theme: null, facts: poolFacts(themes, own, n) };
    const analytic = spreadAnalytically({ themes, coefficient, ratings: own, units });
    return [...themes, pooled].flatMap(({ theme, facts }, at): readonly CoefficientFigures[] => {
      const rating = own[at];
      if (rating === undefined) return [];
      if (!('value' in rating))
        return [{ id, theme, value: null, interval: null, ...facts, ...rating, analytic: null }];
      const spread = { interval: intervals[first + at] ?? null, analytic: analytic[at] ?? null };
      return [
        {
          id,
          theme,
          value: rating.value,
          interval: spread.interval,
          ...facts,
          undefinedBecause: null,
          analytic: spread.analytic,
        },
      ];
    });
  });
}
