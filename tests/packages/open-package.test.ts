import fc from 'fast-check';
import { strFromU8, strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openPackage, packageLimits } from '../../src/packages/open-package.js';
import { findSignature, makePackage, overwriteBytes } from './make-package.js';

const directoryEntry = [0x50, 0x4b, 1, 2];
const endRecord = [0x50, 0x4b, 5, 6];
const withCode = (code: string) => expect.objectContaining({ code });

/** A zip of one part whose directory entry has been changed. */
function spoil(content: Uint8Array, field: number, by: readonly number[]) {
  const { bytes } = makePackage({ 'a.xml': content });
  return { name: 'a.zip', bytes: overwriteBytes(bytes, findSignature(bytes, directoryEntry) + field, by) };
}

describe('a package', () => {
  it('gives every part as it was put in', () => {
    const parts = fc.dictionary(
      fc.stringMatching(/^[a-z]{1,6}(\/[a-z]{1,6})?$/),
      fc.uint8Array({ maxLength: 300 }),
    );
    fc.assert(
      fc.property(parts, fc.constantFrom(0, 6), (content, level) => {
        const names = Object.keys(content);
        const bytes = zipSync({ ...content }, { level: level === 0 ? 0 : 6, mtime: '2026-01-01' });
        const opened = openPackage({ name: 'a.zip', bytes });
        expect(opened.parts.map(({ name }) => name)).toEqual(names);
        for (const name of names) {
          expect(opened.read(name)).toEqual(content[name]);
          expect(Buffer.concat([...(opened.readPieces(name) ?? [])])).toEqual(
            Buffer.from(content[name] ?? []),
          );
        }
      }),
    );
  });

  it('tells names apart without regard to case, a slash at the front or backslashes', () => {
    const opened = openPackage(makePackage({ 'Sources\\A.txt': 'a' }));
    expect(opened.parts).toEqual([{ name: 'Sources/A.txt', size: 1 }]);
    expect(strFromU8(opened.read('/sources/a.TXT') ?? new Uint8Array())).toBe('a');
    expect([opened.has('SOURCES/a.txt'), opened.has('a.txt')]).toEqual([true, false]);
    expect(opened.read('a.txt')).toBeUndefined();
  });

  it('is read where bytes stand before and behind it', () => {
    const { bytes } = makePackage({ 'a.xml': '<a/>' });
    const padded = Uint8Array.of(1, 2, 3, ...bytes);
    expect(openPackage({ name: 'a.zip', bytes: padded }).read('a.xml')).toEqual(strToU8('<a/>'));
    const commented = overwriteBytes(Uint8Array.of(...bytes, 7, 7), bytes.length - 2, [2, 0]);
    expect(openPackage({ name: 'a.zip', bytes: commented }).read('a.xml')).toEqual(strToU8('<a/>'));
  });

  it('is read where its numbers are written with 64 bits', () => {
    const extra = [1, 0, 24, 0, 4, 0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    const stored = zipSync({ 'a.xml': strToU8('<a/>') }, { level: 0, mtime: '2026-01-01' });
    const from = findSignature(stored, directoryEntry);
    const entry = [...stored.subarray(from, findSignature(stored, endRecord))];
    entry.splice(20, 8, 255, 255, 255, 255, 255, 255, 255, 255);
    entry.splice(30, 2, extra.length, 0);
    entry.splice(42, 4, 255, 255, 255, 255);
    const directory = [...entry, ...extra];
    const wide = (value: number) => [value & 255, value >> 8, 0, 0, 0, 0, 0, 0];
    const end64 = [
      0x50,
      0x4b,
      6,
      6,
      ...wide(44),
      45,
      0,
      45,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      ...wide(1),
      ...wide(1),
    ];
    end64.push(...wide(directory.length), ...wide(from));
    const locator = [0x50, 0x4b, 6, 7, 0, 0, 0, 0, ...wide(from + directory.length), 1, 0, 0, 0];
    const end = [...endRecord, 0, 0, 0, 0, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 0, 0];
    const whole = Uint8Array.of(...stored.subarray(0, from), ...directory, ...end64, ...locator, ...end);
    expect(openPackage({ name: 'a.zip', bytes: whole }).read('a.xml')).toEqual(strToU8('<a/>'));
  });
});

describe('a package that is hostile', () => {
  it('may inflate a lot, but not a hundred times what it is beyond ten megabytes', () => {
    const opened = openPackage(makePackage({ 'bomb.xml': new Uint8Array(20_000_000), 'a.xml': '<a/>' }));
    expect(() => opened.read('bomb.xml')).toThrowError(withCode('package-too-large'));
    expect(opened.read('a.xml')).toEqual(strToU8('<a/>'));
  });

  it('may not inflate to more in all than is read, whatever the single parts are', () => {
    const content = strToU8('words'.repeat(20));
    const opened = openPackage(makePackage({ a: content, b: content, c: content }), {
      ...packageLimits,
      total: 250,
    });
    opened.read('a');
    opened.read('b');
    expect(() => opened.read('c')).toThrowError(withCode('package-too-large'));
    expect(() => opened.read('a')).toThrowError(withCode('package-too-large'));
  });

  it.each([
    ['says that a part is smaller than it is', 24, [5, 0, 0, 0]],
    ['says that a part is larger than it is', 24, [0, 0, 1, 0]],
    ['has another checksum', 16, [1, 2, 3, 4]],
    ['points outside itself', 42, [255, 255, 255, 100]],
    ['packs more bytes than it has', 20, [255, 255, 255, 0]],
  ])('is called damaged where it %s', (_what, field, by) => {
    const spoilt = spoil(new Uint8Array(100_000), field, by);
    expect(() => openPackage(spoilt).read('a.xml')).toThrowError(withCode('damaged-package'));
    expect(() => [...(openPackage(spoilt).readPieces('a.xml') ?? [])]).toThrowError(
      withCode('damaged-package'),
    );
  });

  it('gives piece by piece no more than a part is said to be', () => {
    const opened = openPackage(spoil(new Uint8Array(5_000_000), 24, [0, 0, 1, 0]));
    let length = 0;
    const readAll = () => {
      for (const piece of opened.readPieces('a.xml') ?? []) length += piece.length;
    };
    expect(readAll).toThrowError(withCode('damaged-package'));
    expect(length).toBeLessThanOrEqual(65_536);
  });

  it('is told to be protected by a password', () => {
    const old = { name: 'a.docx', bytes: Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0) };
    expect(() => openPackage(old)).toThrowError(withCode('protected-package'));
    expect(() => openPackage(spoil(strToU8('a'), 8, [1, 0])).read('a.xml')).toThrowError(
      withCode('protected-package'),
    );
  });

  it('is told to be packed by a method that is not read', () => {
    expect(() => openPackage(spoil(strToU8('a'), 10, [14, 0])).read('a.xml')).toThrowError(
      withCode('unsupported-package'),
    );
  });

  it.each([
    ['a name that climbs out', { '../a.xml': 'a' }],
    ['such a name with backslashes', { 'word\\..\\..\\a.xml': 'a' }],
    ['two parts of one name', { 'a.xml': 'a', 'A.xml': 'b' }],
  ])('is refused for %s', (_what, parts) => {
    expect(() => openPackage(makePackage(parts))).toThrowError(withCode('damaged-package'));
  });

  it('never ends in anything but its bytes or an error that says what to do, wherever it is damaged or cut', () => {
    const { bytes } = makePackage({ 'a.xml': '<a>words and words</a>', 'b.xml': '<b/>' });
    const at = fc.nat(bytes.length - 1);
    fc.assert(
      fc.property(at, fc.nat(255), fc.boolean(), (place, byte, isCut) => {
        const spoilt = isCut ? bytes.subarray(0, place) : overwriteBytes(bytes, place, [byte]);
        try {
          const opened = openPackage({ name: 'a.zip', bytes: spoilt });
          for (const { name } of opened.parts) opened.read(name);
        } catch (error) {
          expect(error).toMatchObject({ name: 'ToolkitError', hint: expect.any(String) });
        }
      }),
      { numRuns: 1000 },
    );
  });
});
