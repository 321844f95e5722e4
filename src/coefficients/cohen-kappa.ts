import type { Coefficient, RatingTable } from './coefficient.js';
import { KAPPA_CONVENTION, KAPPA_THRESHOLDS } from './conventions/conventions.js';
import { keepRatedByBoth, ratePair } from './tables/rate-table.js';
import { shareByCoder } from './tables/share-by-coder.js';
import { traceCoders } from './tables/trace-coders.js';
import { traceTable } from './tables/trace-table.js';

function expectAgreement(table: RatingTable): number {
  const [first, second] = shareByCoder(table);
  return first?.reduce((total, share, category) => total + share * (second?.[category] ?? 0), 0) ?? 0;
}

/** Two coders, each with a distribution of their own: expected agreement is Σ p₁ₖ·p₂ₖ over the categories. */
export const cohenKappa: Coefficient<RatingTable> = {
  id: 'cohen-kappa',
  label: 'Cohen’s κ',
  source:
    'Cohen 1960, Educational and Psychological Measurement 20:37–46; interval: Fleiss, Cohen & Everitt 1969, Psychological Bulletin 72:323–327',
  convention: KAPPA_CONVENTION,
  thresholds: KAPPA_THRESHOLDS,
  rate: (table) => ratePair(table, (_tally, both) => expectAgreement(both)),
  trace: (table) => {
    const both = keepRatedByBoth(table);
    return traceTable(both, (tally) => ({
      agreement: expectAgreement(both),
      trace: traceCoders(both, tally),
    }));
  },
};
