import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentText } from '../../../../src/review/page/parts/segment-text.js';

const spans = fc
  .array(fc.tuple(fc.nat({ max: 60 }), fc.nat({ max: 60 })), { maxLength: 8 })
  .map((pairs) => pairs.map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) })));

describe('segments of overlapping marks', () => {
  it('cuts where marks begin and end, and knows what lies over what', () => {
    const pieces = segmentText(0, 10, [
      { start: 2, end: 6 },
      { start: 4, end: 8 },
    ]);
    expect(pieces).toEqual([
      { start: 0, end: 2, marks: [] },
      { start: 2, end: 4, marks: [0] },
      { start: 4, end: 6, marks: [0, 1] },
      { start: 6, end: 8, marks: [1] },
      { start: 8, end: 10, marks: [] },
    ]);
  });

  it('shows the part of a mark that reaches in from outside', () => {
    expect(segmentText(10, 20, [{ start: 0, end: 15 }])).toEqual([
      { start: 10, end: 15, marks: [0] },
      { start: 15, end: 20, marks: [] },
    ]);
  });

  it('gives nothing for an empty stretch', () => {
    expect(segmentText(5, 5, [{ start: 0, end: 9 }])).toEqual([]);
  });

  it('covers the stretch without gap or overlap, and each place by exactly the marks that hold it', () => {
    fc.assert(
      fc.property(fc.nat({ max: 30 }), fc.integer({ min: 1, max: 30 }), spans, (start, length, marks) => {
        const end = start + length;
        const pieces = segmentText(start, end, marks);
        expect(pieces[0]?.start).toBe(start);
        expect(pieces.at(-1)?.end).toBe(end);
        pieces.forEach((piece, place) => {
          expect(piece.end).toBeGreaterThan(piece.start);
          if (place > 0) expect(pieces[place - 1]?.end).toBe(piece.start);
          for (let at = piece.start; at < piece.end; at += 1) {
            const holding = marks.flatMap((mark, each) => (mark.start <= at && at < mark.end ? [each] : []));
            expect(piece.marks).toEqual(holding);
          }
        });
      }),
    );
  });
});
