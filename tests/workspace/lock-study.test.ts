import { spawnSync } from 'node:child_process';
import type * as Fs from 'node:fs';
import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { lockStudy, withLock } from '../../src/workspace/lock-study.js';
import { listContents, makeFolder } from './make-study.js';

/** `atOnce` is how many bytes one call takes at most. */
const disk = vi.hoisted(() => ({ isFull: false, atOnce: Number.POSITIVE_INFINITY }));

vi.mock('node:fs', async (importOriginal) => {
  const real = await importOriginal<typeof Fs>();
  const writeSync = (descriptor: number, bytes: Uint8Array, offset = 0) => {
    if (disk.isFull) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
    return real.writeSync(descriptor, bytes, offset, Math.min(bytes.length - offset, disk.atOnce));
  };
  return { ...real, writeSync };
});

afterEach(() => {
  disk.isFull = false;
  disk.atOnce = Number.POSITIVE_INFINITY;
});

const name = '.themeloom.lock';
const locked = expect.objectContaining({ code: 'study-locked', place: { file: name } });

/** The id of a process that has ended. */
const findDeadProcess = () => spawnSync(process.execPath, ['-e', '']).pid;

describe('lockStudy', () => {
  it('lets one writer in, and the next when the first is done', () => {
    const folder = makeFolder();
    const unlock = lockStudy(folder);
    expect(() => lockStudy(folder)).toThrow(locked);
    unlock();
    lockStudy(folder)();
    expect(listContents(folder)).toEqual([]);
  });

  it('takes over the lock of a process that has died here, and leaves nothing else behind', () => {
    const folder = makeFolder({ [name]: `${findDeadProcess()} ${hostname()}\n` });
    const unlock = lockStudy(folder);
    expect(listContents(folder)).toEqual([[name, `${process.pid} ${hostname()}\n`]]);
    unlock();
  });

  it.each([
    ['a living process', `${process.ppid} ${hostname()}\n`],
    ['another machine', `1 not-${hostname()}\n`],
    ['nobody it can name', ''],
  ])('respects the lock of %s', (_who, content) => {
    const folder = makeFolder({ [name]: content });
    expect(() => lockStudy(folder)).toThrow(locked);
    expect(readFileSync(join(folder, name), 'utf8')).toBe(content);
  });

  it('on a full disk leaves no lock behind that nobody could take over', () => {
    const folder = makeFolder();
    disk.isFull = true;
    expect(() => lockStudy(folder)).toThrow(expect.objectContaining({ code: 'disk-full' }));
    expect(listContents(folder)).toEqual([]);
  });

  it('names its process whole, however few bytes the disk takes at once', () => {
    const folder = makeFolder();
    disk.atOnce = 1;
    lockStudy(folder);
    expect(readFileSync(join(folder, name), 'utf8')).toBe(`${process.pid} ${hostname()}\n`);
  });

  it('does not remove a lock that is no longer its own', () => {
    const folder = makeFolder();
    const unlock = lockStudy(folder);
    writeFileSync(join(folder, name), '1 elsewhere\n');
    unlock();
    expect(existsSync(join(folder, name))).toBe(true);
  });

  it('is given up when the work fails', () => {
    const folder = makeFolder();
    expect(() =>
      withLock(folder, () => {
        throw new Error('the work failed');
      }),
    ).toThrow('the work failed');
    expect(existsSync(join(folder, name))).toBe(false);
  });
});

describe('a lock that was made and never filled', () => {
  it('holds for a moment, and is then taken over', () => {
    const folder = makeFolder({ [name]: '' });
    expect(() => lockStudy(folder)).toThrow(locked);
    utimesSync(join(folder, name), new Date(0), new Date(0));
    lockStudy(folder)();
    expect(listContents(folder)).toEqual([]);
  });
});
