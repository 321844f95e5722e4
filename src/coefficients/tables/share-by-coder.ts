import { MISSING, type RatingTable } from '../coefficient.js';

/** For each coder who rated anything: which share of the own ratings fell into each category. */
export function shareByCoder(table: RatingTable): readonly Float64Array[] {
  return Array.from({ length: table.coders }, (_, coder) => shareOwn(table, coder)).filter(
    (shares) => shares.length > 0,
  );
}

/** Empty for a coder who rated nothing. */
function shareOwn({ ratings, counts, coders, categories }: RatingTable, coder: number): Float64Array {
  const shares = new Float64Array(categories);
  let total = 0;
  for (let row = 0; row < counts.length; row += 1) {
    const category = ratings[row * coders + coder] ?? MISSING;
    if (category === MISSING) continue;
    const count = counts[row] ?? 0;
    shares[category] = (shares[category] ?? 0) + count;
    total += count;
  }
  return total === 0 ? new Float64Array(0) : shares.map((count) => count / total);
}
