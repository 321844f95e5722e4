import { describe, expect, it } from 'vitest';
import { fitNaiveBayes, shareOut } from '../../../src/text/learning/fit-naive-bayes.js';
import { NO, YES } from '../../../src/text/learning/lessons.js';
import { stackRows } from '../../../src/text/sparse-rows.js';

const row = (...values: readonly number[]) => ({
  columns: Uint32Array.from(values.keys()),
  values: Float64Array.from(values),
});
const lessons = {
  rows: stackRows([row(1, 0, 0), row(0, 0, 1)], 3),
  outputs: 2,
  labels: Int8Array.of(YES, NO, NO, YES),
  importance: Float64Array.of(1, 1),
};
const settings = { smoothing: 0.1, sharpness: 4, rounds: 3, trust: 0.2 };

describe('fitNaiveBayes', () => {
  it('weighs a term by ln of its share of the output', () => {
    const unlabelled = { rows: lessons.rows, chosen: new Uint32Array(0) };
    const { weights } = fitNaiveBayes(lessons, unlabelled, settings);
    // By column, then by output: 1 + 0.1 of 1.3, and 0.1 of 1.3.
    expect(weights[0]).toBeCloseTo(Math.log(1.1 / 1.3), 12);
    expect(weights[1]).toBeCloseTo(Math.log(0.1 / 1.3), 12);
  });

  it('learns from unlabelled rows which terms go with a term it knows', () => {
    const rows = stackRows([row(0.7, 0.7, 0)], 3);
    const { weights } = fitNaiveBayes(lessons, { rows, chosen: Uint32Array.of(0) }, settings);
    expect(weights[2]).toBeGreaterThan(weights[3] ?? 0);
  });
});

describe('shareOut', () => {
  it('shares a total in proportion to e to the power of the scores, however large they are', () => {
    const scores = Float64Array.of(1000, 1000 - Math.log(3));
    shareOut(scores, 1, 2);
    expect(scores[0]).toBeCloseTo(1.5, 9);
    expect(scores[1]).toBeCloseTo(0.5, 9);
  });
});
