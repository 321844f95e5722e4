import { MISSING, type RatingTable } from '../../coefficients/coefficient.js';
import { tallyRatings } from '../../coefficients/tables/tally-ratings.js';
import { APPLIES, DOES_NOT_APPLY, UNKNOWN } from '../evaluating/read-truth.js';
import type { RatedTheme } from './rated-theme.js';
import { type Judgements, listVerdicts } from './read-judgements.js';

const categories = [DOES_NOT_APPLY, APPLIES];

const isShared = (verdicts: readonly number[]) =>
  verdicts.filter((verdict) => verdict !== UNKNOWN).length >= 2;

/** Places of the quotes that at least two coders judged in the same dimension: the units of agreement. */
export function findSharedQuotes({ quotes, themes, verdicts }: Judgements): readonly number[] {
  const judged = new Uint8Array(quotes.length * themes.length);
  for (const own of verdicts) {
    for (let pair = 0; pair < own.length; pair += 1)
      if (own[pair] !== UNKNOWN) judged[pair] = Math.min(2, (judged[pair] ?? 0) + 1);
  }
  const isShared = (quote: number) =>
    judged.subarray(quote * themes.length, (quote + 1) * themes.length).includes(2);
  return [...quotes.keys()].filter(isShared);
}

/** The different rows of a theme's table, and which of them each unit has. */
type Patterns = { readonly rows: readonly (readonly number[])[]; readonly rowOf: Uint32Array };

/** As many verdicts fit into one whole number: 3³² < 2⁵³. */
const MOST_AT_ONCE = 32;

/** The same for the same verdicts of all coders, and for no others. */
function nameRow({ verdicts, themes }: Judgements, quote: number, theme: number): number | string {
  if (verdicts.length > MOST_AT_ONCE) return verdicts.map((own) => own[quote * themes.length + theme]).join();
  let key = 0;
  for (const own of verdicts) key = key * 3 + (own[quote * themes.length + theme] ?? UNKNOWN) + 1;
  return key;
}

/** A quote that fewer than two coders judged for the theme counts as judged by nobody. */
function findPatterns(judgements: Judgements, theme: number, units: readonly number[]): Patterns {
  const places = new Map<number | string, number>();
  const rows: (readonly number[])[] = [];
  const rowOf = Uint32Array.from(units, (quote) => {
    const key = nameRow(judgements, quote, theme);
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, rows.length);
    const verdicts = listVerdicts(judgements, quote, theme);
    return rows.push(isShared(verdicts) ? verdicts : verdicts.map(() => UNKNOWN)) - 1;
  });
  return { rows, rowOf };
}

function findCommonest({ rows, rowOf }: Patterns): number {
  const sizes = new Float64Array(rows.length);
  for (const row of rowOf) sizes[row] = (sizes[row] ?? 0) + 1;
  return sizes.indexOf(Math.max(...sizes));
}

/**
 * Makes the table for counts that sum to the number of units. On most quotes nobody gives the theme: only the
 * others are counted, and the commonest row has the rest.
 */
function prepareTable(patterns: Patterns, coders: number): (counts: Float64Array) => RatingTable {
  const { rows, rowOf } = patterns;
  const commonest = findCommonest(patterns);
  const others = Uint32Array.from(rowOf.keys()).filter((unit) => rowOf[unit] !== commonest);
  const ratings = Int16Array.from(
    rows.flat().map((verdict) => (verdict === UNKNOWN ? MISSING : categories.indexOf(verdict))),
  );
  const rowCounts = new Float64Array(rows.length);
  return (counts) => {
    rowCounts.fill(0);
    let rest = rowOf.length;
    for (const unit of others) {
      const count = counts[unit] ?? 0;
      const row = rowOf[unit] ?? commonest;
      rowCounts[row] = (rowCounts[row] ?? 0) + count;
      rest -= count;
    }
    rowCounts[commonest] = rest;
    return { ratings, counts: rowCounts, coders, categories: categories.length };
  };
}

/** A table of who says that the theme applies, for each theme; `units` are places of quotes. */
export function tabulateThemes(
  judgements: Judgements,
  units: readonly number[],
): readonly RatedTheme<RatingTable>[] {
  const { themes, coders } = judgements;
  return themes.map(({ id }, theme) => {
    const patterns = findPatterns(judgements, theme, units);
    const weigh = prepareTable(patterns, coders.length);
    const tally = tallyRatings(weigh(new Float64Array(units.length).fill(1)));
    const isEmpty = tally.pairable === 0;
    return {
      theme: id,
      facts: {
        observed: isEmpty ? null : 1 - tally.disagreement,
        prevalence: isEmpty ? null : (tally.shares[categories.indexOf(APPLIES)] ?? 0),
        n: tally.pairable,
      },
      weigh,
      rowOf: patterns.rowOf,
    };
  });
}
