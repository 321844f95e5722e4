import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAveragePrecision } from '../../../src/text/measures/average-precision.js';
import { binProbabilities, findCalibrationError } from '../../../src/text/measures/calibration.js';
import { makeDice, shuffleNumbers } from '../../../src/text/measures/draw-numbers.js';
import { addHits, averageRates, rateHits } from '../../../src/text/measures/rate-hits.js';
import { resampleHits } from '../../../src/text/measures/resample-hits.js';

const label = fc.constantFrom<0 | 1>(0, 1);
const ranking = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), label), { maxLength: 40 });
const split = (pairs: readonly (readonly [number, 0 | 1])[]) =>
  [pairs.map(([score]) => score), pairs.map(([, own]) => own)] as const;

describe('average precision', () => {
  it('is the mean of the precisions at which the right ones are found', () => {
    // Right at places 1, 3 and 4 of five.
    expect(findAveragePrecision([0.9, 0.8, 0.7, 0.6, 0.5], [1, 0, 1, 1, 0])).toBeCloseTo(
      (1 / 1 + 2 / 3 + 3 / 4) / 3,
      12,
    );
  });

  it('counts equal scores as one step', () => {
    // One right of two at the top, and the other right one last.
    expect(findAveragePrecision([0.9, 0.9, 0.4], [0, 1, 1])).toBeCloseTo((1 / 2 + 2 / 3) / 2, 12);
  });

  it('is null where nothing is right, and the share of right ones where all are equal', () => {
    expect(findAveragePrecision([0.3, 0.2], [0, 0])).toBeNull();
    expect(findAveragePrecision([], [])).toBeNull();
    expect(findAveragePrecision([0, 0, 0, 0], [0, 1, 0, 0])).toBe(0.25);
  });

  it('does not depend on the order in which cases are given', () => {
    fc.assert(
      fc.property(ranking, fc.nat(), (pairs, seed) => {
        const moved = shuffleNumbers(pairs.length, seed).flatMap((at) => {
          const pair = pairs[at];
          return pair === undefined ? [] : [pair];
        });
        expect(findAveragePrecision(...split(moved))).toBe(findAveragePrecision(...split(pairs)));
      }),
    );
  });
});

describe('rates', () => {
  // Two quotes and three themes. True: A B | C. Proposed: A C | C.
  const themes = [
    { hits: 1, extras: 0, misses: 0 },
    { hits: 0, extras: 0, misses: 1 },
    { hits: 1, extras: 1, misses: 0 },
  ];

  it('of all pairs alike are taken from the sums', () => {
    expect(rateHits(addHits(themes))).toEqual({ precision: 2 / 3, recall: 2 / 3, f1: 4 / 6 });
  });

  it('of all themes alike are the means, and a theme never proposed counts as 0', () => {
    const { precision, recall, f1 } = averageRates(themes.map(rateHits));
    expect(precision).toBeCloseTo((1 + 0 + 1 / 2) / 3, 12);
    expect(recall).toBeCloseTo((1 + 0 + 1) / 3, 12);
    expect(f1).toBeCloseTo((1 + 0 + 2 / 3) / 3, 12);
  });

  it('are null where there is nothing to divide by', () => {
    expect(rateHits({ hits: 0, extras: 0, misses: 0 })).toEqual({ precision: null, recall: null, f1: null });
    expect(averageRates([])).toEqual({ precision: null, recall: null, f1: null });
  });
});

describe('the calibration error', () => {
  it('is how far probabilities and what came true are apart, weighted by the size of the bins', () => {
    // 0.2–0.3: 0.25 expected, 1 of 2 true. 0.8–0.9: 0.85 expected, 2 of 2 true. 0.01 is left out.
    const bins = binProbabilities([0.24, 0.26, 0.8, 0.9 - 1e-9, 0.01], [1, 0, 1, 1, 1]);
    expect(bins.map(({ count }) => count)).toEqual([0, 0, 2, 0, 0, 0, 0, 0, 2, 0]);
    expect(bins[2]?.observed).toBe(0.5);
    expect(findCalibrationError(bins)).toBeCloseTo((2 / 4) * 0.25 + (2 / 4) * 0.15, 6);
  });

  it('is null where there is no probability to speak of', () => {
    expect(findCalibrationError(binProbabilities([], []))).toBeNull();
    expect(findCalibrationError(binProbabilities([0.001], [0]))).toBeNull();
  });

  it('is 0 for certainty that is right and 1 for certainty that is wrong', () => {
    expect(findCalibrationError(binProbabilities([1, 1], [1, 1]))).toBe(0);
    expect(findCalibrationError(binProbabilities([1, 1], [0, 0]))).toBe(1);
  });
});

describe('the interval', () => {
  const group = fc.record({ hits: fc.nat(9), extras: fc.nat(9), misses: fc.nat(9) });

  it('is the same for the same seed, lies in 0 to 1 and in order', () => {
    fc.assert(
      fc.property(fc.array(group, { maxLength: 8 }), fc.nat(), (groups, seed) => {
        const interval = resampleHits(groups, seed);
        expect(resampleHits(groups, seed)).toEqual(interval);
        if (interval === null) return;
        const [low, high] = interval;
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeGreaterThanOrEqual(low);
        expect(high).toBeLessThanOrEqual(1);
      }),
      { numRuns: 25 },
    );
  });

  it('holds the value itself', () => {
    const alike = Array.from({ length: 6 }, () => ({ hits: 4, extras: 2, misses: 2 }));
    const unlike = alike.map((_, at) =>
      at % 2 === 0 ? { hits: 8, extras: 0, misses: 0 } : { hits: 0, extras: 4, misses: 4 },
    );
    expect(rateHits(addHits(unlike)).f1).toBe(rateHits(addHits(alike)).f1);
    const [low, high] = resampleHits(unlike, 1) ?? [1, 0];
    expect(low).toBeLessThan(2 / 3);
    expect(high).toBeGreaterThan(2 / 3);
  });

  it('is null where every draw gives the same, which is no certainty', () => {
    const right = { hits: 2, extras: 0, misses: 0 };
    expect(resampleHits([right, right, right, right], 1)).toBeNull();
  });

  it('is null with fewer than three groups that hold anything', () => {
    const empty = { hits: 0, extras: 0, misses: 0 };
    const full = { hits: 1, extras: 1, misses: 0 };
    const wrong = { hits: 0, extras: 1, misses: 1 };
    expect(resampleHits([full, empty, wrong, empty], 1)).toBeNull();
    expect(resampleHits([full, wrong, full], 1)).not.toBeNull();
  });
});

describe('drawn numbers', () => {
  it('are every number once, in an order that the seed decides', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(), (count, seed) => {
        const drawn = shuffleNumbers(count, seed);
        expect(drawn.toSorted((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, at) => at));
        expect(shuffleNumbers(count, seed)).toEqual(drawn);
      }),
    );
    expect(shuffleNumbers(50, 1)).not.toEqual(shuffleNumbers(50, 2));
  });

  it('are spread evenly', () => {
    const roll = makeDice(3);
    const counts = new Map<number, number>();
    for (let draw = 0; draw < 6000; draw += 1) {
      const side = roll(6);
      counts.set(side, (counts.get(side) ?? 0) + 1);
    }
    expect([...counts.keys()].toSorted()).toEqual([0, 1, 2, 3, 4, 5]);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});
