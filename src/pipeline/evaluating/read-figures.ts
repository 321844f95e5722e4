import type { CurvePoint, Evaluation } from './evaluation.js';
import { findBest, showShare } from './tabulate-figures.js';

/** From this difference in F1 on, more coding is worth a word. */
const TELLING_GAIN = 0.02;
/** Share of the quotes that an earlier point of the learning curve may have, to be far enough from the end. */
const FEWER = 2 / 3;

/** What it was worth to learn from all quotes and not from at most two thirds of them. */
function readCurve(curve: readonly CurvePoint[], id: string): string {
  const all = curve.at(-1);
  const fewer = curve.findLast(({ quotes }) => quotes <= FEWER * (all?.quotes ?? 0));
  const f1Of = (point: CurvePoint | undefined) => point?.taggers.find((tagger) => tagger.id === id)?.micro.f1;
  const from = f1Of(fewer) ?? null;
  const to = f1Of(all) ?? null;
  if (all === undefined || fewer === undefined || from === null || to === null)
    return 'whether more coding would help was not measured';
  const step = `learning from ${Math.round(all.quotes)} quotes instead of ${Math.round(fewer.quotes)} moved F1 from ${showShare(from)} to ${showShare(to)}`;
  return to - from >= TELLING_GAIN
    ? `${step}, so that more coding would help`
    : `${step}, so that more coding would hardly help`;
}

/**
 * One sentence of what the figures mean for whoever goes through the suggestions of the best tagger; `undefined` where
 * nothing was measured.
 */
export function readFigures(evaluation: Evaluation): string | undefined {
  const best = findBest(evaluation);
  if (best === undefined) return undefined;
  const { precision, recall } = best.micro;
  if (precision === null) return 'On an interview it has not seen, no tagger proposes anything.';
  const inTen = (share: number) => `about ${Math.round(share * 10)} in 10`;
  const found = recall === null ? '' : `, and it finds ${inTen(recall)} of their decisions`;
  return `On an interview it has not seen, ${inTen(precision)} suggestions of "${best.id}" are what people decided${found}; ${readCurve(evaluation.learningCurve, best.id)}.`;
}
