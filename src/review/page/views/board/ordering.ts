/** The same ids with one of them at another place, counted after it was taken out. */
export function moveTo(ids: readonly string[], id: string, to: number): readonly string[] {
  if (!ids.includes(id)) return ids;
  const rest = ids.filter((other) => other !== id);
  const at = Math.min(Math.max(0, Math.trunc(to)), rest.length);
  return [...rest.slice(0, at), id, ...rest.slice(at)];
}

/** Where a key moves the id at `at` to among `count`: one up or down, to the top, to the end. */
export function stepOrder(at: number, count: number, key: string): number {
  const last = Math.max(0, count - 1);
  switch (key) {
    case 'ArrowUp':
      return Math.max(0, at - 1);
    case 'ArrowDown':
      return Math.min(last, at + 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return at;
  }
}

/** The quotes in the order kept here, new ones behind; gone ones are left out. */
export function keepOrder<T extends { readonly id: string }>(
  quotes: readonly T[],
  order: readonly string[],
): readonly T[] {
  const place = new Map(order.map((id, at) => [id, at]));
  const known = quotes.filter((quote) => place.has(quote.id));
  const fresh = quotes.filter((quote) => !place.has(quote.id));
  return [...known.toSorted((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0)), ...fresh];
}

/** How many of the middles, from top to bottom, lie above a height: the place that a dragged card would take. */
export function placeAmong(middles: readonly number[], height: number): number {
  return middles.filter((middle) => middle < height).length;
}
