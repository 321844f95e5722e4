import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importFiles } from '../../src/workspace/import-files.js';
import { isQuoteTable } from '../../src/workspace/read-quote-table.js';
import { readStudy } from '../../src/workspace/read-study.js';
import { type Files, listContents, makeFolder, makeStudy } from './make-study.js';

const at = '2026-11-22T15:00:00Z';
const talk =
  '**Interviewer:** And the pay?\n\n**P02:** It’s not enough, you know. I work two nights more than I want to.\n\n**P02:** And nobody asks me about it.\n';

/** Imports files with the given content into a study. */
function run(folder: string, files: Files, options: Partial<Parameters<typeof importFiles>[2]> = {}) {
  const source = makeFolder(files);
  const paths = Object.keys(files).map((name) => join(source, name));
  return importFiles(folder, paths, { at, ...options });
}

describe('importing transcripts', () => {
  it('copies them as they are, and says what it took', () => {
    const folder = makeStudy();
    const result = run(folder, { 'P02.md': talk });
    expect(result).toMatchObject({
      complete: true,
      transcripts: { taken: ['P02.md'], already: [], left: [] },
    });
    expect(readFileSync(join(folder, 'transcripts/P02.md'), 'utf8')).toBe(talk);
    expect(readStudy(folder).study.transcripts.map(({ id }) => id)).toEqual(['P01', 'P02']);
  });

  it('the same file again is there already', () => {
    const folder = makeStudy({ 'transcripts/P02.md': talk });
    expect(run(folder, { 'P02.md': talk })).toMatchObject({
      complete: true,
      transcripts: { taken: [], already: ['P02.md'] },
    });
  });

  it.each([
    ['another file of the same name', 'P01.md', talk, 'is another file'],
    ['another file of the same id', 'P01.txt', 'P01: One.\n\nP01: Two.\n', 'a transcript "P01" already'],
    ['an empty file', 'P02.txt', '', 'empty'],
    ['a binary file', 'P02.docx', '\x89PNG', 'binary|no format'],
    ['a file that would not be read', 'README.md', talk, 'rename it'],
  ])('%s is left where it is, with the reason', (_what, name, content, reason) => {
    const folder = makeStudy();
    const before = listContents(folder);
    const result = run(folder, { [name]: content });
    expect(result).toMatchObject({ complete: false, transcripts: { taken: [], left: [{ file: name }] } });
    expect(result.transcripts.left[0]?.reason).toMatch(new RegExp(reason));
    expect(listContents(folder)).toEqual(before);
  });

  it('a file that is not there is left, and the others are taken', () => {
    const folder = makeStudy();
    const source = makeFolder({ 'P02.md': talk });
    const result = importFiles(folder, [join(source, 'P99.md'), join(source, 'P02.md')], { at });
    expect(result.transcripts).toMatchObject({ taken: ['P02.md'], left: [{ file: 'P99.md' }] });
  });

  it('two files of one id in one import: the second is left', () => {
    const result = run(makeStudy(), { 'P02.md': talk, 'P02.txt': 'P02: One.\n\nP02: Two.\n' });
    expect(result.transcripts).toMatchObject({ taken: ['P02.md'], left: [{ file: 'P02.txt' }] });
  });

  it('nothing is imported while another process writes', () => {
    const folder = makeStudy({ '.themeloom.lock': '1 elsewhere\n' });
    expect(() => run(folder, { 'P02.md': talk })).toThrow(expect.objectContaining({ code: 'study-locked' }));
  });
});

const table = `Document,Highlight,Tags,Coder,Comment
P02,"it's not enough,   you know.",Sleep;#Fair pay,ben,said twice
P02.md,I work two nights more than I want to.,pay,,
p02,And nobody aks me about it.,pay,ben,
,nobody asks me,,,
P03,Not there.,pay,ben,
P02,These words were never said by anybody in it.,pay,ben,
P02,,pay,ben,
P02,And nobody asks me about it.,pay,../ben,
`;

