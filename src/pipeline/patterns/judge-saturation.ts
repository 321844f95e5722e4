import type { SaturationVerdict } from '../../model/pattern.js';
import { readBand } from '../../text/measures/read-band.js';
import type { FreshCounts } from './count-fresh.js';

export type SaturationRule = { readonly base: number; readonly run: number; readonly threshold: number };

/** The sizes that Guest, Namey and Chen try out. */
const rules: readonly SaturationRule[] = [4, 5, 6].flatMap((base) =>
  [2, 3].flatMap((run) => [0.05, 0].map((threshold) => ({ base, run, threshold }))),
);

/**
 * Interviews before the first run that brings few enough new themes (Guest, Namey & Chen 2020, PLoS ONE 15(5): e0232076):
 * the themes that a run of `run` interviews is the first to hold, divided by the different themes of the first `base`
 * interviews, are `threshold` or less. The first run follows the base, each next one begins an interview later. `null`
 * where no run does, or the base holds no theme.
 */
export function findSaturation(
  fresh: ArrayLike<number>,
  { base, run, threshold }: SaturationRule,
): number | null {
  const sum = (from: number, to: number) => {
    let total = 0;
    for (let at = from; at < to; at += 1) total += fresh[at] ?? 0;
    return total;
  };
  const basis = sum(0, base);
  if (basis === 0) return null;
  for (let reached = base; reached + run <= fresh.length; reached += 1) {
    if (sum(reached, reached + run) / basis <= threshold) return reached;
  }
  return null;
}

/** A verdict for every base (4 to 6), run (2, 3) and threshold (5 %, 0 %), in the study's order and over the others. */
export function judgeSaturation(
  observed: ArrayLike<number>,
  over: FreshCounts,
): readonly SaturationVerdict[] {
  return rules.map((rule) => {
    const reachedAt = findSaturation(observed, rule);
    const reached: number[] = [];
    for (let order = 0; order < over.size; order += 1) {
      const row = over.counts.subarray(order * over.width, (order + 1) * over.width);
      const at = findSaturation(row, rule);
      if (at !== null) reached.push(at);
    }
    const band = readBand(reached);
    const ordersReached = over.size === 0 ? 0 : reached.length / over.size;
    return {
      ...rule,
      reachedAt,
      ordersReached,
      median: band?.median ?? null,
      low: band?.low ?? null,
      high: band?.high ?? null,
      text: describeVerdict(rule, reachedAt, observed.length),
    };
  });
}

function describeVerdict(
  { base, run, threshold }: SaturationRule,
  reachedAt: number | null,
  n: number,
): string {
  const limit = threshold === 0 ? '0 %' : `≤ ${threshold * 100} %`;
  if (reachedAt !== null) return `${reachedAt} plus ${run} at ${limit}`;
  if (n < base + run) return `not judged at ${limit}: it takes ${base + run} interviews, and there are ${n}`;
  return `not reached at ${limit} within ${n} interviews`;
}
