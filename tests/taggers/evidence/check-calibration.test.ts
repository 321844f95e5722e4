import { describe, expect, it } from 'vitest';
import { isCalibrated, measureCalibration } from '../../../src/taggers/evidence/check-calibration.js';
import { rateStrength } from '../../../src/taggers/evidence/rate-strength.js';
import type { Judgement } from '../../../src/taggers/learning/judge-dimension.js';
import { USUAL_WORTH } from '../../../src/taggers/learning/list-features.js';
import { readDimensions } from '../../../src/taggers/learning/read-dimensions.js';
import { inventQuotes, inventTheme } from '../invented-study.js';

/** A theme that applies to `share` of ten quotes, and is given the same log-odds for each of them. */
function judge(share: number, score: number): Judgement {
  const quotes = inventQuotes(Array.from({ length: 10 }, () => 'words'));
  const themes = [inventTheme('t')];
  const decided = new Map(
    quotes.map(
      ({ id }, row) =>
        [id, new Map([['t', row < share * 10 ? 'applies' : 'does-not-apply'] as const])] as const,
    ),
  );
  const [dimension] = readDimensions(themes, { quotes, decided });
  if (dimension === undefined) throw new Error('there is a theme');
  const scores = new Float64Array(10).fill(score);
  const context = new Float32Array(0);
  const cuts = Float64Array.of(0.5);
  const first = { worth: USUAL_WORTH, offsets: new Float64Array(1) };
  return { dimension, parts: [], ...first, first, scores, context, cuts, calibrated: true };
}

describe('the calibration on quotes held out', () => {
  it('is how far expected and observed are apart', () => {
    expect(measureCalibration(judge(0.5, 0))).toBeCloseTo(0, 12);
    expect(measureCalibration(judge(0.5, Math.log(3)))).toBeCloseTo(3 / 4 - 1 / 2, 12);
  });

  it('allows percentages that are less than ten points off, on enough quotes', () => {
    expect(isCalibrated(judge(0.5, 0))).toBe(true);
    expect(isCalibrated(judge(0.5, Math.log(3)))).toBe(false);
    expect(isCalibrated({ ...judge(0.5, 0), calibrated: false })).toBe(false);
  });

  it('is unknown where nothing was coded', () => {
    const [dimension] = readDimensions([inventTheme('t')], {
      quotes: inventQuotes(['a']),
      decided: new Map(),
    });
    if (dimension === undefined) throw new Error('there is a theme');
    const judgement = { ...judge(0.5, 0), dimension };
    expect(measureCalibration(judgement)).toBeNull();
    expect(isCalibrated(judgement)).toBe(false);
  });
});

describe('strength', () => {
  it('is strong and medium from the numbers of the bands on, else weak', () => {
    const bands = { strong: 2, medium: 1 };
    expect([0.99, 1, 1.99, 2].map((value) => rateStrength(value, bands))).toEqual([
      'weak',
      'medium',
      'medium',
      'strong',
    ]);
  });
});