describe('importing a table of quotes', () => {
  const study = () => makeStudy({ 'transcripts/P02.md': talk });

  it('finds rows exactly, by their words alone, and approximately with the score', () => {
    const folder = study();
    const result = run(folder, { 'table.csv': table });
    expect(result.quotes.taken).toBe(4);
    expect(result.notices).toMatchObject([
      { severity: 'caution', code: 'found-approximately', place: { file: 'table.csv', line: 4 } },
    ]);
    const quotes = readStudy(folder).study.quotes.filter(({ transcriptId }) => transcriptId === 'P02');
    expect(quotes.map(({ exact, by, note, at: time }) => [exact, by, note, time])).toEqual([
      ['It’s not enough, you know.', 'ben', 'said twice', at],
      ['I work two nights more than I want to.', 'ana', undefined, at],
      ['And nobody asks me about it.', 'ben', undefined, at],
      ['nobody asks me', 'ana', undefined, at],
    ]);
  });

  it('themes are found by id or label, and a new one is added to the taxonomy and said so', () => {
    const folder = study();
    const result = run(folder, { 'table.csv': table });
    expect(result.themesAdded).toEqual([{ id: 'fair-pay', label: 'Fair pay' }]);
    const { decisions, taxonomy } = readStudy(folder).study;
    expect(taxonomy.themes.map(({ id, dimension }) => [id, dimension])).toEqual([
      ['sleep', 'theme'],
      ['pay', 'theme'],
      ['fair-pay', 'theme'],
    ]);
    expect(decisions.slice(1).map(({ themeId, coder, applies }) => [themeId, coder, applies])).toEqual([
      ['pay', 'ana', true],
      ['sleep', 'ben', true],
      ['fair-pay', 'ben', true],
      ['pay', 'ben', true],
    ]);
  });

  it('rows that are not taken are listed with the reason and kept whole', () => {
    const folder = study();
    const { quotes, complete } = run(folder, { 'table.csv': table });
    expect(complete).toBe(false);
    expect(quotes.notFound.map(({ file, line }) => [file, line])).toEqual([
      ['table.csv', 6],
      ['table.csv', 7],
      ['table.csv', 8],
      ['table.csv', 9],
    ]);
    const report = readFileSync(join(folder, 'import-report.csv'), 'utf8').split('\r\n');
    expect(report).toHaveLength(1 + 4 + 1);
    expect(report[1]).toMatch(/^table\.csv,6,.*P03.*,Not there\.,pay,ben,,,$/);
  });

  it('importing twice changes nothing', () => {
    const folder = study();
    run(folder, { 'table.csv': table });
    const before = listContents(folder);
    const again = run(folder, { 'table.csv': table }, { at: '2027-01-01T00:00:00Z' });
    expect(again).toMatchObject({ quotes: { taken: 0, already: 4 }, decisions: 0, themesAdded: [] });
    expect(listContents(folder)).toEqual(before);
  });

  it('a decision that was changed since stays as it was changed', () => {
    const folder = study();
    const row = 'transcript,quote,themes\nP02,And nobody asks me about it.,pay\n';
    run(folder, { 'table.csv': row });
    const decided = join(folder, 'decisions/ana.jsonl');
    const [line = ''] = readFileSync(decided, 'utf8').split('\n');
    writeFileSync(decided, `${line}\n${line.replace('true', 'false')}\n`);
    expect(run(folder, { 'table.csv': row }).decisions).toBe(0);
    expect(readStudy(folder).study.decisions.at(-1)).toMatchObject({ themeId: 'pay', applies: false });
  });

  it('a passage that is marked already is not taken twice, and gets its decision', () => {
    const folder = makeStudy();
    const row =
      'transcript,quote,themes,coder\nP01,I wake up at noon and cannot find back to sleep.,pay,ben\n';
    expect(run(folder, { 'table.csv': row })).toMatchObject({ quotes: { taken: 1 }, decisions: 1 });
    const { quotes, decisions } = readStudy(folder).study;
    expect(quotes).toHaveLength(1);
    expect(decisions.map(({ coder, themeId }) => [coder, themeId])).toEqual([
      ['ana', 'sleep'],
      ['ben', 'pay'],
    ]);
  });

  it('the same words marked twice in a table are two places, with ids of their own', () => {
    const folder = makeStudy({
      'transcripts/P02.md': '**P02:** Never again, I said. Never again, I said.\n\n**P02:** Ok.\n',
    });
    const row = 'P02,"Never again, I said."\n';
    expect(run(folder, { 'table.csv': `transcript,quote\n${row}${row}` }).notices).toEqual([]);
    const quotes = readStudy(folder).study.quotes.filter(({ transcriptId }) => transcriptId === 'P02');
    expect(quotes.map(({ span }) => span.start)).toEqual([0, 'Never again, I said. '.length]);
    expect(new Set(quotes.map(({ id }) => id)).size).toBe(2);
  });

  it('rows of another coder, or with another theme, speak of the same passage', () => {
    const folder = makeStudy({
      'transcripts/P02.md': '**P02:** Never again, I said. Never again, I said.\n\n**P02:** Ok.\n',
    });
    const rows = ['ana,sleep', 'ana,pay', 'ben,sleep'].map((row) => `P02,"Never again, I said.",${row}\n`);
    run(folder, { 'table.csv': `transcript,quote,coder,themes\n${rows.join('')}` });
    const { quotes, decisions } = readStudy(folder).study;
    expect(quotes.filter(({ transcriptId }) => transcriptId === 'P02')).toHaveLength(1);
    expect(decisions.filter(({ decidedAt }) => decidedAt !== '')).toHaveLength(3);
  });

  it('words that stand in more places than rows have them are taken at the first, and said', () => {
    const folder = makeStudy({
      'transcripts/P02.md': '**P02:** Never again, I said. Never again, I said.\n\n**P02:** Ok.\n',
    });
    const result = run(folder, { 'table.csv': 'transcript,quote\nP02,"Never again, I said."\n' });
    expect(result.notices).toMatchObject([
      { severity: 'caution', code: 'found-repeatedly', place: { file: 'table.csv', line: 2 } },
    ]);
    expect(result.notices[0]?.message).toContain('2 places of "P02"');
  });

  it('a column "applies" may say that a theme does not', () => {
    const folder = study();
    const result = run(folder, {
      'table.csv':
        'transcript,quote,themes,applies\nP02,And nobody asks me about it.,pay,no\nP02,nobody asks me,pay,maybe\n',
    });
    expect(readStudy(folder).study.decisions.at(-1)).toMatchObject({ themeId: 'pay', applies: false });
    expect(result.quotes.notFound).toMatchObject([
      { line: 3, reason: expect.stringContaining('true or false') },
    ]);
  });

  it('rows of earlier tables stay in the import report, and no cell of it is a formula', () => {
    const folder = study();
    run(folder, { 'one.csv': 'transcript,quote\nP02,"=HYPERLINK(""http://x.example"")"\n' });
    run(folder, { 'two.csv': 'transcript,quote\nP02,+1 was never said at all\n' });
    const report = readFileSync(join(folder, 'import-report.csv'), 'utf8');
    expect(report.split('\r\n').map((line) => line.slice(0, 9))).toEqual([
      'file,line',
      'one.csv,2',
      'two.csv,2',
      '',
    ]);
    expect(report).toContain(`"'=HYPERLINK(""http://x.example"")"`);
    expect(report).toContain(`,'+1 was never said at all,`);
  });

  it('transcripts and tables of one import go together', () => {
    const result = run(makeStudy(), {
      'table.csv': 'transcript,quote\nP02,And nobody asks me about it.\n',
      'P02.md': talk,
    });
    expect(result).toMatchObject({
      complete: true,
      transcripts: { taken: ['P02.md'] },
      quotes: { taken: 1 },
    });
  });

  it('a taxonomy that cannot be read takes no new theme, and nothing else is written', () => {
    const folder = makeStudy({ 'taxonomy.yaml': 'dimensions: [' });
    const before = listContents(folder);
    expect(() =>
      run(folder, { 'table.csv': 'transcript,quote,themes\nP01,The flat is loud.,noise\n' }),
    ).toThrow(
      expect.objectContaining({
        code: 'yaml-syntax',
        place: expect.objectContaining({ file: 'taxonomy.yaml' }),
      }),
    );
    expect(listContents(folder)).toEqual(before);
  });

  it('the comments and the order of taxonomy.yaml stay when a theme is added', () => {
    const taxonomy =
      '# Ours.\ndimensions:\n  - id: voice # first\n    themes:\n      - { id: fear, label: Fear }\n  - id: theme\n    themes:\n      # from round one\n      - id: sleep\n        label: "Sleep"\n';
    const folder = makeStudy({ 'taxonomy.yaml': taxonomy });
    run(folder, { 'table.csv': 'transcript,quote,themes\nP01,The flat is loud.,Noise\n' });
    expect(readFileSync(join(folder, 'taxonomy.yaml'), 'utf8')).toBe(
      `${taxonomy}      - id: noise\n        label: Noise\n`,
    );
  });

  it.each([
    ['a missing file', undefined],
    ['an empty file', ''],
    ['a dimension without themes', 'dimensions:\n  - id: theme\n'],
    ['an empty list', 'dimensions:\n  - id: theme\n    themes: []\n'],
    ['another dimension', 'dimensions: [ { id: voice } ]\n'],
  ])('the first theme is added to %s', (_what, taxonomy) => {
    const folder = makeStudy({ 'taxonomy.yaml': taxonomy });
    run(folder, { 'table.csv': 'transcript,quote,themes\nP01,The flat is loud.,Noise\n' });
    const { themes, dimensions } = readStudy(folder).study.taxonomy;
    expect(themes.map(({ id, dimension }) => [id, dimension])).toEqual([['noise', 'theme']]);
    expect(dimensions[0]?.id).toBe('theme');
  });
});

