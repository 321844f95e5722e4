import { addHits, averageRates, type Hits, type Rates, rateHits } from '../../text/measures/rate-hits.js';
import { APPLIES, countSupport, type Truth, UNKNOWN } from './read-truth.js';

/** Counts of one theme, by interview. */
export type ThemeHits = readonly Hits[];

/** Where every quote comes from, by number; −1 for quotes that do not count. */
export type Origins = { readonly interviewOf: Int32Array; readonly interviews: number };

/** By theme, then by interview: what was proposed against what people say. Pairs without truth do not count. */
export function countHits(
  { verdicts, width }: Truth,
  proposed: Uint8Array,
  { interviewOf, interviews }: Origins,
): readonly ThemeHits[] {
  const tallies = Array.from({ length: width }, () =>
    Array.from({ length: interviews }, () => ({ hits: 0, extras: 0, misses: 0 })),
  );
  for (const [pair, verdict] of verdicts.entries()) {
    const tally = tallies[pair % width]?.[interviewOf[Math.floor(pair / width)] ?? -1];
    if (tally === undefined || verdict === UNKNOWN) continue;
    const isProposed = proposed[pair] === 1;
    if (verdict === APPLIES && isProposed) tally.hits += 1;
    else if (verdict === APPLIES) tally.misses += 1;
    else if (isProposed) tally.extras += 1;
  }
  return tallies;
}

export type Overall = { readonly micro: Rates; readonly macro: Rates };

/** All pairs alike (micro), and all themes alike that apply to at least one quote (macro). */
export function rateOverall(hits: readonly ThemeHits[], truth: Truth): Overall {
  const support = countSupport(truth);
  const themes = hits.map((ofTheme) => addHits(ofTheme));
  return {
    micro: rateHits(addHits(themes)),
    macro: averageRates(themes.filter((_, column) => (support[column] ?? 0) > 0).map(rateHits)),
  };
}
