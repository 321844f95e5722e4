import type { Decision } from '../../model/decision.js';
import { thinDecisions } from './thin-decisions.js';

/** Accepted quotes a theme at which the learning curve is measured, before all of them. */
const CURVE_AMOUNTS = [3, 5, 10, 20];

/** What is learned from, fold by fold. */
export type Training = {
  /** `null` for all. */
  readonly decisionsPerTheme: number | null;
  readonly byFold: readonly (readonly Decision[])[];
};

/** Fewer and fewer decisions to learn from, the fewest first and all of them last; amounts that leave nothing out are not listed. */
export function planTrainings(
  whole: readonly (readonly Decision[])[],
  seed: number,
): readonly [...Training[], Training] {
  const isThinner = ({ byFold }: Training) =>
    byFold.some((decisions, fold) => decisions.length < (whole[fold]?.length ?? 0));
  const thinned = CURVE_AMOUNTS.map((amount) => ({
    decisionsPerTheme: amount,
    byFold: whole.map((decisions, fold) => thinDecisions(decisions, amount, seed + fold)),
  }));
  return [...thinned.filter(isThinner), { decisionsPerTheme: null, byFold: whole }];
}
