import { correctForChance } from './chance/correct-for-chance.js';
import type { Coefficient, Influences, RatingTable } from './coefficient.js';
import { ALPHA_CONVENTION, ALPHA_THRESHOLDS } from './conventions/conventions.js';
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
 * A unit moves Do = Σ wrong/n and 1 - Σ (nₖ/n)² by what it adds to the sums less what its ratings add to n. Gwet
 * 2014 takes the interval from the latter, which is De without its small-sample factor n/(n - 1): the factor is
 * made up for here, once where De divides and twice where it divides by its square.
 */
function traceCoincidences(table: RatingTable): Influences {
  const { values, wrong, total } = countCoincidences(table);
  const observed = new Float64Array(table.counts.length);
  const expected = new Float64Array(table.counts.length);
  const squares = values.reduce((sum, value) => sum + (value / total) ** 2, 0);
  const factor = total / (total - 1);
  visitRows(table, ({ row, ratings, found, different }) => {
    if (ratings < 2) return;
    let along = 0;
    for (let category = 0; category < values.length; category += 1)
      along += ((values[category] ?? 0) / total) * (found[category] ?? 0);
    observed[row] = (factor * (different / (ratings - 1) - (wrong / total) * ratings)) / total;
    expected[row] = (factor ** 2 * -2 * (along - squares * ratings)) / total;
  });
  return { observed, expected };
}

/**
 * Nominal α for any number of coders and missing ratings: 1 - Do/De from the coincidences of pairable values. De is
 * drawn without putting back, 1 - Σ nₖ(nₖ - 1)/(n(n - 1)), from the counts of values and not over all their pairs.
 */
export const krippendorffAlpha: Coefficient<RatingTable> = {
  id: 'krippendorff-alpha',
  label: 'Krippendorff’s α',
  source: 'Krippendorff 2019, Content Analysis, 4th ed., chapter 12; interval: Gwet 2014',
  convention: ALPHA_CONVENTION,
  thresholds: ALPHA_THRESHOLDS,
  rate: (table) => {
    const { values, wrong, total } = countCoincidences(table);
    const alike = values.reduce((sum, value) => sum + value * (value - 1), 0);
    const rating = rateTable(table, () => alike / (total * (total - 1)));
    return 'value' in rating ? correctForChance(wrong / total, rating.disagreement.expected) : rating;
  },
  trace: traceCoincidences,
};
