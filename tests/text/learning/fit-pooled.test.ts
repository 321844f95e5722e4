import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitOffsets } from '../../../src/text/learning/fit-offsets.js';
import { fitPooled, scorePooled } from '../../../src/text/learning/fit-pooled.js';

const prior = { bias: -1, weights: Float64Array.of(0.5) };

describe('fitPooled', () => {
  it('is its prior where there is nothing to learn from', () => {
    expect(
      fitPooled({ width: 1, values: new Float64Array(0) }, new Int8Array(0), { prior, hold: 1 }),
    ).toEqual(prior);
  });

  it('leaves its prior for what many rows say', () => {
    // Of the rows at 1 three in four are yes, of those at 0 one in four: log-odds ln 3 and −ln 3.
    const values = Float64Array.from({ length: 8000 }, (_, row) => row % 2);
    const labels = Int8Array.from({ length: 8000 }, (_, row) => {
      const isOften = row % 8 < 6;
      return row % 2 === 1 ? Number(isOften) : Number(!isOften);
    });
    const rows = { width: 1, values };
    const model = fitPooled(rows, labels, { prior, hold: 1 });
    expect(scorePooled(model, rows, 1)).toBeCloseTo(Math.log(3), 1);
    expect(scorePooled(model, rows, 0)).toBeCloseTo(-Math.log(3), 1);
  });

  it('leaves out rows whose label is not known', () => {
    const known = fitPooled({ width: 1, values: Float64Array.of(1, -1) }, Int8Array.of(1, 0), {
      prior,
      hold: 1,
    });
    const values = Float64Array.of(1, -1, 1, -1);
    const some = fitPooled({ width: 1, values }, Int8Array.of(1, 0, -1, -1), { prior, hold: 1 });
    expect(some.weights[0]).toBeCloseTo(known.weights[0] ?? Number.NaN, 6);
  });

  it('gives numbers whatever the rows', () => {
    const row = fc.tuple(fc.double({ min: -1e3, max: 1e3, noNaN: true }), fc.constantFrom(-1, 0, 1));
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const values = Float64Array.from(rows, ([value]) => value);
        const labels = Int8Array.from(rows, ([, label]) => label);
        const { bias, weights } = fitPooled({ width: 1, values }, labels, { prior, hold: 15 });
        expect([bias, ...weights].every(Number.isFinite)).toBe(true);
      }),
    );
  });
});

describe('fitOffsets', () => {
  it('moves an output to how often it is true, and leaves one of which nothing is known', () => {
    const scores = new Float64Array(4000);
    const labels = Int8Array.from({ length: 4000 }, (_, at) => (at % 2 === 1 ? -1 : Number(at % 8 === 0)));
    const [first, second] = fitOffsets(scores, labels, { outputs: 2, hold: 5 });
    expect(first).toBeCloseTo(Math.log(1 / 3), 1);
    expect(second).toBe(0);
  });

  it('does not swing where the scores are far from the truth', () => {
    const [offset] = fitOffsets(new Float64Array(1000).fill(-10), new Int8Array(1000).fill(1), {
      outputs: 1,
      hold: 5,
    });
    expect(offset).toBeGreaterThan(10);
    expect(offset).toBeLessThan(20);
  });
});
