import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ToolkitError } from '../../../src/errors.js';
import { openDatabase } from '../../../src/exchanges/sqlite/open-database.js';
import { readHtmlText } from '../../../src/exchanges/taguette/read-html-text.js';
import { readTaguette } from '../../../src/exchanges/taguette/read-taguette.js';
import { importFiles } from '../../../src/workspace/import-files.js';
import { readStudy } from '../../../src/workspace/read-study.js';
import { listContents, makeFolder } from '../../workspace/make-study.js';

/**
 * Written by SQLite 3.40 with Taguette's tables: invented words, pages of 512 bytes, so that tables have inner pages
 * and the document runs over many. Highlight 39 has lost its place, highlight 40 covers nothing.
 */
const path = join(import.meta.dirname, 'nights.sqlite3');
const source = { name: 'nights.sqlite3', bytes: new Uint8Array(readFileSync(path)) };
const at = '2026-11-22T15:00:00Z';

describe('a project of Taguette', () => {
  it('gives every highlight its own words, though places count bytes between the tags', () => {
    const { study, places, losses } = readTaguette(source);
    const [text] = study.texts;
    const words = study.passages.map(({ start, end }) => text?.text.slice(start, end));
    expect(words.slice(0, 38)).toEqual(
      Array.from({ length: 38 }, (_, n) => `I slept – “badly” – for ${n + 1} hours & woke 😀 at noon.`),
    );
    expect(words[38]).toBe('On night 39 I slept');
    expect(places).toEqual({ verified: 38, unnamed: 0, moved: 1, doubtful: 0 });
    expect(losses).toMatchObject([{ element: 'highlight', count: 1 }]);
  });

  it('gives tags with their parents before them, and all tags of a highlight', () => {
    const { themes, passages } = readTaguette(source).study;
    expect(themes).toMatchObject([
      { key: '2', label: 'Sleep', description: 'all of it', parent: null },
      { key: '1', label: 'Hours', description: 'how long', parent: '2' },
    ]);
    expect(passages.slice(0, 2).map(({ decisions }) => decisions.map(({ theme }) => theme))).toEqual([
      ['1'],
      ['1', '2'],
    ]);
  });

  it('becomes part of a study with every quote in place, and changes nothing when it is imported again', () => {
    const folder = makeFolder({ 'study.yaml': 'name: Nights\n' });
    const [taken] = importFiles(folder, [path], { at }).exchanged;
    expect(taken).toMatchObject({ origin: 'Taguette', conflicts: [], verified: 39 });
    expect(taken?.taken).toMatchObject({ themes: 2, transcripts: 1, quotes: 39, decisions: 58 });
    const { study } = readStudy(folder);
    expect(study.transcripts[0]?.utterances).toHaveLength(40);
    const before = listContents(folder);
    const [again] = importFiles(folder, [path], { at: '2026-11-23T15:00:00Z' }).exchanged;
    expect(again).toMatchObject({ conflicts: [], already: { quotes: 39, decisions: 58 } });
    expect(listContents(folder)).toEqual(before);
  });

  it('is refused or read, and never does harm, whatever bytes of it are others', () => {
    const change = fc.tuple(fc.nat(source.bytes.length - 1), fc.nat(255));
    fc.assert(
      fc.property(
        fc.array(change, { minLength: 1, maxLength: 20 }),
        fc.nat(source.bytes.length),
        (changes, length) => {
          const bytes = source.bytes.slice(0, length % 3 === 0 ? length : undefined);
          for (const [place, value] of changes) if (place < bytes.length) bytes[place] = value;
          try {
            readTaguette({ name: 'a.sqlite3', bytes });
          } catch (error) {
            if (!(error instanceof ToolkitError)) throw error;
          }
        },
      ),
      { numRuns: 300, seed: 7 },
    );
  });
});

const hasSqlite = (() => {
  try {
    execFileSync('python3', ['-c', 'import sqlite3'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

describe.skipIf(!hasSqlite)('a database, where Python is there to write one', () => {
  it('gives back every kind of value, with row ids and long texts', () => {
    const file = join(makeFolder(), 'a.db');
    const script = [
      'import sqlite3, sys',
      'db = sqlite3.connect(sys.argv[1])',
      'db.execute("CREATE TABLE [a b] (\\"key\\" INTEGER PRIMARY KEY, n, t TEXT DEFAULT (\'a,b\'), CHECK (n <> 5), UNIQUE (t))")',
      'for i, n in enumerate([0, 1, -1, 127, -128, 40000, -9000000, 2**31, -2**40, 2**47, 2.5, None]): db.execute("INSERT INTO [a b] VALUES (?,?,?)", (i * 1000 + 1, n, "é" * i * 3000))',
      'db.commit()',
    ].join('\n');
    execFileSync('python3', ['-c', script, file]);
    const rows = openDatabase({ name: 'a.db', bytes: new Uint8Array(readFileSync(file)) }).read('a b');
    expect(rows.map((row) => row.get('n'))).toEqual([
      ...[0, 1, -1, 127, -128, 40_000, -9_000_000, 2 ** 31, -(2 ** 40), 2 ** 47, 2.5, null],
    ]);
    expect(rows.map((row) => row.get('key'))).toEqual(rows.map((_, index) => index * 1000 + 1));
    expect(rows.map((row) => row.get('t'))).toEqual(rows.map((_, index) => 'é'.repeat(index * 3000)));
  });
});

describe('the text of a document', () => {
  it('has blocks on lines of their own, and counts bytes as if it had not', () => {
    const { text, toSpan } = readHtmlText('\n<p>Zoë &amp; I</p><p>&#x1F600; <b>late</b></p>');
    expect(text).toBe('Zoë & I\n😀 late\n');
    const cut = (before: string, words: string) => {
      const [from, size] = [before, words].map((part) => new TextEncoder().encode(part).length);
      const { start, end } = toSpan(from ?? 0, (from ?? 0) + (size ?? 0));
      return text.slice(start, end);
    };
    expect(cut('Zoë ', '& I')).toBe('& I');
    expect(cut('Zoë & I', '😀 late')).toBe('😀 late');
    expect(cut('Zoë & I😀 ', 'late')).toBe('late');
  });

  it('finds any place in a long text, by bytes as they are in UTF-8', () => {
    const text = fc
      .array(fc.constantFrom('a', 'é', '—', '😀', '\ud800', 'words '), { minLength: 1, maxLength: 4000 })
      .map((parts) => `x${parts.join('')}`);
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (html, one, other) => {
        const points = [...html];
        const [from = 0, to = 0] = [one, other].map((n) => n % (points.length + 1)).sort((a, b) => a - b);
        const bytes = (count: number) => new TextEncoder().encode(points.slice(0, count).join('')).length;
        const read = readHtmlText(html);
        const { start, end } = read.toSpan(bytes(from), bytes(to));
        expect(read.text.slice(start, end)).toBe(points.slice(from, to).join(''));
      }),
      { numRuns: 200 },
    );
  });

  it.each(['<'.repeat(100_000), '<!--'.repeat(50_000), '<p "'.repeat(50_000), '&'.repeat(100_000)])(
    'is read at once, however it was broken',
    (html) => {
      expect(typeof readHtmlText(html).text).toBe('string');
    },
  );
});
