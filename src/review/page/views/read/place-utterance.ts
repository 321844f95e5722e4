/** A stretch of UTF-16 units of the transcript's text. */
export type Stretch = { readonly start: number; readonly end: number };

/** Place of the utterance that holds `offset`, or the last one before it; 0 where there is none. */
export function placeUtterance(utterances: readonly { readonly span: Stretch }[], offset: number): number {
  let low = 0;
  let high = utterances.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((utterances[middle]?.span.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}

/**
 * Stretches by the utterances that they touch. A stretch over several utterances stands under each of them; its place in
 * the list is kept, so that the caller finds what it is.
 */
export function groupByUtterance(
  utterances: readonly { readonly span: Stretch }[],
  stretches: readonly Stretch[],
): ReadonlyMap<number, readonly number[]> {
  const groups = new Map<number, number[]>();
  stretches.forEach((stretch, place) => {
    for (let at = placeUtterance(utterances, stretch.start); at < utterances.length; at += 1) {
      const span = utterances[at]?.span;
      if (span === undefined || span.start >= stretch.end) break;
      if (span.end <= stretch.start) continue;
      const group = groups.get(at);
      if (group === undefined) groups.set(at, [place]);
      else group.push(place);
    }
  });
  return groups;
}
