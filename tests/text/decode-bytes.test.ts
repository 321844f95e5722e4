import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ToolkitError } from '../../src/errors.js';
import { decodeBytes } from '../../src/text/decode-bytes.js';

const encoder = new TextEncoder();

/** Text that a transcript can hold: something to read, no NUL, no byte order mark of its own, no signature of a PDF. */
const speech = fc
  .string({ unit: 'binary', minLength: 1 })
  .filter((text) => /\S/.test(text) && !/^\uFEFF|\0/.test(text) && !text.startsWith('%PDF-'));

describe('decodeBytes', () => {
  it('gives back any text from UTF-8, with and without a byte order mark', () => {
    fc.assert(
      fc.property(speech, fc.boolean(), (text, marked) => {
        const decoded = decodeBytes(encoder.encode(`${marked ? '\uFEFF' : ''}${text}`));
        expect(decoded).toEqual({
          text: unifyLineEnds(text),
          encoding: 'utf-8',
          fallback: false,
          truncated: false,
        });
      }),
    );
  });

  it('gives back any text from UTF-16 with a byte order mark', () => {
    fc.assert(
      fc.property(speech, fc.constantFrom('utf-16le', 'utf-16be'), (text, encoding) => {
        const decoded = decodeBytes(encodeUtf16(`\uFEFF${text}`, encoding));
        expect(decoded).toMatchObject({ text: unifyLineEnds(text), encoding, fallback: false });
      }),
    );
  });

  it('tells UTF-16 without a byte order mark by the NULs of its Latin letters and spaces', () => {
    const words = fc.array(fc.string({ unit: 'grapheme-ascii', minLength: 1 }), { minLength: 4 });
    fc.assert(
      fc.property(words, fc.constantFrom('utf-16le', 'utf-16be'), (all, encoding) => {
        const text = `I said: ${all.join(' ')} – Привет.`;
        expect(decodeBytes(encodeUtf16(text, encoding))).toMatchObject({ text, encoding });
      }),
    );
  });

  it('gives back text in windows-1252, curly quotes and all, and says that it fell back', () => {
    const letters = fc.array(fc.constantFrom(...windows1252Repertoire), { minLength: 1 });
    fc.assert(
      fc.property(letters, (high) => {
        // A letter of ASCII after each one keeps the bytes from being UTF-8 by chance.
        const text = high.map((letter) => `${letter}a`).join('');
        const decoded = decodeBytes(encodeWindows1252(text));
        expect(decoded).toMatchObject({ text, encoding: 'windows-1252', fallback: true, firstOddLine: 1 });
      }),
    );
  });

  it('names the first line that is not UTF-8, whatever ends the lines', () => {
    expect(decodeBytes(encodeWindows1252('one\r\ntwo\rcaf\u00e9 noir\n')).firstOddLine).toBe(3);
  });

  it('takes a file that ends within a character as cut off, not as windows-1252', () => {
    const whole = encoder.encode('déjà vu – naïve €');
    expect(decodeBytes(whole.subarray(0, -1))).toEqual({
      text: 'déjà vu – naïve ',
      encoding: 'utf-8',
      fallback: false,
      truncated: true,
    });
    expect(decodeBytes(encoder.encode('wow 🌱').subarray(0, -1))).toMatchObject({
      text: 'wow ',
      truncated: true,
    });
  });

  it('takes a lone last letter of an ASCII file as windows-1252', () => {
    expect(decodeBytes(encodeWindows1252('a caf\u00e9'))).toMatchObject({
      text: 'a café',
      encoding: 'windows-1252',
    });
  });

  it('keeps to UTF-8 where the byte order mark says so, and names the broken line', () => {
    const bytes = Uint8Array.from([0xef, 0xbb, 0xbf, 0x61, 0x0a, 0xe9, 0x62]);
    expect(decodeBytes(bytes)).toMatchObject({
      text: 'a\n\ufffdb',
      encoding: 'utf-8',
      fallback: true,
      firstOddLine: 2,
    });
  });

  it('turns every line end into a line feed and changes nothing else', () => {
    expect(decodeBytes(encoder.encode('a\r\nb\rc\n\u2028d\u0085\t ')).text).toBe('a\nb\nc\n\u2028d\u0085\t ');
  });

  it.each([
    ['a zip archive', [0x50, 0x4b, 0x03, 0x04, 0x14]],
    ['a PDF', [...encoder.encode('%PDF-1.7\n')]],
    ['a PNG image', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]],
    ['NULs that are not UTF-16', [0x61, 0x00, 0x00, 0x62, 0x00, 0x00, 0x63]],
    ['a lone NUL among other bytes', [...Array(256).keys()]],
    ['a lone NUL at an odd place', [0x41, ...Array(256).keys()]],
    ['control characters', [0x80, 0x01, 0x02, 0xff, 0x03, 0x41]],
  ])('refuses %s as binary', (_, bytes) => {
    expect(codeOf(Uint8Array.from(bytes))).toBe('binary-file');
  });

  it.each(['', ' \r\n\t', '\uFEFF', '\uFEFF\n'])('refuses %j as empty', (text) => {
    expect(codeOf(encoder.encode(text))).toBe('empty-file');
  });

  it('decodes any bytes or throws an error with a hint', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const error = errorOf(bytes);
        expect(error === undefined || (error instanceof ToolkitError && error.hint !== undefined)).toBe(true);
      }),
    );
  });
});

/** By the WHATWG index: what the bytes 0x80 to 0xFF stand for, without the five that stand for nothing. */
const windows1252Repertoire = [
  ...'€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ',
  ...Array.from({ length: 96 }, (_, index) => String.fromCharCode(0xa0 + index)),
];

const windows1252Bytes = new Map<string, number>([
  ...[...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'].map(
    (letter, index) => [letter, 0x80 + index] as const,
  ),
]);

function encodeWindows1252(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => windows1252Bytes.get(letter) ?? letter.charCodeAt(0));
}

function encodeUtf16(text: string, encoding: string): Uint8Array {
  const bytes = Buffer.from(text, 'utf16le');
  return Uint8Array.from(encoding === 'utf-16be' ? bytes.swap16() : bytes);
}

function unifyLineEnds(text: string): string {
  return text.split(/\r\n|\r/).join('\n');
}

function errorOf(bytes: Uint8Array): unknown {
  try {
    decodeBytes(bytes);
    return undefined;
  } catch (error) {
    return error;
  }
}

function codeOf(bytes: Uint8Array): string | undefined {
  const error = errorOf(bytes);
  return error instanceof ToolkitError ? error.code : undefined;
}
