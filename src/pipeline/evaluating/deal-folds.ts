import type { Decision } from '../../model/decision.js';
import type { Quote } from '../../model/quote.js';

const MOST_FOLDS = 10;

/** Which interviews are held out together. */
export type Folds = {
  readonly count: number;
  /** By quote: its fold; −1 where nothing is decided in its transcript. */
  readonly foldOf: Int32Array;
  /** By quote: the number of its transcript among those dealt; −1 as above. */
  readonly interviewOf: Int32Array;
  readonly interviews: number;
};

/**
 * Deals the transcripts that hold a decided quote, in the order of their names, one after the other into as many folds
 * as there are transcripts, at most ten. All quotes of a transcript lie in one fold.
 */
export function dealFolds(quotes: readonly Quote[], decisions: readonly Decision[]): Folds {
  const decided = new Set(decisions.map(({ quoteId }) => quoteId));
  const names = quotes.filter(({ id }) => decided.has(id)).map(({ transcriptId }) => transcriptId);
  const interviews = new Map([...new Set(names)].sort().map((name, number) => [name, number]));
  const count = Math.min(MOST_FOLDS, interviews.size);
  const interviewOf = Int32Array.from(quotes, ({ transcriptId }) => interviews.get(transcriptId) ?? -1);
  const foldOf = interviewOf.map((interview) => (interview < 0 ? -1 : interview % count));
  return { count, foldOf, interviewOf, interviews: interviews.size };
}

/** By fold: the decisions on quotes that lie outside it. */
export function splitDecisions(
  { count, foldOf }: Folds,
  quotes: readonly Quote[],
  decisions: readonly Decision[],
): readonly (readonly Decision[])[] {
  const folds = new Map(quotes.map(({ id }, row) => [id, foldOf[row] ?? -1]));
  return Array.from({ length: count }, (_, fold) =>
    decisions.filter(({ quoteId }) => folds.has(quoteId) && folds.get(quoteId) !== fold),
  );
}
