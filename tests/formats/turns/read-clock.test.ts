import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findClock, readClock, readSeconds } from '../../../src/formats/turns/read-clock.js';

const written: readonly (readonly [string, number])[] = [
  ['0:02', 2_000],
  ['75:12', 75 * 60_000 + 12_000],
  ['00:01:02', 62_000],
  ['00:01:02.345', 62_345],
  ['00:01:02,345', 62_345],
  ['00:00.000', 0],
  ['[00:01:02]', 62_000],
  ['( 1:02 )', 62_000],
  ['#00:01:02-3#', 62_300],
  ['1h02m03s', 3_723_000],
  ['2m 5s', 125_000],
  ['00:00:07.0033780', 7_003],
  ['00:01:02:15', 62_500],
  ['00:00:00.9996', 1_000],
];

describe('readClock', () => {
  it.each(written)('reads %s', (text, ms) => {
    expect(readClock(text)).toBe(ms);
  });

  it.each([
    '',
    '9',
    '9:3',
    '1:75:00',
    '00:00:60',
    '12:30-4',
    '[]',
    '[00:01:02',
    'h',
    '10:30pm',
    '01:02:75',
    '00:01:02:30',
  ])('does not take %j for a clock', (text) => {
    expect(readClock(text)).toBeUndefined();
  });

  it('gives back every time that was written to the millisecond, with a dot, a comma and in brackets', () => {
    fc.assert(
      fc.property(fc.nat(999 * 3_600_000), (ms) => {
        const clock = writeClock(ms);
        const forms = [clock, clock.replace('.', ','), `[${clock}]`, `(${clock})`, ` ${clock} `];
        expect(forms.map(readClock)).toEqual(forms.map(() => ms));
      }),
    );
  });

  it('gives whole milliseconds or nothing for any text', () => {
    const clockLike = fc.string({
      unit: fc.constantFrom('0', '1', '9', ':', '.', ',', '-', '#', '[', ']', 'h', 'm', 's', ' '),
    });
    fc.assert(
      fc.property(fc.oneof(clockLike, fc.string({ unit: 'binary' })), (text) => {
        const ms = readClock(text);
        expect(ms === undefined || (Number.isInteger(ms) && ms >= 0)).toBe(true);
      }),
    );
  });
});

describe('readSeconds', () => {
  it('reads whole and decimal seconds', () => {
    expect(['62', '62.5', '62,5', ' 62.5s '].map(readSeconds)).toEqual([62_000, 62_500, 62_500, 62_500]);
  });

  it('refuses clocks and words', () => {
    expect(['1:02', '', 'abc', '-3'].map(readSeconds)).toEqual([undefined, undefined, undefined, undefined]);
  });
});

describe('findClock', () => {
  it('finds a clock at the start with its brackets', () => {
    expect(findClock('  [00:01:02] Dana: hi', 'start')).toEqual({
      ms: 62_000,
      start: 2,
      end: 12,
      wrapped: true,
    });
  });

  it('finds a clock at the end, trailing blanks ignored', () => {
    expect(findClock('Dana Reyes  0:02  ', 'end')).toEqual({ ms: 2_000, start: 12, end: 16, wrapped: false });
    expect(findClock('so it was #00:01:02-3#', 'end')).toEqual({
      ms: 62_300,
      start: 10,
      end: 22,
      wrapped: true,
    });
  });

  it('does not find part of a longer number or of a word', () => {
    expect(['10:30pm', '1:02:3', 'a1:02x'].map((line) => findClock(line, 'start'))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(findClock('ratio x1:02', 'end')).toBeUndefined();
  });

  it('finds a bracketed clock at either end of any words, and cuts just the clock', () => {
    fc.assert(
      fc.property(fc.nat(99 * 3_600_000), fc.string({ unit: 'grapheme' }), (ms, words) => {
        const clock = `[${writeClock(ms)}]`;
        const before = `${clock} ${words}`;
        const after = `${words} ${clock}`;
        const start = findClock(before, 'start');
        const end = findClock(after, 'end');
        expect([start?.ms, before.slice(start?.start, start?.end)]).toEqual([ms, clock]);
        expect([end?.ms, after.slice(end?.start, end?.end)]).toEqual([ms, clock]);
      }),
    );
  });
});

function writeClock(ms: number): string {
  const pad = (value: number, length: number) => String(value).padStart(length, '0');
  const hours = Math.floor(ms / 3_600_000);
  const minutes = Math.floor(ms / 60_000) % 60;
  const seconds = Math.floor(ms / 1_000) % 60;
  return `${pad(hours, 2)}:${pad(minutes, 2)}:${pad(seconds, 2)}.${pad(ms % 1_000, 3)}`;
}
