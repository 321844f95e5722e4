import type { Coefficient, RatingTable } from './coefficient.js';
import { keepRatedByBoth, ratePair } from './tables/rate-table.js';
import { sumSquares } from './tables/sum-squares.js';
import { traceSquares, traceTable } from './tables/trace-table.js';

/** Two coders with one distribution between them: expected agreement is Σ πₖ² over the categories. */
export const scottPi: Coefficient<RatingTable> = {
  id: 'scott-pi',
  label: 'Scott’s π',
  source: 'Scott 1955, Public Opinion Quarterly 19:321–325; interval: Gwet 2014',
  rate: (table) => ratePair(table, ({ shares }) => sumSquares(shares)),
  trace: (table) =>
    traceTable(keepRatedByBoth(table), (tally) => ({
      agreement: sumSquares(tally.shares),
      trace: traceSquares(tally),
    })),
};
