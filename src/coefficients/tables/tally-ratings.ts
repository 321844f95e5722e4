import { MISSING, type RatingTable } from '../coefficient.js';

/** What all coefficients need to know of a table. */
export type Tally = {
  /** How many units anybody rated. */
  readonly rated: number;
  /** How many units at least two coders rated. */
  readonly pairable: number;
  /** How many categories occur in those units. */
  readonly used: number;
  /** Within those units: the share of pairs of ratings that differ, in the mean of the units. */
  readonly disagreement: number;
  /** By category: the share of a unit's ratings that fall into it, in the mean of all units with a rating. */
  readonly shares: Float64Array;
};

/** What the row of a unit says. */
export type RowTally = {
  /** Its place in the table. */
  readonly row: number;
  /** How many coders rated the unit. */
  readonly ratings: number;
  /** By category: how many coders chose it. The next row is counted into the same array. */
  readonly found: Float64Array;
  /** How many ordered pairs of its ratings fall into different categories. */
  readonly different: number;
  /** How many units the row stands for. */
  readonly count: number;
};

/** Visits the rows that stand for any unit. Loops by number, because a bootstrap comes here a million times. */
export function visitRows(table: RatingTable, visit: (row: RowTally) => void): void {
  const { ratings, counts, coders, categories } = table;
  const found = new Float64Array(categories);
  for (let row = 0; row < counts.length; row += 1) {
    const count = counts[row] ?? 0;
    if (count === 0) continue;
    found.fill(0);
    let rated = 0;
    let different = 0;
    for (let cell = row * coders; cell < (row + 1) * coders; cell += 1) {
      const category = ratings[cell] ?? MISSING;
      if (category === MISSING) continue;
      const before = found[category] ?? 0;
      different += 2 * (rated - before);
      found[category] = before + 1;
      rated += 1;
    }
    visit({ row, ratings: rated, found, different, count });
  }
}

/** All coefficients ask the same of the same table. */
const tallies = new WeakMap<RatingTable, Tally>();

/** Goes through a table once, however often it is asked for. */
export function tallyRatings(table: RatingTable): Tally {
  const known = tallies.get(table);
  if (known !== undefined) return known;
  const tally = countRatings(table);
  tallies.set(table, tally);
  return tally;
}

function countRatings(table: RatingTable): Tally {
  const { categories } = table;
  const shares = new Float64Array(categories);
  const pairableIn = new Float64Array(categories);
  let rated = 0;
  let pairable = 0;
  let disagreement = 0;
  visitRows(table, ({ ratings, found, different, count }) => {
    if (ratings === 0) return;
    rated += count;
    for (let category = 0; category < categories; category += 1) {
      const times = count * (found[category] ?? 0);
      shares[category] = (shares[category] ?? 0) + times / ratings;
      if (ratings > 1) pairableIn[category] = (pairableIn[category] ?? 0) + times;
    }
    if (ratings === 1) return;
    pairable += count;
    disagreement += (count * different) / (ratings * (ratings - 1));
  });
  return {
    rated,
    pairable,
    used: pairableIn.reduce((used, times) => (times > 0 ? used + 1 : used), 0),
    disagreement: pairable === 0 ? 0 : disagreement / pairable,
    shares: rated === 0 ? shares : shares.map((share) => share / rated),
  };
}
