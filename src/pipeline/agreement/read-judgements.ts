import type { Decision } from '../../model/decision.js';
import type { Quote } from '../../model/quote.js';
import type { Theme } from '../../model/theme.js';
import { APPLIES, DOES_NOT_APPLY, readTruth, UNKNOWN } from '../evaluating/read-truth.js';

/** What each coder says of every quote and theme. */
export type Judgements = {
  readonly coders: readonly string[];
  readonly quotes: readonly Quote[];
  readonly themes: readonly Theme[];
  /**
   * By coder, row-major, one row per quote and one column per theme: `APPLIES`, `DOES_NOT_APPLY` or `UNKNOWN`. Who
   * decided anything of a quote has judged all themes of that dimension for it: a theme that was not given does not
   * apply, unless one of its children does. Who decided nothing of it in the dimension has not judged it.
   */
  readonly verdicts: readonly Int8Array[];
};

export type JudgementsInput = {
  readonly coders: readonly string[];
  readonly quotes: readonly Quote[];
  readonly themes: readonly Theme[];
  readonly decisions: readonly Decision[];
};

/** Reads the last word of each coder. */
export function readJudgements({ coders, quotes, themes, decisions }: JudgementsInput): Judgements {
  const quoteIds = quotes.map(({ id }) => id);
  const own = new Map<string, Decision[]>(coders.map((coder) => [coder, []]));
  for (const decision of decisions) own.get(decision.coder)?.push(decision);
  const verdicts = coders.map(
    (coder) => readTruth({ quoteIds, themes, decisions: own.get(coder) ?? [] }).verdicts,
  );
  return { coders, quotes, themes, verdicts };
}

/** The verdict of each coder on one quote and theme, by their places in the lists. */
export function listVerdicts(
  { verdicts, themes }: Judgements,
  quote: number,
  theme: number,
): readonly number[] {
  return verdicts.map((own) => own[quote * themes.length + theme] ?? UNKNOWN);
}

/** Names of the coders who said yes and of those who said no, given the verdict of each. */
export function splitCoders(coders: readonly string[], verdicts: readonly number[]) {
  return {
    applies: coders.filter((_, coder) => verdicts[coder] === APPLIES),
    doesNotApply: coders.filter((_, coder) => verdicts[coder] === DOES_NOT_APPLY),
  };
}
