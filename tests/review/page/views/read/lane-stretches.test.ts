import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANES, laneStretches } from '../../../../../src/review/page/views/read/lane-stretches.js';

describe('lanes of overlapping quotes', () => {
  it('puts what overlaps on different lines and what follows on the first again', () => {
    const lanes = laneStretches([
      { start: 0, end: 10 },
      { start: 5, end: 15 },
      { start: 10, end: 20 },
      { start: 30, end: 40 },
    ]);
    expect(lanes).toEqual([0, 1, 0, 0]);
  });

  it('gives no two that overlap one line, as long as the lines last', () => {
    const spans = fc.array(
      fc
        .tuple(fc.nat({ max: 50 }), fc.integer({ min: 1, max: 20 }))
        .map(([start, length]) => ({ start, end: start + length })),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(spans, (list) => {
        const lanes = laneStretches(list);
        list.forEach((a, i) => {
          list.forEach((b, j) => {
            const overlaps = i < j && a.start < b.end && b.start < a.end;
            const isLast = lanes[i] === LANES - 1;
            if (overlaps && !isLast) expect(lanes[i]).not.toBe(lanes[j]);
          });
        });
      }),
    );
  });
});
