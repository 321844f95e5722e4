/** The indices of the heaviest items, in the order in which they were given; equals in favour of the earlier. */
export function chooseMost(weights: readonly number[], most: number): readonly number[] {
  if (weights.length <= most) return weights.map((_, index) => index);
  return weights
    .map((weight, index) => ({ weight, index }))
    .sort((a, b) => b.weight - a.weight || a.index - b.index)
    .slice(0, most)
    .map(({ index }) => index)
    .sort((a, b) => a - b);
}

/** One sentence where a chart has no room for all; no sentence where it has. */
export function tellCut(shown: number, of: number, what: string): readonly string[] {
  return shown < of
    ? [`The chart shows ${shown} of ${of.toLocaleString('en')} ${what}; the table has them all.`]
    : [];
}
