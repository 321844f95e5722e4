import type { Span } from '../../model/span.js';

/** The spans in order; those that overlap become one, which is the first made longer. */
export function mergeSpans<Found extends Span>(spans: readonly Found[]): readonly Found[] {
  const merged: Found[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last !== undefined && span.start < last.end)
      merged[merged.length - 1] = { ...last, end: Math.max(last.end, span.end) };
    else merged.push(span);
  }
  return merged;
}
