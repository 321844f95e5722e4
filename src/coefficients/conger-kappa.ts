import type { Coefficient, RatingTable } from './coefficient.js';
import { KAPPA_CONVENTION, KAPPA_THRESHOLDS } from './conventions/conventions.js';
import { rateTable } from './tables/rate-table.js';
import { shareByCoder } from './tables/share-by-coder.js';
import { sumSquares } from './tables/sum-squares.js';
import { traceCoders } from './tables/trace-coders.js';
import { traceTable } from './tables/trace-table.js';

/** The mean of Σ pᵢₖ·pⱼₖ over all pairs of different coders, from (Σ pᵢ)² - Σ pᵢ². */
function expectAgreement(table: RatingTable): number {
  const byCoder = shareByCoder(table);
  const totals = new Float64Array(table.categories);
  for (const shares of byCoder) {
    for (const [category, share] of shares.entries()) totals[category] = (totals[category] ?? 0) + share;
  }
  const own = byCoder.reduce((total, shares) => total + sumSquares(shares), 0);
  return (sumSquares(totals) - own) / (byCoder.length * (byCoder.length - 1));
}

/**
 * Any number of coders, each with a distribution of their own; Cohen's kappa where there are two. A coder's
 * distribution is that of all units the coder rated (Gwet 2014).
 */
export const congerKappa: Coefficient<RatingTable> = {
  id: 'conger-kappa',
  label: 'Conger’s κ',
  source: 'Conger 1980, Psychological Bulletin 88:322–328; missing ratings and interval after Gwet 2014',
  convention: KAPPA_CONVENTION,
  thresholds: KAPPA_THRESHOLDS,
  rate: (table) => rateTable(table, () => expectAgreement(table)),
  trace: (table) =>
    traceTable(table, (tally) => ({ agreement: expectAgreement(table), trace: traceCoders(table, tally) })),
};
