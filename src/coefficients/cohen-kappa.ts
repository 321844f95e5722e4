import type { Coefficient, RatingTable } from './coefficient.js';
import { KAPPA_CONVENTION } from './conventions/conventions.js';
import { ratePair } from './tables/rate-table.js';
import { shareByCoder } from './tables/share-by-coder.js';

/** Two coders, each with a distribution of their own: expected agreement is Σ p₁ₖ·p₂ₖ over the categories. */
export const cohenKappa: Coefficient<RatingTable> = {
  id: 'cohen-kappa',
  label: 'Cohen’s κ',
  source: 'Cohen 1960, Educational and Psychological Measurement 20:37–46',
  convention: KAPPA_CONVENTION,
  rate: (table) =>
    ratePair(table, (_tally, both) => {
      const [first, second] = shareByCoder(both);
      return first?.reduce((total, share, category) => total + share * (second?.[category] ?? 0), 0) ?? 0;
    }),
};
