import { closeSync, ftruncateSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readGivenFile } from '../../src/workspace/read-file.js';
import { makeFolder } from './make-study.js';

/** A file of so many zeros, which takes no room on disk. */
function makeFile(name: string, size: number): string {
  const path = join(makeFolder(), name);
  const descriptor = openSync(path, 'w');
  ftruncateSync(descriptor, size);
  closeSync(descriptor);
  return path;
}

const tooLarge = expect.objectContaining({ code: 'file-too-large' });

describe('a file of more than 50 MB', () => {
  it.each(['call.txt', 'call.docx', 'codes.qdc', 'study.sqlite3'])('is refused as %s', (name) => {
    expect(() => readGivenFile(makeFile(name, 50_000_001), name)).toThrow(tooLarge);
  });

  it('is read where it is the project of another tool, which carries recordings', () => {
    expect(readGivenFile(makeFile('study.QDPX', 50_000_001), 'study.QDPX')).toHaveLength(50_000_001);
  });

  it('is refused where it has more than 500 MB, whatever it is', () => {
    expect(() => readGivenFile(makeFile('study.qdpx', 500_000_001), 'study.qdpx')).toThrow(tooLarge);
  });
});