describe('the columns of a table of quotes', () => {
  it.each([
    [['transcript', 'quote', 'themes', 'coder'], true],
    [['id', 'document', 'tag', 'content'], true],
    [['Participant', 'Excerpt'], true],
    [['speaker', 'text', 'tags'], false],
    [['speaker', 'quote', 'timestamp'], false],
    [['transcript_id', 'text'], false],
    [['start', 'end', 'text'], false],
  ])('%j holds quotes: %s', (header, expected) => {
    expect(isQuoteTable(header)).toBe(expected);
  });

  it('may be named by the user', () => {
    const folder = makeStudy();
    const files = { 'table.csv': 'Wo,Was gesagt wurde,Thema\nP01,The flat is loud.,pay\n' };
    const columns = { quote: 'Was gesagt wurde', transcript: 'Wo', themes: 'Thema' };
    expect(run(folder, files, { columns })).toMatchObject({ quotes: { taken: 1 }, decisions: 1 });
  });

  it.each([
    ['a column that the file lacks', { quote: 'Highlght' }, 'unknown-column', '"Highlight"'],
    ['a name that is none of ours', { quotes: 'Highlight' }, 'unknown-column', '"quote"'],
    ['no column of quotes', { themes: 'Tags' }, 'missing-column', 'Wo'],
  ])('%s in the map is an error, and nothing is imported', (_what, columns, code, says) => {
    const folder = makeStudy();
    const before = listContents(folder);
    const header = code === 'missing-column' ? 'Wo,Tags' : 'Highlight,Tags';
    expect(() => run(folder, { 'P02.md': talk, 'table.csv': `${header}\na,b\n` }, { columns })).toThrow(
      expect.objectContaining({
        code,
        message: expect.stringContaining(says),
        place: { file: 'table.csv', line: 1 },
      }),
    );
    expect(listContents(folder)).toEqual(before);
  });
});

