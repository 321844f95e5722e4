import { correctForChance } from './chance/correct-for-chance.js';
import type { Coefficient, RatingTable } from './coefficient.js';
import { ALPHA_CONVENTION } from './conventions/conventions.js';
import { rateTable } from './tables/rate-table.js';
import { visitRows } from './tables/tally-ratings.js';

/** Of the units with at least two ratings: how many ratings of each category, and how many coincide wrongly. */
function countCoincidences(table: RatingTable) {
  const values = new Float64Array(table.categories);
  let wrong = 0;
  visitRows(table, ({ ratings, found, different, count }) => {
    if (ratings < 2) return;
    wrong += (count * different) / (ratings - 1);
    for (let category = 0; category < values.length; category += 1)
      values[category] = (values[category] ?? 0) + count * (found[category] ?? 0);
  });
  return { values, wrong, total: values.reduce((total, value) => total + value, 0) };
}

/**
 * Nominal α for any number of coders and missing ratings: 1 - Do/De from the coincidences of pairable values. De is
 * drawn without putting back, 1 - Σ nₖ(nₖ - 1)/(n(n - 1)), from the counts of values and not over all their pairs.
 */
export const krippendorffAlpha: Coefficient<RatingTable> = {
  id: 'krippendorff-alpha',
  label: 'Krippendorff’s α',
  source: 'Krippendorff 2019, Content Analysis, 4th ed., chapter 12',
  convention: ALPHA_CONVENTION,
  rate: (table) => {
    const { values, wrong, total } = countCoincidences(table);
    const alike = values.reduce((sum, value) => sum + value * (value - 1), 0);
    const rating = rateTable(table, () => alike / (total * (total - 1)));
    return 'value' in rating ? correctForChance(wrong / total, rating.disagreement.expected) : rating;
  },
};
