import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ToolkitError } from '../../../src/errors.js';
import { readQualcoder } from '../../../src/exchanges/qualcoder/read-qualcoder.js';
import { importFiles } from '../../../src/workspace/import-files.js';
import { readStudy } from '../../../src/workspace/read-study.js';
import { listContents, makeFolder } from '../../workspace/make-study.js';
import { category, code, coding, makeQualcoder, source } from './make-project.js';

const at = '2026-11-22T15:00:00Z';
const talk =
  'Interviewer: How do you sleep?\n\nP01: Badly 😀, since nights are loud.\n\nP01: I wake up at noon and cannot find back.\n';
const place = (words: string, text = talk): readonly [number, number] => [
  text.indexOf(words),
  text.indexOf(words) + words.length,
];
const mark = (words: string, codes = 1) => ({ code: codes, file: 1, words, place: place(words) });

describe('a project of QualCoder', () => {
  it('gives categories and codes as themes, parents first, with their memos; sub-codes lie below codes', () => {
    const { study, losses } = readQualcoder(
      makeQualcoder({
        code_cat: [
          category(1, 'Hours', 2),
          category(2, 'Work'),
          category(3, 'Odd', 4),
          category(4, 'Even', 3),
        ],
        code_name: [
          code(1, 'Late', { code: 2 }),
          code(2, 'Nights', { cat: 1, memo: 'after ten' }),
          code(3, 'Pay'),
        ],
      }),
    );
    expect(study.themes.map(({ key, label, parent }) => [key, label, parent])).toEqual([
      ['category 2', 'Work', null],
      ['category 1', 'Hours', 'category 2'],
      ['category 4', 'Even', null],
      ['category 3', 'Odd', 'category 4'],
      ['code 2', 'Nights', 'category 1'],
      ['code 1', 'Late', 'code 2'],
      ['code 3', 'Pay', null],
    ]);
    expect(study.themes.find(({ label }) => label === 'Nights')?.description).toBe('after ten');
    expect(study.origin).toBe('QualCoder 4.0');
    expect(losses.map(({ element, count }) => [element, count])).toEqual([
      ['category', 4],
      ['colour of a code', 3],
    ]);
  });

  it('gives each passage once, with a decision for each code and coder, their notes, days and the coder’s own pick', () => {
    const words = 'since nights are loud';
    const { passages, coders } = readQualcoder(
      makeQualcoder({
        source: [source(1, 'P01.docx', talk)],
        code_name: [code(1, 'Noise'), code(2, 'Sleep')],
        code_text: [
          coding(1, { ...mark(words), owner: 'Jane Smith', memo: 'the street' }),
          coding(2, { ...mark(words, 2), owner: 'Jane Smith', important: 1 }),
          coding(3, { ...mark(words, 2), owner: 'ben' }),
        ],
        annotation: [
          [1, 1, ...place(words), 'ask again', 'ben', '2026-02-03 04:05:06'],
          [2, 1, ...place('at noon'), 'which day?', 'ben', '2026-02-03 04:05:06'],
        ],
      }),
    ).study;
    expect(passages.map(({ start, end }) => talk.slice(start, end))).toEqual([words, 'at noon']);
    expect(passages).toMatchObject([
      {
        note: 'ask again',
        important: true,
        coder: 'Jane Smith',
        decisions: [
          {
            theme: 'code 1',
            coder: 'Jane Smith',
            applies: true,
            at: '2026-02-03T04:05:06Z',
            note: 'the street',
          },
          { theme: 'code 2', coder: 'Jane Smith' },
          { theme: 'code 2', coder: 'ben' },
        ],
      },
      { note: 'which day?', coder: 'ben', decisions: [] },
    ]);
    expect(coders.map(({ name, isCode }) => [name, isCode])).toEqual([
      ['Jane Smith', false],
      ['ben', false],
    ]);
  });

  it('gives cases as participants with their texts and attributes, and a file with attributes that no case has', () => {
    const { study, losses } = readQualcoder(
      makeQualcoder({
        source: [source(1, 'one.txt', 'One.'), source(2, 'two.txt', 'Two.'), source(3, 'P03.txt', 'Three.')],
        cases: [[1, 'P01', 'quiet', 'default', '2026-01-02']],
        case_text: [
          [1, 1, 1, 0, 4, 'default', '', ''],
          [2, 1, 2, 0, 4, 'default', '', ''],
          [3, 1, 9, 0, 4, 'default', '', ''],
        ],
        attribute: [
          [1, 'role', 'case', 'nurse', 1, '', ''],
          [2, 'team', 'case', ' ', 1, '', ''],
          [3, 'place', 'file', 'home', 1, '', ''],
          [4, 'role', 'file', 'porter', 3, '', ''],
        ],
      }),
    );
    expect(study.participants).toEqual([
      { key: 'case 1', name: 'P01', attributes: { role: 'nurse' }, texts: ['1', '2'] },
      { key: 'file 3', name: 'P03', attributes: { role: 'porter' }, texts: ['3'] },
    ]);
    expect(losses.map(({ element }) => element)).toEqual(['memo of a case', 'attribute of a file']);
  });

  it('tells what has no place: recordings, their codings, journals, memos, drawings, and marks without code or text', () => {
    const { study, losses } = readQualcoder(
      makeQualcoder({
        project: [['v17', '', 'about sleep', '', 0, '']],
        source: [source(1, 'P01.docx', talk, 'long'), source(2, 'talk.mp3', null)],
        code_name: [code(1, 'Noise')],
        code_text: [
          coding(1, { ...mark('loud'), code: 9 }),
          coding(2, { ...mark('loud'), file: 9 }),
          coding(3, { ...mark('loud'), place: [5, 5000] }),
        ],
        code_av: [[1, 2, 0, 9, 1, '']],
        code_image: [[1, 2, 0, 9, 1, '']],
        journal: [[1, 'Day 1', 'Long.', '', '']],
        graph: [[1, 'Map']],
      }),
    );
    expect(study).toMatchObject({ origin: 'QualCoder', passages: [] });
    expect(losses.map(({ element, count, kept }) => [element, count, kept])).toEqual(
      [
        ...['source without text', 'coding of an image', 'coding of a recording', 'colour of a code'],
        ...['journal entry', 'memo of the project', 'memo of a file', 'graph'],
        ...['coding or annotation outside its text', 'coding with a code that is not there'],
      ].map((element) => [element, element.startsWith('coding or') ? 2 : 1, false]),
    );
  });

  it('leaves out what the program marked itself to say who speaks, and the names in it', () => {
    const speaker = '📌 Speaker coding';
    const said = 'I wake up at noon and cannot find back.';
    const { study, losses } = readQualcoder(
      makeQualcoder({
        source: [source(1, 'P01.docx', talk)],
        code_cat: [[1, '📌 Speakers', speaker, '', '', null]],
        code_name: [[1, 'Jane Smith', '', 1, speaker, '', '', null], code(2, 'Sleep')],
        code_text: [
          coding(1, { ...mark(said), owner: speaker }),
          coding(2, { ...mark(said, 2), owner: 'ben' }),
        ],
      }),
    );
    expect(study.themes.map(({ label }) => label)).toEqual(['Sleep']);
    expect(study.coders.map(({ name }) => name)).toEqual(['ben']);
    expect(study.passages.map(({ decisions }) => decisions.length)).toEqual([1]);
    expect(losses).toContainEqual(expect.objectContaining({ element: 'speaker coding', count: 1 }));
  });

  it('finds a passage that has shifted by its words, and doubts one that is called by something else', () => {
    const { study, places } = readQualcoder(
      makeQualcoder({
        source: [source(1, 'P01.docx', talk)],
        code_name: [code(1, 'Noise')],
        code_text: [
          coding(1, mark('since nights are loud')),
          coding(2, { ...mark('wake up at noon'), place: [2, 17] }),
          coding(3, { ...mark('cannot find back'), words: '\\w+ find .*' }),
        ],
      }),
    );
    expect(places).toEqual({ verified: 1, unnamed: 0, moved: 1, doubtful: 1 });
    expect(study.passages.map(({ start, end }) => talk.slice(start, end))).toEqual([
      'since nights are loud',
      'wake up at noon',
      'cannot find back',
    ]);
  });

  it('gives every passage its own words, whether places count code points or UTF-16 units, and a line end once or twice', () => {
    const word = fc.constantFrom('never', 'know', '😀', '👩‍👧', 'cafe\u0301', 'naïve', 'שלום', '𝒳', 'nights');
    const line = fc.array(word, { minLength: 3, maxLength: 8 }).map((words) => words.join(' '));
    const text = fc
      .tuple(fc.array(line, { minLength: 1, maxLength: 8 }), fc.constantFrom('\n', '\r\n'))
      .map(([lines, end]) => lines.join(end));
    const cuts = fc.array(fc.tuple(fc.nat(150), fc.integer({ min: 14, max: 60 })), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(text, cuts, fc.boolean(), fc.boolean(), (raw, wanted, isWide, countsTwice) => {
        const unified = raw.replaceAll('\r\n', '\n');
        const count = (offset: number) => {
          const before = unified.slice(0, offset);
          const points = isWide ? before.length : [...before].length;
          return points + (countsTwice && raw !== unified ? before.split('\n').length - 1 : 0);
        };
        const spans = wanted
          .map(([from, length]) => [from, Math.min(from + length, unified.length)] as const)
          .filter(([from, to]) => to - from > 13)
          .filter((ends) => ends.every((end) => !/^[\udc00-\udfff]/.test(unified.slice(end))));
        const { study, places } = readQualcoder(
          makeQualcoder({
            source: [source(1, 'P01.txt', raw)],
            code_name: spans.map((_, index) => code(index + 1, `Code ${index + 1}`)),
            code_text: spans.map(([from, to], index) =>
              coding(index + 1, {
                code: index + 1,
                file: 1,
                words: unified.slice(from, to).replaceAll('\n', '\u2029'),
                place: [count(from), count(to)],
              }),
            ),
          }),
        );
        const fold = (words: string) => words.replace(/\s+/g, ' ').trim();
        const byCode = new Map(
          study.passages.flatMap(({ start, end, decisions }) =>
            decisions.map(
              ({ theme }) => [theme, fold(study.texts[0]?.text.slice(start, end) ?? '')] as const,
            ),
          ),
        );
        expect(spans.map((_, index) => byCode.get(`code ${index + 1}`))).toEqual(
          spans.map(([from, to]) => fold(unified.slice(from, to))),
        );
        expect(places).toMatchObject({ unnamed: 0, moved: 0, doubtful: 0 });
      }),
      { numRuns: 60 },
    );
  });

  it('becomes part of a study by its folder or by the file in it, and changes nothing when it is imported again', () => {
    const { bytes } = makeQualcoder({
      source: [source(1, 'P01.docx', talk)],
      code_name: [code(1, 'Noise')],
      code_text: [coding(1, mark('since nights are loud')), coding(2, mark('wake up at noon'))],
    });
    const project = join(
      makeFolder({ 'nights.qda/data.qda': bytes, 'nights.qda/documents/a.docx': 'a' }),
      'nights.qda',
    );
    const folder = makeFolder({ 'study.yaml': 'name: Nights\n' });
    const [taken] = importFiles(folder, [project], { at }).exchanged;
    expect(taken).toMatchObject({ file: 'nights.qda', exchange: 'qualcoder', conflicts: [], verified: 2 });
    expect(readStudy(folder).study.quotes.map(({ transcriptId, exact }) => [transcriptId, exact])).toEqual([
      ['P01', 'since nights are loud'],
      ['P01', 'wake up at noon'],
    ]);
    const before = listContents(folder);
    const [again] = importFiles(folder, [join(project, 'data.qda')], { at }).exchanged;
    expect(again).toMatchObject({ conflicts: [], already: { quotes: 2, decisions: 2, themes: 1 } });
    expect(listContents(folder)).toEqual(before);
  });

  it('is left with the reason where the folder holds no database, or it is one of something else', () => {
    const elsewhere = makeQualcoder({ case_text: null }).bytes;
    const given = makeFolder({ 'a.qda/readme.txt': 'a', 'b.qda/data.qda': elsewhere, 'c.qda': 'words' });
    const folder = makeFolder({ 'study.yaml': 'name: Nights\n' });
    const paths = ['a.qda', 'b.qda', 'c.qda'].map((name) => join(given, name));
    const { transcripts, complete } = importFiles(folder, paths, { at });
    expect(complete).toBe(false);
    expect(transcripts.left).toEqual([
      { file: 'a.qda', reason: expect.stringContaining('a.qda') },
      { file: 'b.qda', reason: expect.stringContaining('no project of QualCoder') },
      { file: 'c.qda', reason: expect.stringContaining('no database of SQLite') },
    ]);
  });

  it('is refused or read, and never does harm, whatever bytes of it are others', () => {
    const { bytes } = makeQualcoder({
      source: [source(1, 'P01.docx', talk)],
      code_cat: [category(1, 'Hours'), category(2, 'Days', 1)],
      code_name: [code(1, 'Noise', { cat: 2 })],
      code_text: [coding(1, mark('since nights are loud'))],
    });
    // Most of a page is empty: what is changed is what says something.
    const filled = [...bytes.keys()].filter((index) => bytes[index] !== 0);
    const change = fc.tuple(fc.nat(filled.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 12 }), (changes) => {
        const spoilt = bytes.slice();
        for (const [index, value] of changes) spoilt[filled[index] ?? 0] = value;
        try {
          readQualcoder({ name: 'a.qda', bytes: spoilt });
        } catch (error) {
          if (!(error instanceof ToolkitError)) throw error;
        }
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});
