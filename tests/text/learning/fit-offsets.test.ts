import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitOffsets, followShares } from '../../../src/text/learning/fit-offsets.js';

const all = (count: number) => Uint32Array.from({ length: count }, (_, row) => row);

describe('fitOffsets', () => {
  it('lifts an output that is true more often than was said, less the harder it is held', () => {
    const scores = new Float64Array(20);
    const labels = new Int8Array(20).fill(1, 0, 15);
    const [free = 0] = fitOffsets(scores, labels, { outputs: 1, hold: 0 });
    const [held = 0] = fitOffsets(scores, labels, { outputs: 1, hold: 5 });
    // 15 of 20 are true: odds of 3 to 1.
    expect(free).toBeCloseTo(Math.log(3), 6);
    expect(held).toBeGreaterThan(0);
    expect(held).toBeLessThan(free);
  });
});

describe('followShares', () => {
  it('lowers an output that is rarer among rows that nobody labelled than among those that are labelled', () => {
    const scores = Float64Array.from({ length: 200 }, (_, row) => (row < 20 ? 3 : -3));
    const [shift = 0] = followShares(scores, { rows: all(200), labelled: 10, shares: Float64Array.of(0.5) });
    expect(shift).toBeLessThan(0);
    // Half of the way: at most half of the log-odds of the share that there is, 1 in 10.
    expect(shift).toBeGreaterThan(Math.log(1 / 9) / 2 - 0.3);
  });

  it('moves less the more rows are labelled', () => {
    const scores = Float64Array.from({ length: 100 }, (_, row) => (row < 10 ? 2 : -2));
    const shares = Float64Array.of(0.5);
    const shiftOf = (labelled: number) => followShares(scores, { rows: all(100), labelled, shares })[0] ?? 0;
    expect(Math.abs(shiftOf(1000))).toBeLessThan(Math.abs(shiftOf(10)));
  });

  it('gives numbers, whatever the scores', () => {
    const scores = fc.array(fc.double({ min: -60, max: 60, noNaN: true }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(
        scores,
        fc.nat(50),
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        (given, labelled, share) => {
          const shares = Float64Array.of(share);
          const shifts = followShares(Float64Array.from(given), {
            rows: all(given.length),
            labelled: labelled + 1,
            shares,
          });
          expect(shifts.every(Number.isFinite)).toBe(true);
        },
      ),
    );
  });
});
