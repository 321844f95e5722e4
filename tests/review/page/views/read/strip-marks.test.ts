import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNeighbour, placeBar } from '../../../../../src/review/page/views/read/strip-marks.js';

describe('bars of the strip', () => {
  it('lies where the stretch lies in the text', () => {
    expect(placeBar({ start: 250, end: 500 }, 1000)).toEqual({ top: 250, height: 250 });
  });

  it('can be seen and stays inside, however short or late the stretch', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (length, share) => {
          const start = Math.floor(share * (length - 1));
          const { top, height } = placeBar({ start, end: start + 1 }, length);
          expect(height).toBeGreaterThanOrEqual(3);
          expect(top).toBeGreaterThanOrEqual(0);
          expect(top + height).toBeLessThanOrEqual(1000 + 1e-9);
        },
      ),
    );
    expect(placeBar({ start: 0, end: 0 }, 0)).toEqual({ top: 0, height: 3 });
  });

  it('finds the nearest one before and after a place, whatever the order of the list', () => {
    const list = [
      { start: 30, end: 40 },
      { start: 10, end: 20 },
      { start: 20, end: 60 },
    ];
    expect(findNeighbour(list, 20, 1)?.start).toBe(30);
    expect(findNeighbour(list, 20, -1)?.start).toBe(10);
    expect(findNeighbour(list, 30, 1)).toBeUndefined();
    expect(findNeighbour([], 0, 1)).toBeUndefined();
  });
});
