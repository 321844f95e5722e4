import { correctForChance } from '../chance/correct-for-chance.js';
import { MISSING, type Rating, type RatingTable } from '../coefficient.js';
import { type Tally, tallyRatings } from './tally-ratings.js';

function explainGap({ coders }: RatingTable, { pairable, used }: Tally): string | undefined {
  if (coders < 2) return `agreement takes two coders, and there is ${coders === 0 ? 'none' : 'one'}`;
  if (pairable === 0) return 'no unit was rated by two coders';
  if (used < 2)
    return 'all ratings are in one category, so that nothing shows whether coders tell the categories apart';
  return undefined;
}

/**
 * A coefficient whose observed disagreement is the share of differing pairs, and whose expected agreement, 0 to 1,
 * is worked out from the tally. A table with fewer than two coders, no unit in common or only one category has no
 * value.
 */
export function rateTable(table: RatingTable, expectAgreement: (tally: Tally) => number): Rating {
  const tally = tallyRatings(table);
  const undefinedBecause = explainGap(table, tally);
  if (undefinedBecause !== undefined) return { undefinedBecause };
  return correctForChance(tally.disagreement, 1 - expectAgreement(tally));
}

/**
 * The same for a coefficient that is made for exactly two coders: units that only one of them rated do not count.
 */
export function ratePair(
  table: RatingTable,
  expectAgreement: (tally: Tally, both: RatingTable) => number,
): Rating {
  if (table.coders > 2)
    return { undefinedBecause: `it is made for two coders, and there are ${table.coders}` };
  const both = keepRatedByBoth(table);
  return rateTable(both, (tally) => expectAgreement(tally, both));
}

/** The same table, in which a unit that not every coder rated counts nothing. */
export function keepRatedByBoth(table: RatingTable): RatingTable {
  const { ratings, counts, coders } = table;
  const isWhole = (row: number) => {
    for (let cell = row * coders; cell < (row + 1) * coders; cell += 1)
      if (ratings[cell] === MISSING) return false;
    return true;
  };
  if (!ratings.includes(MISSING)) return table;
  return { ...table, counts: counts.map((count, row) => (isWhole(row) ? count : 0)) };
}
