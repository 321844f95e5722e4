import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreInRoom } from '../../../src/text/kernels/score-rows.js';
import { scoreRows, scoreRowsPlainly } from '../../../src/text/learning/lessons.js';
import { drawSparse } from './make-tables.js';

const WIDTH = 40;
const sparse = drawSparse(5000, WIDTH, 1);
const rows = { ...sparse, values: Float64Array.from(sparse.values, (value) => value / 3) };

function drawModel(outputs: number) {
  const weights = Float64Array.from({ length: WIDTH * outputs }, (_, at) => Math.sin(at));
  return { outputs, weights, biases: Float64Array.from({ length: outputs }, (_, at) => Math.cos(at)) };
}

describe('scoreInRoom', () => {
  it('gives the bits of the plain loop, for any number of outputs and any choice of rows', () => {
    const choice = fc.array(fc.nat(4999), { minLength: 20, maxLength: 200 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), choice, (outputs, chosen) => {
        const model = drawModel(outputs);
        const picked = Uint32Array.from(chosen);
        expect(scoreRows(model, rows, picked)).toEqual(scoreRowsPlainly(model, rows, picked));
      }),
    );
  });

  it('gives them for more rows than go through the room at a time', () => {
    const model = drawModel(6);
    const all = Uint32Array.from({ length: 5000 }, (_, row) => 4999 - row);
    expect(scoreInRoom(model, rows, all)).toEqual(scoreRowsPlainly(model, rows, all));
  });

  it('leaves to the plain loop what it cannot read safely or what is too little', () => {
    const model = drawModel(3);
    const all = Uint32Array.from({ length: 5000 }, (_, row) => row);
    expect(scoreInRoom(model, rows, Uint32Array.of(0))).toBeUndefined();
    expect(scoreInRoom(model, rows, all.with(7, 5000))).toBeUndefined();
    expect(scoreInRoom({ ...model, weights: model.weights.subarray(3) }, rows, all)).toBeUndefined();
    expect(scoreInRoom(model, { ...rows, columns: rows.columns.with(0, WIDTH) }, all)).toBeUndefined();
  });
});
