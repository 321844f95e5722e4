import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readDraft } from '../../src/workspace/read-draft.js';
import { makeWord, paragraph, run } from '../formats/office/make-word.js';
import { makePackage } from '../packages/make-package.js';

const folder = mkdtempSync(join(tmpdir(), 'themeloom-draft-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const longWord = makeWord(paragraph(run('words '.repeat(900_000))));

const broken = Uint8Array.from([0xef, 0xbb, 0xbf, ...Array(40).fill(0xe9), 0x61]);

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

  it('is counted in lines, and a Word document in paragraphs, with what was left out of it', () => {
    const body = paragraph(run('One.')) + paragraph(`<w:del w:id="1">${run('Gone.')}</w:del>${run('Two.')}`);
    const word = readDraft(write('a.docx', makeWord(body).bytes));
    expect(word.blocks.map(({ text }) => text)).toEqual(['One.', 'Two.']);
    expect(word.notices.map(({ code }) => code)).toEqual(['deletions-left-out']);
    expect([word.countedIn, readDraft(write('a.txt', 'One.')).countedIn]).toEqual(['paragraph', 'line']);
  });

  it.each(['', ' \n'])('without words has no paragraphs: "%s"', (text) => {
    expect(readDraft(write('empty.md', text)).blocks).toEqual([]);
  });

  it.each([
    ['a PDF', 'a.pdf', Uint8Array.of(0x25, 0x50), 'unsupported-draft'],
    ['a Word document that is cut off', 'a.docx', Uint8Array.of(0x50, 0x4b, 3, 4), 'damaged-package'],
    [
      'a Word document of another kind',
      'a.docx',
      makePackage({ 'a.xml': '<a/>' }).bytes,
      'not-a-word-document',
    ],
    ['a Word document with a password', 'a.docx', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), 'protected-package'],
    ['a Word document of more than 5 million letters', 'b.docx', longWord.bytes, 'draft-too-large'],
    ['a zip with another name', 'a.txt', Uint8Array.of(0x50, 0x4b, 3, 4), 'binary-file'],
    ['the bytes 0 to 255', 'a.md', Uint8Array.from(Array(256).keys()), 'binary-file'],
    ['the bytes 0 to 255 as a page', 'a.html', Uint8Array.from(Array(256).keys()), 'binary-file'],
    ['control characters in UTF-8', 'a.txt', Uint8Array.from(Array(32).keys()).slice(1), 'binary-file'],
    ['UTF-8 by its mark and by nothing else', 'a.txt', broken, 'binary-file'],
    ['more than 5 MB', 'large.md', new Uint8Array(5_000_001).fill(0x61), 'draft-too-large'],
    ['50 MB', 'larger.md', new Uint8Array(50_000_001).fill(0x61), 'file-too-large'],
  ])('is refused: %s', (_what, name, bytes, code) => {
    expect(() => readDraft(write(name, bytes))).toThrowError(withCode(code));
  });

  it('that is missing is told by its name', () => {
    expect(() => readDraft(join(folder, 'nowhere.md'))).toThrowError(withCode('file-missing'));
  });
});
