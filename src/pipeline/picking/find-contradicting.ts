import type { Tagging } from '../../model/tagging.js';

/** Coders by the id of the quote that they marked as about a theme and speaking against it. */
export type Contradicting = ReadonlyMap<string, readonly string[]>;

/** The quotes accepted for some themes that coders marked as speaking against one of them. */
export function findContradicting(
  taggings: readonly Tagging[],
  themeIds: ReadonlySet<string>,
): Contradicting {
  const coders = new Map<string, string[]>();
  for (const { quoteId, themeId, status, decisions } of taggings) {
    if (status !== 'accepted' || !themeIds.has(themeId)) continue;
    for (const { coder, contradicts } of decisions) {
      const known = coders.get(quoteId) ?? [];
      if (contradicts === true && !known.includes(coder)) coders.set(quoteId, [...known, coder]);
    }
  }
  return coders;
}
