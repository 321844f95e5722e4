import type { Decision, ExplainedSuggestion } from '../../../index.js';

/** So many are kept, of perhaps 2 KB each: they are handed from one thread to another, and stand in both. */
const MOST_KEPT = 60_000;
/** A quote that people decided something of comes after so many suggestions for one that nobody did. */
const DECIDED_LATER = 3;

/** By suggestion: how many of its quote come before it, and more where the quote was decided on. */
function rankWithin(
  suggestions: readonly ExplainedSuggestion[],
  decisions: readonly Decision[],
): readonly number[] {
  const known = new Set(decisions.map(({ quoteId }) => quoteId));
  const before = new Map<string, number>();
  return suggestions.map(({ quoteId }) => {
    const rank = before.get(quoteId) ?? 0;
    before.set(quoteId, rank + 1);
    return rank + (known.has(quoteId) ? DECIDED_LATER : 0);
  });
}

/**
 * No more suggestions than can be held: the best of each quote, and more of quotes that nobody decided on. Given best first
 * within a quote; they keep their order. `dropped` says how many are not there.
 */
export function trimSuggestions(
  suggestions: readonly ExplainedSuggestion[],
  decisions: readonly Decision[],
  most = MOST_KEPT,
): { readonly kept: readonly ExplainedSuggestion[]; readonly dropped: number } {
  if (suggestions.length <= most) return { kept: suggestions, dropped: 0 };
  const ranks = rankWithin(suggestions, decisions);
  const counts: number[] = [];
  for (const rank of ranks) counts[rank] = (counts[rank] ?? 0) + 1;
  let level = 0;
  let room = most;
  while (room >= (counts[level] ?? 0)) {
    room -= counts[level] ?? 0;
    level += 1;
  }
  const kept = suggestions.filter((_, i) => {
    const rank = ranks[i] ?? 0;
    if (rank !== level) return rank < level;
    room -= 1;
    return room >= 0;
  });
  return { kept, dropped: suggestions.length - kept.length };
}
