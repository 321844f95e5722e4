import { groupBy } from '../../reporting/coding/group-by.js';
import type { DecisionChange } from '../compare-studies.js';

/** A quote that a coder took from some themes and gave others. */
export type ThemeMove = {
  readonly coder: string;
  readonly quote: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
};

/**
 * The changes that make a move: one coder, one quote, one dimension, and both a theme that no longer applies and one that
 * now does. `dimensions` has the dimension of each theme that either state knows.
 */
export function findMoves(
  changes: readonly DecisionChange[],
  dimensions: ReadonlyMap<string, string>,
): readonly ThemeMove[] {
  const groups = groupBy(changes, ({ coder, quote, theme }) =>
    JSON.stringify([coder, quote, dimensions.get(theme) ?? null]),
  );
  return [...groups.values()].flatMap((own) => {
    const from = own.filter((change) => change.from === true).map(({ theme }) => theme);
    const to = own.filter((change) => change.to === true).map(({ theme }) => theme);
    const [first] = own;
    if (first === undefined || from.length === 0 || to.length === 0) return [];
    return [{ coder: first.coder, quote: first.quote, from, to }];
  });
}
