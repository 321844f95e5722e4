import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readDraft } from '../../src/workspace/read-draft.js';

const folder = mkdtempSync(join(tmpdir(), 'themeloom-draft-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const withCode = (code: string) => expect.objectContaining({ code });

describe('a draft on disk', () => {
  it('is its file name and its paragraphs', () => {
    const { file, blocks } = readDraft(write('a.md', 'One.\n\nTwo.\n'));
    expect(file).toBe('a.md');
    expect(blocks.map(({ text }) => text.trim())).toEqual(['One.', 'Two.']);
  });

  it('is composed (NFC), whatever it was saved as', () => {
    expect(readDraft(write('b.txt', 'Zoe\u0308')).blocks[0]?.text.trim()).toBe('Zo\u00eb');
  });

  it.each(['', ' \n'])('without words has no paragraphs: "%s"', (text) => {
    expect(readDraft(write('empty.md', text)).blocks).toEqual([]);
  });

  it.each([
    ['a Word document', 'a.docx', Uint8Array.of(0x50, 0x4b, 3, 4), 'unsupported-draft'],
    ['a zip with another name', 'a.txt', Uint8Array.of(0x50, 0x4b, 3, 4), 'binary-file'],
    ['more than 5 MB', 'large.md', new Uint8Array(5_000_001).fill(0x61), 'draft-too-large'],
    ['50 MB', 'larger.md', new Uint8Array(50_000_001).fill(0x61), 'file-too-large'],
  ])('is refused: %s', (_what, name, bytes, code) => {
    expect(() => readDraft(write(name, bytes))).toThrowError(withCode(code));
  });

  it('that is missing is told by its name', () => {
    expect(() => readDraft(join(folder, 'nowhere.md'))).toThrowError(withCode('file-missing'));
  });
});
