import type { Decision } from '../../model/decision.js';
import { thinDecisions } from './thin-decisions.js';

/** What is learned from, fold by fold. */
export type Training = {
  /** `null` for all. */
  readonly decisionsPerTheme: number | null;
  readonly byFold: readonly (readonly Decision[])[];
};

/**
 * So many accepted quotes a theme to learn from as `amounts` says, and all of them last. `whole` is by fold; an amount
 * that leaves nothing out is not listed.
 */
export function planTrainings(
  whole: readonly (readonly Decision[])[],
  amounts: readonly number[],
  seed: number,
): readonly Training[] {
  const isThinner = ({ byFold }: Training) =>
    byFold.some((decisions, fold) => decisions.length < (whole[fold]?.length ?? 0));
  const thinned = amounts.map((amount) => ({
    decisionsPerTheme: amount,
    byFold: whole.map((decisions, fold) => thinDecisions(decisions, amount, seed + fold)),
  }));
  return [...thinned.filter(isThinner), { decisionsPerTheme: null, byFold: whole }];
}
