import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureDistance } from '../../../src/coefficients/sections/measure-distance.js';
import { mergeSpans } from '../../../src/coefficients/sections/merge-spans.js';
import type { Span } from '../../../src/model/span.js';

const spans = fc
  .array(
    fc
      .tuple(fc.nat({ max: 80 }), fc.nat({ max: 25 }))
      .map(([start, length]) => ({ start, end: start + length })),
    { maxLength: 10 },
  )
  .map(mergeSpans);

/** The distance section by section, as the literature defines it: quadratic and plain. */
function measurePlainly(first: readonly Span[], second: readonly Span[]): number {
  const overlap = (a: Span, b: Span) => a.start < b.end && b.start < a.end;
  const missed = (own: readonly Span[], others: readonly Span[]) =>
    own
      .filter((span) => !others.some((other) => overlap(span, other)))
      .reduce((sum, { start, end }) => sum + (end - start) ** 2, 0);
  const shifted = first
    .flatMap((a) => second.filter((b) => overlap(a, b)).map((b) => [a, b] as const))
    .reduce((sum, [a, b]) => sum + (a.start - b.start) ** 2 + (a.end - b.end) ** 2, 0);
  return shifted + missed(first, second) + missed(second, first);
}

describe('measureDistance', () => {
  it('is the sum over all pairs of sections', () => {
    fc.assert(
      fc.property(spans, spans, (first, second) => {
        expect(measureDistance(first, second)).toBe(measurePlainly(first, second));
      }),
    );
  });

  it('is 0 between a coder and itself', () => {
    fc.assert(
      fc.property(spans, (own) => {
        expect(measureDistance(own, own)).toBe(0);
      }),
    );
  });
});

describe('mergeSpans', () => {
  it('covers the same characters, in order, without overlap', () => {
    const cover = (list: readonly Span[]) =>
      new Set(list.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at)));
    const raw = fc.array(
      fc
        .tuple(fc.nat({ max: 50 }), fc.nat({ max: 9 }))
        .map(([start, length]) => ({ start, end: start + length })),
    );
    fc.assert(
      fc.property(raw, (list) => {
        const merged = mergeSpans(list);
        expect(cover(merged)).toEqual(cover(list));
        for (const [at, { start, end }] of merged.entries()) {
          expect(start).toBeLessThan(end);
          expect(start).toBeGreaterThanOrEqual(merged[at - 1]?.end ?? 0);
        }
      }),
    );
  });

  it('keeps passages that only touch apart', () => {
    const touching = [
      { start: 0, end: 5 },
      { start: 5, end: 9 },
    ];
    expect(mergeSpans(touching)).toEqual(touching);
  });
});
