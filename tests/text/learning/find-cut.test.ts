import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCut } from '../../../src/text/learning/find-cut.js';

describe('findCut', () => {
  it('stops where one more choice would lower the F1 to be expected', () => {
    // Sum of all 1.6. One: 2 · 0.9 / 2.6 = 0.69; two: 2 · 1.4 / 3.6 = 0.78; three: 2 · 1.6 / 4.6 = 0.70.
    expect(findCut(Float64Array.of(0.2, 0.9, 0.5))).toBe(0.5);
  });

  it('chooses nothing where nothing is probable at all, and nothing of nothing', () => {
    expect(findCut(new Float64Array(3))).toBe(Number.POSITIVE_INFINITY);
    expect(findCut(new Float64Array(0))).toBe(Number.POSITIVE_INFINITY);
  });

  it('is half of the best F1 that can be expected', () => {
    // Lipton, Elkan and Naryanaswamy 2014: the best threshold is half of the best F1, up to one choice.
    const probability = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(probability, { minLength: 1 }), (values) => {
        const cut = findCut(Float64Array.from(values));
        const all = values.reduce((sum, value) => sum + value, 0);
        const chosen = values.filter((value) => value >= cut);
        const best = (2 * chosen.reduce((sum, value) => sum + value, 0)) / (chosen.length + all || 1);
        for (const value of values) if (value < cut) expect(value).toBeLessThanOrEqual(best / 2 + 1e-9);
      }),
    );
  });
});
