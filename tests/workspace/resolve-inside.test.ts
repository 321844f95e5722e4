import { symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveInside } from '../../src/workspace/resolve-inside.js';
import { makeFolder } from './make-study.js';

const outside = expect.objectContaining({ code: 'outside-folder' });

describe('resolveInside', () => {
  it.each(['a.txt', 'a/b/c.txt', './a', 'a/../b', '..a', 'not/there/yet', '.'])(
    '"%s" lies inside',
    (path) => {
      const folder = makeFolder();
      expect(resolveInside(folder, path)).toBe(resolve(folder, path));
    },
  );

  it.each(['..', '../a', 'a/../../b', '/etc/passwd', 'a\0b'])('"%s" is refused', (path) => {
    expect(() => resolveInside(makeFolder(), path)).toThrow(outside);
  });

  it('a link out of the folder is refused, also as a folder on the way and where it leads nowhere', () => {
    const folder = makeFolder();
    const elsewhere = makeFolder({ 'a.txt': 'x' });
    symlinkSync(elsewhere, join(folder, 'out'));
    symlinkSync(join(elsewhere, 'not-yet'), join(folder, 'dangling'));
    for (const path of ['out', 'out/a.txt', 'out/new/b.txt', 'dangling'])
      expect(() => resolveInside(folder, path)).toThrow(outside);
  });

  it('a link that stays inside is followed', () => {
    const folder = makeFolder({ 'a.txt': 'x' });
    symlinkSync('a.txt', join(folder, 'b.txt'));
    expect(resolveInside(folder, 'b.txt')).toBe(join(folder, 'b.txt'));
  });

  it('no sequence of steps leads out', () => {
    const folder = makeFolder();
    const step = fc.constantFrom('..', '.', 'a', 'b', '', '/', '...');
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), (steps) => {
        try {
          expect(`${resolveInside(folder, steps.join('/'))}/`.startsWith(`${folder}/`)).toBe(true);
        } catch (error) {
          expect(error).toEqual(outside);
        }
      }),
    );
  });
});
