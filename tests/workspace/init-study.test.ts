import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { initStudy } from '../../src/workspace/init-study.js';
import { readStudy } from '../../src/workspace/read-study.js';
import { listContents, makeFolder } from './make-study.js';

describe('initStudy', () => {
  it.each([
    ['a new study', false],
    ['a copy of the sample', true],
  ])('%s is read without an error or a caution', (_what, sample) => {
    const folder = join(makeFolder(), 'my-study');
    const files = initStudy(folder, { sample });
    const { study, notices } = readStudy(folder);
    expect(notices.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(listContents(folder).map(([file]) => file)).toEqual([...files].sort());
    expect(study.quotes.length).toBeGreaterThan(0);
    expect(study.decisions.length).toBeGreaterThan(0);
    expect(study.memos.length).toBeGreaterThan(0);
    const voices = study.taxonomy.themes.filter(({ dimension }) => dimension === 'voice');
    expect(voices.map(({ id }) => id)).toEqual(['dream', 'fear', 'pain-point', 'obstacle']);
  });

  it('takes an empty folder, and makes nothing in one that holds anything', () => {
    const empty = makeFolder();
    expect(initStudy(empty, { sample: false })).toContain('study.yaml');
    const before = listContents(empty);
    expect(() => initStudy(empty, { sample: true })).toThrow(
      expect.objectContaining({ code: 'folder-not-empty', place: { file: empty } }),
    );
    expect(listContents(empty)).toEqual(before);
  });

  it('a file in the place of the folder is told', () => {
    const folder = makeFolder({ taken: 'x' });
    expect(() => initStudy(join(folder, 'taken'), { sample: false })).toThrow(
      expect.objectContaining({ code: 'not-a-folder' }),
    );
  });
});
