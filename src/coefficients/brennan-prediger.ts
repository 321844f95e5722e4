import type { Coefficient, RatingTable } from './coefficient.js';
import { rateTable } from './tables/rate-table.js';
import { traceTable } from './tables/trace-table.js';

/** Any number of coders. Chance picks each of the q categories equally often: expected agreement is 1/q. */
export const brennanPrediger: Coefficient<RatingTable> = {
  id: 'brennan-prediger',
  label: 'Brennan–Prediger',
  source: 'Brennan & Prediger 1981, Educational and Psychological Measurement 41:687–699',
  rate: (table) => rateTable(table, () => 1 / table.categories),
  trace: (table) => traceTable(table, () => ({ agreement: 1 / table.categories, trace: () => 0 })),
};