describe('importing the wordings of quotes', () => {
  const unmarked = {
    'transcripts/P01.md':
      '**Interviewer:** And?\n\n**P01:** I wake up at noon and cannot find back to sleep. Loud.\n',
  };
  const table = (wording: string) => ({
    'table.csv': `quote,participant,wording\n"I wake up at noon and cannot find back to sleep.",P01,${wording}\n`,
  });

  it('marks what was left out', () => {
    const folder = makeStudy(unmarked);
    expect(run(folder, table('I wake up and cannot find back to sleep.'))).toMatchObject({
      complete: true,
      quotes: { taken: 1 },
      notices: [],
    });
    const recorded = readFileSync(join(folder, 'quotes.jsonl'), 'utf8');
    expect(JSON.parse(recorded)).toMatchObject({
      wording: 'I wake up […] and cannot find back to sleep.',
    });
  });

  it('says so where a marked omission hides a negation', () => {
    expect(run(makeStudy(unmarked), table('I wake up at noon […]')).notices).toEqual([
      expect.objectContaining({ code: 'wording-hides-negation', place: { file: 'table.csv', line: 2 } }),
    ]);
  });

  it('keeps a row whose wording changes words, with the difference', () => {
    const folder = makeStudy(unmarked);
    const result = run(folder, table('I wake up at ten and cannot find back to sleep.'));
    expect(result).toMatchObject({ complete: false, quotes: { taken: 0, notFound: [{ line: 2 }] } });
    expect(result.quotes.notFound[0]?.reason).toContain('"ten" stands where the transcript has "noon"');
    expect(readFileSync(join(folder, 'import-report.csv'), 'utf8')).toContain('I wake up at ten');
  });

  it('leaves the wording of a quote that the study has already', () => {
    const folder = makeStudy(unmarked);
    run(folder, table('I wake up and cannot find back to sleep.'));
    const before = readFileSync(join(folder, 'quotes.jsonl'), 'utf8');
    const again = run(folder, table('[Then] I wake up at noon and cannot find back to sleep.'));
    expect(again.notices).toEqual([expect.objectContaining({ code: 'wording-not-taken' })]);
    expect(readFileSync(join(folder, 'quotes.jsonl'), 'utf8')).toBe(before);
  });
});
