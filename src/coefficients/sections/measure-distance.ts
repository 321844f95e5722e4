import type { Span } from '../../model/span.js';

const overlap = (a: Span, b: Span) => a.start < b.end && b.start < a.end;

/** Squared lengths of the spans that overlap none of `others`, and so lie wholly inside a gap. */
function sumMissed(spans: readonly Span[], others: readonly Span[]): number {
  let sum = 0;
  let next = 0;
  for (const span of spans) {
    while ((others[next]?.end ?? Number.POSITIVE_INFINITY) <= span.start) next += 1;
    const other = others[next];
    if (other === undefined || !overlap(span, other)) sum += (span.end - span.start) ** 2;
  }
  return sum;
}

/** Squared distances between the beginnings and between the ends of every two spans that overlap. */
function sumShifts(first: readonly Span[], second: readonly Span[]): number {
  let sum = 0;
  let at = 0;
  let other = 0;
  while (at < first.length && other < second.length) {
    const a = first[at];
    const b = second[other];
    if (a === undefined || b === undefined) break;
    if (overlap(a, b)) sum += (a.start - b.start) ** 2 + (a.end - b.end) ** 2;
    if (a.end <= b.end) at += 1;
    else other += 1;
  }
  return sum;
}

/**
 * How far apart the marks of two coders lie, in squared UTF-16 units (Krippendorff 1995). The spans of each are in
 * order and do not overlap.
 */
export function measureDistance(first: readonly Span[], second: readonly Span[]): number {
  return sumShifts(first, second) + sumMissed(first, second) + sumMissed(second, first);
}
