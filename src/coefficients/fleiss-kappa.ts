import type { Coefficient, RatingTable } from './coefficient.js';
import { KAPPA_CONVENTION, KAPPA_THRESHOLDS } from './conventions/conventions.js';
import { rateTable } from './tables/rate-table.js';
import { sumSquares } from './tables/sum-squares.js';
import { traceSquares, traceTable } from './tables/trace-table.js';

/**
 * Any number of coders with one distribution between them: expected agreement is Σ πₖ² over the categories, where
 * πₖ also counts the units that only one coder rated (Gwet 2014).
 */
export const fleissKappa: Coefficient<RatingTable> = {
  id: 'fleiss-kappa',
  label: 'Fleiss’ κ',
  source: 'Fleiss 1971, Psychological Bulletin 76:378–382; missing ratings and interval after Gwet 2014',
  convention: KAPPA_CONVENTION,
  thresholds: KAPPA_THRESHOLDS,
  rate: (table) => rateTable(table, ({ shares }) => sumSquares(shares)),
  trace: (table) =>
    traceTable(table, (tally) => ({ agreement: sumSquares(tally.shares), trace: traceSquares(tally) })),
};
