import { type CountedTexts, NO_TERM } from './counted-texts.js';

/** As many as one reads at a glance. */
const MOST_TERMS = 5;

/** By term: in how many of the rows it occurs. */
function countRowsWith(rows: readonly number[], counted: CountedTexts): Map<number, number> {
  const rowsWith = new Map<number, number>();
  for (const row of rows) {
    for (const term of counted.columns.subarray(counted.rowStarts[row], counted.rowStarts[row + 1])) {
      rowsWith.set(term, (rowsWith.get(term) ?? 0) + 1);
    }
  }
  return rowsWith;
}

/** By term: the form in which the rows use it most, the earlier one of two. */
function findSurfaces(rows: readonly number[], counted: CountedTexts): ReadonlyMap<number, string> {
  const uses = new Map<number, number>();
  for (const row of rows) {
    for (const form of counted.wordForms.subarray(counted.textStarts[row], counted.textStarts[row + 1])) {
      uses.set(form, (uses.get(form) ?? 0) + 1);
    }
  }
  const surfaces = new Map<number, string>();
  for (const [form] of [...uses].sort(([a, x], [b, y]) => y - x || a - b)) {
    if (counted.formSecondTerms[form] !== NO_TERM) continue;
    const term = counted.formTerms[form] ?? 0;
    if (!surfaces.has(term)) surfaces.set(term, counted.forms[form] ?? '');
  }
  return surfaces;
}

/**
 * The terms that set each group of rows apart, the weightiest first, in a form that occurs in its rows. Class-based
 * TF-IDF (Grootendorst 2022), share of the group · ln(1 + A / f), with rows counted instead of words so that no long
 * row speaks for its group: f is the number of rows with the term in all groups, A the mean of those sums over groups.
 * A term needs two rows of the group and a weight above 0 in `termWeights`.
 */
export function listGroupTerms(
  groups: readonly (readonly number[])[],
  counted: CountedTexts,
  termWeights: Float64Array,
): readonly (readonly string[])[] {
  const perGroup = groups.map((rows) => countRowsWith(rows, counted));
  const overall = new Map<number, number>();
  let total = 0;
  for (const [term, rowsWith] of perGroup.flatMap((group) => [...group])) {
    overall.set(term, (overall.get(term) ?? 0) + rowsWith);
    total += rowsWith;
  }
  const average = total / Math.max(groups.length, 1);
  return groups.map((rows, number) => {
    const surfaces = findSurfaces(rows, counted);
    const rated = [...(perGroup[number] ?? [])]
      .filter(([term, rowsWith]) => rowsWith > 1 && (termWeights[term] ?? 0) > 0)
      .map(([term, rowsWith]) => ({
        term,
        weight: rowsWith * Math.log(1 + average / (overall.get(term) ?? 1)),
      }));
    rated.sort((a, b) => b.weight - a.weight || a.term - b.term);
    return rated.slice(0, MOST_TERMS).map(({ term }) => surfaces.get(term) ?? counted.surfaces[term] ?? '');
  });
}
