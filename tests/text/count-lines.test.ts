import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countLines, countTexts, startVocabulary } from '../../src/text/count-texts.js';
import { countsOf, writtenText } from './write-texts.js';

describe('countLines', () => {
  it('counts the lines of a file as if they were decoded and split, whatever the bytes', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 80 }),
      fc
        .array(fc.oneof(writtenText, fc.constant('\n')), { maxLength: 8 })
        .map((parts) => Buffer.from(parts.join(''))),
      // UTF-8 with a byte put in its middle: characters that break off, go on too long or are overlong.
      fc.tuple(writtenText, fc.nat(), fc.nat(255)).map(([text, at, byte]) => {
        const whole = Buffer.from(text);
        const cut = whole.length === 0 ? 0 : at % whole.length;
        return Buffer.concat([whole.subarray(0, cut), Buffer.of(byte), whole.subarray(cut + (at % 2))]);
      }),
      fc
        .array(
          fc.constantFrom(
            0xc0,
            0xc1,
            0xc3,
            0xe0,
            0xe2,
            0xed,
            0xf0,
            0xf4,
            0xf5,
            0x80,
            0x8f,
            0x90,
            0x9f,
            0xa0,
            0x41,
            0x0a,
          ),
        )
        .map((parts) => Buffer.from(parts)),
    );
    fc.assert(
      fc.property(bytes, (file) => {
        const lines = new TextDecoder().decode(file).split('\n');
        if (lines.at(-1) === '') lines.pop();
        // A mark of the byte order alone is a text of its own in a file, but nothing once it is decoded.
        fc.pre(!(lines.length === 0 && file.length > 0));
        expect(countLines(file, 'en')).toEqual(countTexts(lines, 'en'));
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['a byte that only continues', [0x80]],
    ['a character that breaks off', [0xe2, 0x80]],
    ['an overlong form of two bytes', [0xc1, 0x81]],
    ['an overlong form of three bytes', [0xe0, 0x81, 0x81]],
    ['an overlong form of four bytes', [0xf0, 0x80, 0xa0, 0x80]],
    ['half of a surrogate pair', [0xed, 0xa0, 0x80]],
    ['more than Unicode has', [0xf4, 0x90, 0x80, 0x80]],
    ['a byte that begins nothing', [0xf8, 0x90, 0x80, 0x80]],
  ])('takes %s for the end of a word', (_, bytes) => {
    const counted = countLines(Buffer.from([0x61, ...bytes, 0x62]), 'en');
    expect(counted.forms).toEqual(['a', 'b']);
  });

  it('needs no line feed at the end and keeps empty lines', () => {
    const file = Buffer.from('one\n\r\n\ntwo');
    expect([...countLines(file, 'en').rowStarts]).toEqual([0, 1, 1, 1, 2]);
    expect([...countLines(Buffer.from('\n'), 'en').rowStarts]).toEqual([0, 0]);
    expect([...countLines(Buffer.alloc(0), 'en').rowStarts]).toEqual([0]);
  });
});

describe('a vocabulary that has read before', () => {
  it('gives words the numbers that they have, and the same rows', () => {
    fc.assert(
      fc.property(
        fc.array(writtenText, { maxLength: 4 }),
        fc.array(writtenText, { maxLength: 4 }),
        (first, next) => {
          const vocabulary = startVocabulary('en');
          countTexts(first, vocabulary);
          const known = countTexts(next, vocabulary);
          const fresh = countTexts(next, 'en');
          expect(next.map((_, row) => countsOf(known, row))).toEqual(
            next.map((_, row) => countsOf(fresh, row)),
          );
          expect(countTexts(first, vocabulary).columns).toEqual(countTexts(first, 'en').columns);
        },
      ),
    );
  });

  it('leaves what was counted before as it was', () => {
    const vocabulary = startVocabulary('en');
    const counted = countTexts(['a plan'], vocabulary);
    countTexts(['goals don’t'], vocabulary);
    expect(counted).toEqual(countTexts(['a plan'], 'en'));
  });
});
