import { describe, expect, it } from 'vitest';
import { scanNumbers } from '../../../src/identifiers/patterns/scan-numbers.js';

describe('scanNumbers', () => {
  it('covers every digit of a chain of millions without running out of memory', () => {
    const text = '1 2 '.repeat(2_000_000);
    let end = 0;
    for (const number of scanNumbers(text, 1)) {
      expect(number.start - end).toBeLessThanOrEqual(1);
      end = number.end;
    }
    expect(end).toBe(text.length - 1);
  });

  it('says what looks like an amount, a decimal or a range', () => {
    const plain = (text: string) => scanNumbers(text, 1).map(({ isPlain }) => isPlain);
    expect(plain('1.250.000')).toEqual([true]);
    expect(plain('3.14159265')).toEqual([true]);
    expect(plain('2015–2018')).toEqual([true]);
    expect(plain('020 7946 0000')).toEqual([false]);
  });
});
