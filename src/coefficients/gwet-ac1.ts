import type { Coefficient, RatingTable } from './coefficient.js';
import { rateTable } from './tables/rate-table.js';
import { sumSquares } from './tables/sum-squares.js';
import { traceSquares, traceTable } from './tables/trace-table.js';

const expectAgreement = (table: RatingTable, shares: Float64Array) =>
  (1 - sumSquares(shares)) / (table.categories - 1);

/**
 * Any number of coders. Chance is at work only where a unit is hard to rate: expected agreement is Σ πₖ(1 - πₖ)/(q
 * - 1) over the q categories, which stays small where one category is rare and kappa collapses.
 */
export const gwetAc1: Coefficient<RatingTable> = {
  id: 'gwet-ac1',
  label: 'Gwet’s AC1',
  source: 'Gwet 2008, British Journal of Mathematical and Statistical Psychology 61:29–48',
  rate: (table) => rateTable(table, ({ shares }) => expectAgreement(table, shares)),
  trace: (table) =>
    traceTable(table, (tally) => {
      const squares = traceSquares(tally);
      return {
        agreement: expectAgreement(table, tally.shares),
        trace: (row) => -squares(row) / (table.categories - 1),
      };
    }),
};
