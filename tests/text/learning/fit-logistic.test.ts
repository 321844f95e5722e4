import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { learnInRoom, learnPlainly } from '../../../src/text/kernels/learn-rows.js';
import { fitLogistic } from '../../../src/text/learning/fit-logistic.js';
import {
  centreModel,
  type Lessons,
  NO,
  scoreRows,
  UNKNOWN,
  YES,
} from '../../../src/text/learning/lessons.js';
import { stackRows } from '../../../src/text/sparse-rows.js';

function teach(rows: readonly (readonly number[])[], labels: readonly number[], outputs = 1): Lessons {
  const width = rows[0]?.length ?? 0;
  const vectors = rows.map((row) => ({
    columns: Uint32Array.from(row.keys()),
    values: Float64Array.from(row),
  }));
  return {
    rows: stackRows(vectors, width),
    outputs,
    labels: Int8Array.from(labels),
    importance: new Float64Array(rows.length).fill(1),
  };
}

describe('fitLogistic', () => {
  it('finds the weights at which cost × error equals the weight itself, both labels alike', () => {
    // Two rows apart by one column, one of each label: the costs are C · 2 / (2 · 1) = C.
    const lessons = teach([[1], [-1]], [YES, NO]);
    const { model } = fitLogistic(lessons, { cost: 1, sweeps: 200 });
    const weight = model.weights[0] ?? 0;
    expect(model.biases[0]).toBeCloseTo(0, 6);
    // Derivative of w²/2 + 2 ln(1 + e^−w).
    expect(weight).toBeCloseTo(2 / (1 + Math.exp(weight)), 6);
  });

  it('counts a row of importance 3 as three rows', () => {
    const once = teach(
      [
        [1, 0],
        [0, 1],
        [0.5, 0.5],
      ],
      [YES, NO, NO],
    );
    const heavy = { ...once, importance: Float64Array.of(1, 3, 1) };
    const thrice = teach(
      [
        [1, 0],
        [0, 1],
        [0, 1],
        [0, 1],
        [0.5, 0.5],
      ],
      [YES, NO, NO, NO, NO],
    );
    const [a, b] = [heavy, thrice].map((lessons) => fitLogistic(lessons, { cost: 2, sweeps: 300 }).model);
    for (const [column, weight] of (a?.weights ?? []).entries()) {
      expect(weight).toBeCloseTo(b?.weights[column] ?? Number.NaN, 5);
    }
  });

  it('learns nothing from a row whose label is not known, and nothing where one label is missing', () => {
    const { model } = fitLogistic(teach([[1], [1]], [YES, UNKNOWN]), { cost: 1, sweeps: 5 });
    expect([...model.weights, ...model.biases]).toEqual([0, 0]);
  });

  it('ends where it would end from the beginning when it goes on from an earlier fit', () => {
    const lessons = teach(
      [
        [1, 0],
        [0, 1],
        [0.6, 0.8],
      ],
      [YES, NO, NO, YES, YES, NO],
      2,
    );
    const earlier = fitLogistic(lessons, { cost: 1, sweeps: 60 });
    const resumed = fitLogistic(lessons, { cost: 1, sweeps: 1, start: earlier.logits });
    for (const [at, weight] of earlier.model.weights.entries()) {
      expect(resumed.model.weights[at]).toBeCloseTo(weight, 6);
    }
  });

  it('gives numbers and the same ones again, whatever the rows and labels', () => {
    const row = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 });
    const rows = fc.array(fc.tuple(row, fc.constantFrom(YES, NO, UNKNOWN)), { maxLength: 12 });
    fc.assert(
      fc.property(rows, fc.double({ min: 0.1, max: 1000, noNaN: true }), (given, cost) => {
        const lessons = teach(
          given.map(([values]) => values),
          given.map(([, label]) => label),
        );
        const { model } = fitLogistic(lessons, { cost, sweeps: 4 });
        expect([...model.weights, ...model.biases].every(Number.isFinite)).toBe(true);
        expect(fitLogistic(lessons, { cost, sweeps: 4 }).model).toEqual(model);
      }),
    );
  });
});

describe('the loops that hold the weights', () => {
  it('give the same bits in WebAssembly as in TypeScript, and so the same decisions', () => {
    const cell = fc.tuple(fc.nat(30), fc.double({ min: -1, max: 1, noNaN: true }));
    const row = fc.uniqueArray(cell, { maxLength: 9, selector: ([column]) => column });
    const rows = fc.array(row, { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 9 }), fc.nat(1000), (cells, outputs, seed) => {
        const vectors = cells.map((own) => ({
          columns: Uint32Array.from(own, ([column]) => column),
          values: Float64Array.from(own, ([, value]) => value),
        }));
        const labels = Int8Array.from(
          { length: cells.length * outputs },
          (_, at) => Math.round(Math.sin(seed + at) * 1.4) || UNKNOWN,
        );
        const importance = new Float64Array(cells.length).fill(1);
        const lessons = { rows: stackRows(vectors, 31), outputs, labels, importance };
        const settings = { cost: 2, sweeps: 3 };
        expect(learnInRoom(lessons.rows, outputs)).toBeDefined();
        const fast = fitLogistic(lessons, settings);
        expect(fast).toEqual(fitLogistic(lessons, settings, learnPlainly));
      }),
    );
  });

  it('leave rows whose columns lie outside the table to the loops that cannot write outside it', () => {
    const rows = { ...stackRows([{ columns: Uint32Array.of(3), values: Float64Array.of(1) }], 4), width: 3 };
    expect(learnInRoom(rows, 2)).toBeUndefined();
  });
});

describe('centreModel', () => {
  it('gives the average row a score of 0', () => {
    const { rows } = teach([[0.5, 1.5]], [YES]);
    const model = { outputs: 2, weights: Float64Array.of(1, 2, 3, 4), biases: Float64Array.of(7, 7) };
    const centred = centreModel(model, Float64Array.of(0.5, 1.5));
    expect([...scoreRows(centred, rows, Uint32Array.of(0))]).toEqual([0, 0]);
  });
});
