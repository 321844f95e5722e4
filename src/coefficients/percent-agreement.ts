import type { Coefficient, RatingTable } from './coefficient.js';
import { rateTable } from './tables/rate-table.js';
import { traceTable } from './tables/trace-table.js';

/**
 * The share of pairs of ratings of the same unit that agree, in the mean of the units. It is not corrected for
 * chance: a rare category alone makes it high.
 */
export const percentAgreement: Coefficient<RatingTable> = {
  id: 'percent-agreement',
  label: 'Percent agreement',
  source: 'Gwet 2014, Handbook of Inter-Rater Reliability, 4th ed.',
  rate: (table) => rateTable(table, () => 0),
  trace: (table) => traceTable(table, () => ({ agreement: 0, trace: () => 0 })),
};
