import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAreaUnderCurve, findRecallAtMarked } from '../../../src/text/measures/area-under-curve.js';
import { shuffleNumbers } from '../../../src/text/measures/draw-numbers.js';

const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.constantFrom(0, 1)), { maxLength: 40 });
const split = (cases: readonly (readonly [number, number])[]) =>
  [cases.map(([score]) => score), cases.map(([, label]) => label)] as const;

/** As many cases of one label and score as counted. */
const repeat = (counts: readonly number[], label: number) =>
  counts.flatMap((count, at) => Array.from({ length: count }, () => [at + 1, label] as const));

describe('the area under the curve', () => {
  it('is that of the rated images of Hanley & McNeil (1982, table I), most of which are tied', () => {
    const normal = repeat([33, 6, 6, 11, 2], 0);
    const abnormal = repeat([3, 2, 2, 11, 33], 1);
    expect(findAreaUnderCurve(...split([...normal, ...abnormal]))).toBeCloseTo(0.893, 3);
  });

  it('is the share of pairs in the right order, a tie counting half', () => {
    fc.assert(
      fc.property(pairs, (cases) => {
        const marked = cases.filter(([, label]) => label === 1);
        const others = cases.filter(([, label]) => label === 0);
        const points = marked.flatMap(([a]) => others.map(([b]): number => (a > b ? 1 : a === b ? 0.5 : 0)));
        const area = findAreaUnderCurve(...split(cases));
        if (points.length === 0) expect(area).toBeNull();
        else expect(area).toBeCloseTo(points.reduce((sum, point) => sum + point, 0) / points.length, 10);
      }),
    );
  });
});

describe('the recall at the number marked', () => {
  it('is the share of marked cases among as many best ones', () => {
    expect(findRecallAtMarked([0.9, 0.8, 0.7, 0.1], [1, 0, 1, 0])).toBe(1 / 2);
    expect(findRecallAtMarked([0.9, 0.8, 0.7, 0.1], [1, 1, 0, 0])).toBe(1);
  });

  it('is the share that is marked where all scores are equal', () => {
    expect(findRecallAtMarked([1, 1, 1, 1], [0, 1, 0, 0])).toBe(1 / 4);
  });

  it('is null where nothing is marked', () => {
    expect(findRecallAtMarked([1, 2], [0, 0])).toBeNull();
    expect(findRecallAtMarked([], [])).toBeNull();
  });

  it('does not depend on the order in which cases are given', () => {
    fc.assert(
      fc.property(pairs, fc.nat(), (cases, seed) => {
        const moved = shuffleNumbers(cases.length, seed).map((at) => cases[at] ?? ([0, 0] as const));
        const [one, other] = [split(cases), split(moved)].map((each) => findRecallAtMarked(...each));
        if (one === null || one === undefined) expect(other).toBe(one);
        else expect(other).toBeCloseTo(one, 12);
      }),
    );
  });
});
