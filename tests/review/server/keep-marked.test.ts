import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ToolkitError } from '../../../src/errors.js';
import { explainDisk } from '../../../src/review/server/explain-disk.js';
import { keepMarked } from '../../../src/review/server/keep-marked.js';
import { makeFolder } from '../../workspace/make-study.js';

const address = { host: '127.0.0.1', port: 4711 };

describe('the mark of a study that is open', () => {
  it('is made as soon as the disk lets it, and until then it is told why there is none', () => {
    const folder = join(makeFolder(), 'not-mounted-yet');
    const told: (string | undefined)[] = [];
    const tell = (failure: ToolkitError | undefined) => told.push(failure?.code);
    const marked = keepMarked({ folder, address, stale: undefined, tell });
    marked.look();
    expect(told).toEqual(['file-missing', 'file-missing']);
    mkdirSync(folder);
    marked.look();
    expect(told.at(-1)).toBeUndefined();
    expect(existsSync(join(folder, '.themeloom-review'))).toBe(true);
    marked.look();
    expect(told).toHaveLength(3);
    marked.end();
    expect(existsSync(join(folder, '.themeloom-review'))).toBe(false);
  });

  it('is left to another server that was quicker in the meantime', () => {
    const folder = join(makeFolder(), 'not-mounted-yet');
    const late = keepMarked({ folder, address, stale: undefined, tell: () => undefined });
    mkdirSync(folder);
    const first = keepMarked({ folder, address, stale: undefined, tell: () => undefined });
    expect(() => late.look()).not.toThrow();
    late.end();
    expect(existsSync(join(folder, '.themeloom-review'))).toBe(true);
    first.end();
    expect(() =>
      keepMarked({ folder, address, stale: undefined, tell: () => undefined }).end(),
    ).not.toThrow();
  });
});

describe('a disk that refuses', () => {
  const refuse = (code: string, file: string) =>
    new ToolkitError(code, `${file} cannot be written`, { hint: 'Run it again.', place: { file } });

  it.each(['disk-full', 'read-only', 'no-permission'])(
    'is told of the study’s folder, not of a lock: %s',
    (code) => {
      const told = explainDisk(refuse(code, '.themeloom.lock'));
      expect(told).toMatchObject({ code, message: expect.stringContaining('folder cannot be written') });
      expect(told.hint).not.toContain('again');
      expect(told.message).not.toContain('.lock');
    },
  );

  it('is told as it is where a file of the study is meant, or another program is writing', () => {
    for (const error of [
      refuse('disk-full', 'history.jsonl'),
      refuse('study-locked', '.themeloom.lock'),
      'x',
    ])
      expect(explainDisk(error)).toBe(error);
  });
});
