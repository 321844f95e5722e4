import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packIntegers, packNumbers, unpackIntegers, unpackNumbers } from '../../src/text/pack-numbers.js';

describe('packed numbers', () => {
  it('are read as they were, in single precision', () => {
    fc.assert(
      fc.property(fc.float32Array({ noNaN: true, noDefaultInfinity: true }), (numbers) => {
        expect(unpackNumbers(packNumbers(numbers), numbers.length)).toEqual(Float64Array.from(numbers));
      }),
    );
  });

  it('are read as they were where they are whole', () => {
    fc.assert(
      fc.property(fc.uint32Array(), (integers) => {
        expect(unpackIntegers(packIntegers(integers), integers.length)).toEqual(integers);
      }),
    );
  });

  it('have the least significant byte first: 1 is 00 00 80 3f', () => {
    expect(Buffer.from(packNumbers([1]), 'base64').toString('hex')).toBe('0000803f');
    expect(Buffer.from(packIntegers(Uint32Array.of(1)), 'base64').toString('hex')).toBe('01000000');
  });

  it('are refused where they are too few, too many or not finite', () => {
    expect(unpackNumbers(packNumbers([1, 2]), 3)).toBeUndefined();
    expect(unpackNumbers(packNumbers([1, 2]), 1)).toBeUndefined();
    expect(unpackNumbers(packNumbers([Number.NaN]), 1)).toBeUndefined();
    expect(unpackIntegers(packIntegers(Uint32Array.of(1)), 2)).toBeUndefined();
  });
});
