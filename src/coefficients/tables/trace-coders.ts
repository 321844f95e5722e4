import { MISSING, type RatingTable } from '../coefficient.js';
import { shareByCoder } from './share-by-coder.js';
import type { Tally } from './tally-ratings.js';
import type { TraceExpected } from './trace-table.js';

/** How many units each coder rated. */
function countByCoder({ ratings, counts, coders }: RatingTable): Float64Array {
  const rated = new Float64Array(coders);
  for (let cell = 0; cell < ratings.length; cell += 1) {
    if (ratings[cell] === MISSING) continue;
    rated[cell % coders] = (rated[cell % coders] ?? 0) + (counts[Math.floor(cell / coders)] ?? 0);
  }
  return rated;
}

/** By coder and category: what a rating adds to the derivative of the mean of Σ pᵢₖ·pⱼₖ over pairs of coders. */
function weighRatings(table: RatingTable, { rated }: Tally): Float64Array {
  const { coders, categories } = table;
  const counts = countByCoder(table);
  const present = [...counts.keys()].filter((coder) => (counts[coder] ?? 0) > 0);
  const byCoder = shareByCoder(table);
  const totals = Float64Array.from({ length: categories }, (_, category) =>
    byCoder.reduce((sum, shares) => sum + (shares[category] ?? 0), 0),
  );
  const weights = new Float64Array(coders * categories);
  for (const [at, coder] of present.entries()) {
    const own = byCoder[at] ?? totals;
    const others = totals.map((total, category) => total - (own[category] ?? 0));
    const mean = others.reduce((sum, share, category) => sum + share * (own[category] ?? 0), 0);
    const scale = (2 * rated) / ((counts[coder] ?? 1) * present.length * (present.length - 1));
    weights.set(
      others.map((share) => scale * (share - mean)),
      coder * categories,
    );
  }
  return weights;
}

/**
 * The derivative of the expected agreement of Conger along a unit (Gwet 2014); with two coders and no gaps it is
 * that of Fleiss, Cohen & Everitt 1969.
 */
export function traceCoders(table: RatingTable, tally: Tally): TraceExpected {
  const { ratings, coders, categories } = table;
  const weights = weighRatings(table, tally);
  return ({ row }) => {
    let sum = 0;
    for (let coder = 0; coder < coders; coder += 1) {
      const category = ratings[row * coders + coder] ?? MISSING;
      if (category !== MISSING) sum += weights[coder * categories + category] ?? 0;
    }
    return sum;
  };
}
