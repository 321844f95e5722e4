import { chmodSync, closeSync, mkdirSync, openSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { appendRecords } from '../../src/workspace/append-records.js';
import { explainFailure } from '../../src/workspace/explain-failure.js';
import { writeFile, writeIfChanged, writeWhole } from '../../src/workspace/write-file.js';
import { writeRecords } from '../../src/workspace/write-records.js';
import { listContents, makeFolder } from './make-study.js';

/** Bytes that the disk still takes before it is full. */
const disk = vi.hoisted(() => ({ free: Number.POSITIVE_INFINITY, fails: 'ENOSPC' }));

vi.mock('node:fs', async (importOriginal) => {
  const real = await importOriginal<typeof import('node:fs')>();
  return {
    ...real,
    writeSync: (descriptor: number, bytes: Uint8Array, offset: number) => {
      const length = Math.min(bytes.length - offset, disk.free);
      if (length === 0) throw Object.assign(new Error(disk.fails), { code: disk.fails });
      disk.free -= length;
      return real.writeSync(descriptor, bytes, offset, length);
    },
  };
});

afterEach(() => {
  disk.free = Number.POSITIVE_INFINITY;
  disk.fails = 'ENOSPC';
});

describe('writeFile', () => {
  it('what is written is read back equal, and nothing else is left', () => {
    const folder = makeFolder();
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        writeFile({ folder, file: 'a/b.txt' }, bytes);
        expect(readFileSync(join(folder, 'a/b.txt'))).toEqual(Buffer.from(bytes));
      }),
    );
    expect(listContents(folder).map(([file]) => file)).toEqual(['a/b.txt']);
  });

  it('a disk that takes a little at a time gets the whole', () => {
    const folder = makeFolder();
    disk.free = 5;
    const descriptor = openSync(join(folder, 'x'), 'w');
    expect(() => writeWhole(descriptor, Buffer.from('123456789'))).toThrow('ENOSPC');
    closeSync(descriptor);
    expect(readFileSync(join(folder, 'x'), 'utf8')).toBe('12345');
  });

  it.each([
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EROFS', 'read-only'],
    ['EACCES', 'no-permission'],
    ['EIO', 'cannot-write'],
  ])('after %s the old file is intact, no other is left, and the error says what to do', (system, code) => {
    const folder = makeFolder({ 'a.txt': 'old' });
    disk.free = 3;
    disk.fails = system;
    expect(() => writeFile({ folder, file: 'a.txt' }, 'something new')).toThrow(
      expect.objectContaining({ code, place: { file: 'a.txt' }, hint: expect.stringMatching(/\.$/) }),
    );
    expect(listContents(folder)).toEqual([['a.txt', 'old']]);
  });

  it('a file that only its owner may read stays so', () => {
    const folder = makeFolder({ 'a.txt': 'old' });
    chmodSync(join(folder, 'a.txt'), 0o600);
    writeFile({ folder, file: 'a.txt' }, 'new');
    expect(statSync(join(folder, 'a.txt')).mode % 0o1000).toBe(0o600);
  });

  it('writes nothing outside its folder', () => {
    const folder = makeFolder();
    const elsewhere = makeFolder({ 'a.txt': 'theirs' });
    symlinkSync(elsewhere, join(folder, 'out'));
    for (const file of ['../a.txt', join(elsewhere, 'a.txt'), 'out/a.txt'])
      expect(() => writeFile({ folder, file }, 'mine')).toThrow(
        expect.objectContaining({ code: 'outside-folder' }),
      );
    expect(listContents(elsewhere)).toEqual([['a.txt', 'theirs']]);
  });

  it('a folder in the place of the file is told', () => {
    const folder = makeFolder();
    mkdirSync(join(folder, 'a.txt'));
    expect(() => writeFile({ folder, file: 'a.txt' }, 'x')).toThrow(
      expect.objectContaining({ code: 'not-a-file' }),
    );
  });

  it('writeIfChanged leaves a file that holds the same alone', () => {
    const folder = makeFolder();
    const target = { folder, file: 'a.txt' };
    expect([writeIfChanged(target, 'x'), writeIfChanged(target, 'x'), writeIfChanged(target, 'y')]).toEqual([
      true,
      false,
      true,
    ]);
  });
});

describe('explainFailure', () => {
  it.skipIf(process.platform !== 'linux')('explains a disk that is really full', () => {
    disk.free = Number.POSITIVE_INFINITY;
    const descriptor = openSync('/dev/full', 'w');
    try {
      writeWhole(descriptor, Buffer.from('x'));
      expect.unreachable('a full disk took a byte');
    } catch (error) {
      expect(explainFailure(error, 'written', 'quotes.jsonl')).toMatchObject({
        code: 'disk-full',
        place: { file: 'quotes.jsonl' },
      });
    } finally {
      closeSync(descriptor);
    }
  });
});

describe('records on a full disk', () => {
  it('appending leaves the file as it was', () => {
    const folder = makeFolder({ 'a.jsonl': '{"a":1}\n' });
    disk.free = 7;
    expect(() => appendRecords({ folder, file: 'a.jsonl' }, [{ a: 2 }, { a: 3 }])).toThrow(
      expect.objectContaining({ code: 'disk-full', place: { file: 'a.jsonl' } }),
    );
    expect(listContents(folder)).toEqual([['a.jsonl', '{"a":1}\n']]);
  });

  it('a write that would hold fewer records than were read is refused', () => {
    const folder = makeFolder({ 'a.jsonl': '{"a":1}\n{"a":2}\n' });
    expect(() => writeRecords({ folder, file: 'a.jsonl' }, [{ a: 1 }], { atLeast: 2 })).toThrow(
      expect.objectContaining({ code: 'would-lose-records', place: { file: 'a.jsonl' } }),
    );
    expect(listContents(folder)).toEqual([['a.jsonl', '{"a":1}\n{"a":2}\n']]);
    writeRecords({ folder, file: 'a.jsonl' }, [{ a: 3 }, { a: 4 }], { atLeast: 2 });
    expect(listContents(folder)).toEqual([['a.jsonl', '{"a":3}\n{"a":4}\n']]);
  });
});
