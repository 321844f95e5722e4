import { describe, expect, it } from 'vitest';
import { longNumber } from '../../../src/identifiers/long-number.js';
import { scanNumbers } from '../../../src/identifiers/patterns/scan-numbers.js';
import { phoneNumber } from '../../../src/identifiers/phone-number.js';
import { noWords } from '../../../src/pipeline/guarding/find-leaks.js';

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

  it.each([
    'P2_GMT20211119',
    'GMT20211119-140312_Recording',
    'P07-20211119',
    '20211119_P3',
    '20211119-1403_P3',
    'P3_20211119140312',
    '20211119-anna',
  ])('takes the day in an id for none: %s', (id) => {
    expect(scanNumbers(`said in ${id}, then`, 6)).toEqual([]);
    expect(longNumber.find(`said in ${id}, then`, noWords)).toEqual([]);
    expect(phoneNumber.find(`her number is ${id}, then`, noWords)).toEqual([]);
  });

  it.each([
    ['a day that stands alone, which may be an account', '20211119'],
    ['no day of a month', '20211319'],
    ['no day of a month', '20211132'],
    ['an account with a name before it', '79927398'],
    ['more digits than a day and a time', '202111191403120'],
    ['no time', '20211119-2503'],
    ['a telephone number behind a day', '20211119 07911 123456'],
    ['a licence', 'A20211119'],
  ])('finds %s: %s', (what, number) => {
    const text = what === 'an account with a name before it' ? `acct_${number}` : `it is ${number} here`;
    const [found] = longNumber.find(text, noWords);
    expect(text.slice(found?.start, found?.end)).toBe(number);
  });

  it.each(['P2_20211319', '+44 20 7946 0000', 'P2_020 7946 0000', '4111111111111112'])(
    'still finds a number that is no day, in an id or not: %s',
    (number) => {
      expect(longNumber.find(`call ${number} now`, noWords)).toHaveLength(1);
    },
  );
});
