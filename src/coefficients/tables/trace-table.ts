import type { Influences, RatingTable } from '../coefficient.js';
import { type RowTally, type Tally, tallyRatings, visitRows } from './tally-ratings.js';

/** By how much one unit of a row moves the expected agreement, times the number of rated units. */
export type TraceExpected = (row: RowTally) => number;

type Expected = { readonly agreement: number; readonly trace: TraceExpected };

/**
 * Influences for a coefficient of `rateTable`. As Gwet 2008 and 2014 have it, a unit with a single rating moves the
 * expected disagreement alone, and how many such units there are counts as given.
 */
export function traceTable(table: RatingTable, expect: (tally: Tally) => Expected): Influences {
  const tally = tallyRatings(table);
  const { agreement, trace } = expect(tally);
  const observed = new Float64Array(table.counts.length);
  const expected = new Float64Array(table.counts.length);
  const chance = 1 - agreement;
  visitRows(table, (row) => {
    const { ratings, different } = row;
    if (ratings === 0) return;
    const own =
      ratings < 2 ? 0 : (different / (ratings * (ratings - 1)) - chance) * (tally.rated / tally.pairable);
    observed[row.row] = (own - tally.disagreement + chance) / tally.rated;
    expected[row.row] = -trace(row) / tally.rated;
  });
  return { observed, expected };
}

/** The derivative of Σ πₖ² along a unit: 2 Σ πₖ(sₖ - πₖ), where sₖ is the share of its ratings in category k. */
export function traceSquares({ shares }: Tally): TraceExpected {
  const squares = shares.reduce((sum, share) => sum + share * share, 0);
  return ({ found, ratings }) => {
    let along = 0;
    for (let category = 0; category < shares.length; category += 1)
      along += (shares[category] ?? 0) * (found[category] ?? 0);
    return 2 * (along / ratings - squares);
  };
}
