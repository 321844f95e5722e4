import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readStudy } from '../../src/workspace/read-study.js';
import { makeFolder, makeStudy } from './make-study.js';

const at = '2026-04-02T09:14:20Z';
const decision = JSON.stringify({ quote: 'q_gone', theme: 'sleep', applies: true, at });
const quote = JSON.stringify({
  id: 'q_1',
  transcript: 'P01',
  start: 0,
  end: 3,
  exact: 'How',
  prefix: '',
  suffix: '',
});
const taxonomy = (themes: string) => `dimensions:\n  - id: theme\n    themes:\n${themes}`;

type Case = {
  readonly title: string;
  readonly files: Readonly<Record<string, string | Uint8Array | undefined>>;
  readonly finding: {
    readonly severity?: string;
    readonly code: string;
    readonly place: object;
    readonly says?: string;
  };
};

const cases: readonly Case[] = [
  {
    title: 'an attribution line with an attribute that nobody recorded',
    files: { 'study.yaml': 'name: x\ncoder: ana\nattribution: "{{rol}}"\n' },
    finding: {
      severity: 'error',
      code: 'unknown-attribute',
      place: { file: 'study.yaml', line: 3, column: 1 },
      says: 'role',
    },
  },
  {
    title: 'an attribution line that fits one person alone',
    files: {
      'study.yaml': 'name: x\ncoder: ana\nattribution: "{{role}}"\n',
      'participants.csv':
        'id,consent,role\nP01,publication,nurse\nP02,publication,porter\nP03,publication,porter\nP04,publication,porter\n',
    },
    finding: {
      severity: 'caution',
      code: 'small-attribution-group',
      place: { file: 'study.yaml', line: 3, column: 1 },
      says: 'nurse',
    },
  },
  {
    title: 'a keyword that can match nothing',
    files: { 'taxonomy.yaml': taxonomy('      - { id: sleep, keywords: ["*", insomnia] }\n') },
    finding: {
      severity: 'caution',
      code: 'idle-keyword',
      place: { file: 'taxonomy.yaml', line: 4, column: 15 },
      says: '"*"',
    },
  },
  {
    title: 'an unknown key in study.yaml',
    files: { 'study.yaml': 'name: x\ncoder: ana\nlangauge: de\n' },
    finding: {
      code: 'unknown-key',
      place: { file: 'study.yaml', line: 3, column: 1 },
      says: 'did you mean "language"?',
    },
  },
  {
    title: 'an unknown key deep in study.yaml',
    files: { 'study.yaml': 'name: x\ncoder: ana\nreports:\n  quotesPerThem: 3\n' },
    finding: {
      code: 'unknown-key',
      place: { file: 'study.yaml', line: 4, column: 3 },
      says: 'did you mean "quotesPerTheme"?',
    },
  },
  {
    title: 'a transcript named in study.yaml that is not there',
    files: { 'study.yaml': 'name: x\ncoder: ana\ntranscripts:\n  P1.md: { participant: P01 }\n' },
    finding: {
      severity: 'caution',
      code: 'unknown-transcript',
      place: { file: 'study.yaml', line: 4, column: 3 },
      says: 'did you mean "P01.md"?',
    },
  },
  {
    title: 'a syntax error in taxonomy.yaml',
    files: { 'taxonomy.yaml': 'dimensions:\n  - id: theme\n    themes: [ { id: sleep }\n  - id: voice\n' },
    finding: { code: 'yaml-syntax', place: { file: 'taxonomy.yaml', line: 4, column: 3 } },
  },
  {
    title: 'a key given twice in taxonomy.yaml',
    files: { 'taxonomy.yaml': taxonomy('      - id: sleep\n        label: A\n        label: B\n') },
    finding: { code: 'yaml-syntax', place: { file: 'taxonomy.yaml', line: 6, column: 9 } },
  },
  {
    title: 'aliases that multiply in taxonomy.yaml',
    files: { 'taxonomy.yaml': 'a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n' },
    finding: { code: 'yaml-syntax', place: { file: 'taxonomy.yaml', line: 2, column: 8 } },
  },
  {
    title: 'an alias that goes in a circle',
    files: { 'taxonomy.yaml': 'dimensions: &a [ { id: theme, themes: *a } ]\n' },
    finding: { code: 'yaml-syntax', place: { file: 'taxonomy.yaml', line: 1, column: 39 } },
  },
  {
    title: 'brackets that nest without end',
    files: { 'taxonomy.yaml': '['.repeat(20_000) },
    finding: { code: 'yaml-syntax', place: { file: 'taxonomy.yaml', line: 1 } },
  },
  {
    title: 'a list where taxonomy.yaml needs keys',
    files: { 'taxonomy.yaml': '- id: sleep\n' },
    finding: { code: 'invalid-value', place: { file: 'taxonomy.yaml', line: 1, column: 1 } },
  },
  {
    title: 'an unknown key of a theme',
    files: { 'taxonomy.yaml': taxonomy('      - id: sleep\n        keyword: [nap]\n        label: S\n') },
    finding: {
      code: 'unknown-key',
      place: { file: 'taxonomy.yaml', line: 5, column: 9 },
      says: 'did you mean "keywords"?',
    },
  },
  {
    title: 'a theme without an id',
    files: { 'taxonomy.yaml': taxonomy('      - { id: sleep, label: S }\n      - label: Pay\n') },
    finding: { code: 'missing-key', place: { file: 'taxonomy.yaml', line: 5, column: 9 }, says: 'Example: ' },
  },
  {
    title: 'a theme whose label is a number',
    files: { 'taxonomy.yaml': taxonomy('      - { id: sleep, label: S }\n      - { id: pay, label: 7 }\n') },
    finding: {
      code: 'invalid-value',
      place: { file: 'taxonomy.yaml', line: 5, column: 27 },
      says: '"quotes"',
    },
  },
  {
    title: 'a theme id used twice',
    files: {
      'taxonomy.yaml': taxonomy('      - { id: sleep, label: S }\n      - { id: sleep, label: T }\n'),
    },
    finding: {
      code: 'theme-id-twice',
      place: { file: 'taxonomy.yaml', line: 5, column: 15 },
      says: 'taxonomy.yaml:4:15 and at taxonomy.yaml:5:15',
    },
  },
  {
    title: 'a theme id used twice, in two dimensions',
    files: {
      'taxonomy.yaml': `${taxonomy('      - { id: sleep, label: S }\n')}  - id: voice\n    themes: [ { id: sleep, label: T } ]\n`,
    },
    finding: { code: 'theme-id-twice', place: { file: 'taxonomy.yaml', line: 6, column: 21 } },
  },
  {
    title: 'a dimension id used twice',
    files: { 'taxonomy.yaml': `${taxonomy('      - { id: sleep, label: S }\n')}  - id: theme\n` },
    finding: { code: 'dimension-id-twice', place: { file: 'taxonomy.yaml', line: 5, column: 9 } },
  },
  {
    title: 'a theme that says nothing',
    files: { 'taxonomy.yaml': taxonomy('      - { id: sleep }\n') },
    finding: {
      severity: 'caution',
      code: 'empty-theme',
      place: { file: 'taxonomy.yaml', line: 4, column: 15 },
    },
  },
  {
    title: 'a taxonomy that is not text',
    files: { 'taxonomy.yaml': new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0, 0]) },
    finding: { code: 'binary-file', place: { file: 'taxonomy.yaml' } },
  },
  {
    title: 'a row of participants with too few cells',
    files: { 'participants.csv': 'id,consent,role\nP01,publication\n' },
    finding: { code: 'ragged-row', place: { file: 'participants.csv', line: 2 } },
  },
  {
    title: 'a cell of participants that never ends',
    files: { 'participants.csv': 'id,consent\nP01,"publication\nP02,research\n' },
    finding: { code: 'csv-syntax', place: { file: 'participants.csv', line: 2 } },
  },
  {
    title: 'participants in a wrong encoding',
    files: {
      'participants.csv': Buffer.from('id,consent,role\nP01,publication,Pfl\xe9gerin\n', 'latin1'),
    },
    finding: { severity: 'caution', code: 'encoding-guessed', place: { file: 'participants.csv', line: 2 } },
  },
  {
    title: 'an empty transcript',
    files: { 'transcripts/P02.txt': '' },
    finding: { code: 'empty-file', place: { file: 'transcripts/P02.txt' } },
  },
  {
    title: 'a binary transcript',
    files: { 'transcripts/P02.txt': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]) },
    finding: { code: 'binary-file', place: { file: 'transcripts/P02.txt' } },
  },
  {
    title: 'a PDF that was not imported',
    files: { 'transcripts/P02.txt': new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31]) },
    finding: { code: 'pdf-not-imported', place: { file: 'transcripts/P02.txt' } },
  },
  {
    title: 'a transcript that is cut off in a character',
    files: { 'transcripts/P02.txt': Buffer.from('P01: Café.\n\nP01: Café').subarray(0, -1) },
    finding: { severity: 'caution', code: 'file-truncated', place: { file: 'transcripts/P02.txt' } },
  },
  {
    title: 'a transcript in a wrong encoding',
    files: { 'transcripts/P02.txt': Buffer.from('P01: One.\n\nP01: Caf\xe9 two.\n', 'latin1') },
    finding: {
      severity: 'caution',
      code: 'encoding-assumed',
      place: { file: 'transcripts/P02.txt', line: 3 },
    },
  },
  {
    title: 'a transcript with no speaker',
    files: { 'transcripts/P02.txt': 'It was late when I came home.\n' },
    finding: { severity: 'caution', code: 'no-speakers', place: { file: 'transcripts/P02.txt' } },
  },
  {
    title: 'an absurdly large transcript',
    files: { 'transcripts/P02.txt': Buffer.alloc(50_000_001, 'a') },
    finding: { code: 'file-too-large', place: { file: 'transcripts/P02.txt' } },
  },
  {
    title: 'two transcripts of one id',
    files: { 'transcripts/P01.txt': 'P01: One.\n\nP01: Two.\n' },
    finding: {
      code: 'transcript-id-twice',
      place: { file: 'transcripts/P01.txt' },
      says: 'transcripts/P01.md and transcripts/P01.txt',
    },
  },
  {
    title: 'a folder inside transcripts/',
    files: { 'transcripts/old/P02.txt': 'P02: One.\n' },
    finding: { severity: 'caution', code: 'folder-in-transcripts', place: { file: 'transcripts/old' } },
  },
  {
    title: 'a participant who has no row',
    files: {
      'participants.csv': 'id,consent\nP001,publication\n',
      'study.yaml': 'name: x\ncoder: ana\ntranscripts: { P01.md: { participant: P01 } }\n',
    },
    finding: {
      severity: 'caution',
      code: 'unknown-participant',
      place: { file: 'transcripts/P01.md' },
      says: 'did you mean "P001"?',
    },
  },
  {
    title: 'a mark that names an unknown theme',
    files: { 'transcripts/P01.md': '**P01:** Well, sleepless.\n\n**P01:** ==Nine hours.=={#slep} Yes.\n' },
    finding: {
      code: 'unknown-theme',
      place: { file: 'transcripts/P01.md', line: 3, column: 27 },
      says: 'did you mean "sleep"?',
    },
  },
  {
    title: 'a line of quotes that is no JSON',
    files: { 'quotes.jsonl': `${quote}\n{"id":"q_2",,}\n` },
    finding: {
      code: 'bad-line',
      place: { file: 'quotes.jsonl', line: 2, column: 13 },
      says: 'Example: {"id"',
    },
  },
  {
    title: 'a quote without its words',
    files: { 'quotes.jsonl': `${quote.replace('"exact":"How",', '')}\n` },
    finding: { code: 'missing-key', place: { file: 'quotes.jsonl', line: 1, column: 1 }, says: '"exact"' },
  },
  {
    title: 'a quote that ends before it starts',
    files: { 'quotes.jsonl': `${quote.replace('"start":0', '"start":9')}\n` },
    finding: { code: 'invalid-value', place: { file: 'quotes.jsonl', line: 1, column: 42 }, says: '"end"' },
  },
  {
    title: 'a quote with an unknown key',
    files: { 'quotes.jsonl': `${quote.replace('"prefix"', '"wordng":"How?","prefix"')}\n` },
    finding: {
      code: 'unknown-key',
      place: { file: 'quotes.jsonl', line: 1, column: 64 },
      says: 'did you mean "wording"?',
    },
  },
  {
    title: 'a quote id used twice',
    files: { 'quotes.jsonl': `${quote}\n\n${quote}\n` },
    finding: { code: 'quote-id-twice', place: { file: 'quotes.jsonl', line: 3 }, says: 'line 1 and line 3' },
  },
  {
    title: 'bytes in quotes that are not UTF-8',
    files: { 'quotes.jsonl': Buffer.from(`${quote}\n${quote.replace('How', 'H\xf6w')}\n`, 'latin1') },
    finding: { code: 'bad-line', place: { file: 'quotes.jsonl', line: 2, column: 60 } },
  },
  {
    title: 'a decision on a quote that is gone',
    files: { 'decisions/ben.jsonl': `\n${decision}\n` },
    finding: { code: 'decision-without-quote', place: { file: 'decisions/ben.jsonl', line: 2, column: 1 } },
  },
  {
    title: 'a decision on an unknown theme',
    files: { 'decisions/ben.jsonl': `${decision.replace('sleep', 'slep')}\n` },
    finding: {
      code: 'unknown-theme',
      place: { file: 'decisions/ben.jsonl', line: 1, column: 1 },
      says: 'did you mean "sleep"?',
    },
  },
  {
    title: 'a decision that neither applies nor not',
    files: { 'decisions/ben.jsonl': `${decision.replace('true', '"yes"')}\n` },
    finding: { code: 'invalid-value', place: { file: 'decisions/ben.jsonl', line: 1, column: 35 } },
  },
  {
    title: 'a decision cut off by a crash',
    files: { 'decisions/ben.jsonl': decision.slice(0, -9) },
    finding: { severity: 'caution', code: 'torn-line', place: { file: 'decisions/ben.jsonl', line: 1 } },
  },
  {
    title: 'a memo of an unknown theme',
    files: { 'memos/sleeep.md': 'Much to say.\n' },
    finding: {
      severity: 'caution',
      code: 'memo-without-theme',
      place: { file: 'memos/sleeep.md' },
      says: 'did you mean "sleep"?',
    },
  },
];

describe('a study with one thing wrong', () => {
  it.each(cases)('$title is told with its place, and the rest is read', ({ files, finding }) => {
    const { severity = 'error', code, place, says = '' } = finding;
    const { notices, study } = readStudy(makeStudy(files));
    const found = notices.find((notice) => notice.code === code);
    expect(found).toMatchObject({ severity, code, place });
    expect(found?.message).toContain(says);
    expect(study.transcripts.map(({ id }) => id)).toContain('P01');
    expect(study.quotes.length).toBeGreaterThan(0);
  });

  it('every problem of every file is told at once', () => {
    const { notices } = readStudy(
      makeStudy({
        'study.yaml': 'name: x\ncoder: ana\nlangauge: de\n',
        'taxonomy.yaml': taxonomy('      - { id: sleep, lable: S }\n      - { id: pay, notes: x }\n'),
        'participants.csv': 'id,consent,email\nP01,publicaton,p@example.org\n,research,\n',
        'quotes.jsonl': 'x\ny\n',
        'decisions/ben.jsonl': `${decision}\n`,
        'transcripts/P02.txt': '',
      }),
    );
    expect(notices.map(({ code, place }) => [code, place.file, place.line])).toEqual([
      ['unknown-key', 'study.yaml', 3],
      ['refused-column', 'participants.csv', 1],
      ['unknown-consent', 'participants.csv', 2],
      ['missing-id', 'participants.csv', 3],
      ['unknown-key', 'taxonomy.yaml', 4],
      ['unknown-key', 'taxonomy.yaml', 5],
      ['empty-theme', 'taxonomy.yaml', 4],
      ['empty-theme', 'taxonomy.yaml', 5],
      ['empty-file', 'transcripts/P02.txt', undefined],
      ['bad-line', 'quotes.jsonl', 1],
      ['bad-line', 'quotes.jsonl', 2],
      ['decision-without-quote', 'decisions/ben.jsonl', 1],
    ]);
  });

  it('a taxonomy that cannot be read calls no theme and no memo unknown', () => {
    const { notices, study } = readStudy(
      makeStudy({ 'taxonomy.yaml': '{', 'memos/sleep.md': 'Much to say.' }),
    );
    expect(notices.map(({ code }) => code)).toEqual(['yaml-syntax']);
    expect(study.decisions).toEqual([]);
  });

  it('a theme beside one that cannot be used is used', () => {
    const themes =
      '      - { id: "no spaces", label: N }\n      - { id: sleep, label: S, keywords: [nap, 7] }\n';
    const { study } = readStudy(makeStudy({ 'taxonomy.yaml': taxonomy(themes) }));
    expect(study.taxonomy.themes.map(({ id, keywords }) => [id, keywords])).toEqual([['sleep', ['nap']]]);
  });

  it('keys named like parts of every object do no harm', () => {
    const { study } = readStudy(
      makeStudy({
        'participants.csv': 'id,consent,__proto__,constructor\nP01,publication,a,b\n__proto__,research,c,d\n',
        'study.yaml': 'name: x\ncoder: ana\n__proto__: { name: y }\nspeakers: { constructor: P01 }\n',
      }),
    );
    expect(Object.getPrototypeOf(study.settings)).toBe(Object.prototype);
    expect(study.participants.map(({ id }) => id)).toEqual(['P01', '__proto__']);
    expect(Object.entries(study.participants[0]?.attributes ?? {})).toEqual([
      ['__proto__', 'a'],
      ['constructor', 'b'],
    ]);
  });
});

describe('a study that cannot be opened', () => {
  it.each([
    ['a folder without study.yaml', { 'study.yaml': undefined }, 'no-study', {}],
    ['an empty study.yaml', { 'study.yaml': '' }, 'settings-unusable', { line: 1, column: 1 }],
    ['a syntax error', { 'study.yaml': 'name: x\n\tcoder: ana\n' }, 'yaml-syntax', { line: 2, column: 1 }],
    ['a key given twice', { 'study.yaml': 'name: x\nname: y\n' }, 'yaml-syntax', { line: 2, column: 1 }],
    ['a missing name', { 'study.yaml': 'coder: ana\n' }, 'settings-unusable', { line: 1, column: 1 }],
    [
      'a consent that nobody can give',
      { 'study.yaml': 'name: x\nreports:\n  consent: teachin\n' },
      'settings-unusable',
      { line: 3, column: 12 },
    ],
  ])('%s is an error with its place and a hint', (_title, files, code, place) => {
    expect(() => readStudy(makeStudy(files))).toThrow(
      expect.objectContaining({
        code,
        place: { file: 'study.yaml', ...place },
        hint: expect.stringMatching(/init|spaces/),
      }),
    );
  });

  it('a folder that is not there is no study', () => {
    expect(() => readStudy(join(makeFolder(), 'nowhere'))).toThrow(
      expect.objectContaining({ code: 'no-study' }),
    );
  });

  it('all that is wrong with study.yaml is in one message', () => {
    const folder = makeStudy({
      'study.yaml': 'coder: "a b"\nlanguage: english\nreports: { quotesPerTheme: 0 }\n',
    });
    expect(() => readStudy(folder)).toThrow(
      /"name".*"language".*"coder".*"reports.quotesPerTheme" must be at least 1/,
    );
  });

  it('a misspelt key of study.yaml is told beside what makes the file unusable', () => {
    const folder = makeStudy({ 'study.yaml': 'name: A study\nlangauge: en\napproach: code\n' });
    expect(() => readStudy(folder)).toThrow(/line 2: "langauge" .*did you mean "language"/);
  });
});

describe('a study folder that is built to lead out of it', () => {
  it('a transcript that is a link out of the study is refused', () => {
    const folder = makeStudy();
    const outside = makeFolder({ 'secret.txt': 'P01: Secret.\n\nP01: Words.\n' });
    symlinkSync(join(outside, 'secret.txt'), join(folder, 'transcripts', 'P02.txt'));
    const { notices, study } = readStudy(folder);
    expect(notices).toMatchObject([
      { severity: 'error', code: 'outside-folder', place: { file: 'transcripts/P02.txt' } },
    ]);
    expect(study.transcripts.map(({ id }) => id)).toEqual(['P01']);
  });

  it('a transcripts/ that is a link out of the study is refused', () => {
    const folder = makeStudy({ 'transcripts/P01.md': undefined });
    symlinkSync(makeFolder({ 'P02.txt': 'P02: Hello.\n' }), join(folder, 'transcripts'));
    expect(readStudy(folder).notices).toMatchObject([
      { code: 'outside-folder', place: { file: 'transcripts' } },
    ]);
  });

  it('a folder where a file is needed is told', () => {
    const folder = makeStudy({ 'quotes.jsonl': undefined });
    mkdirSync(join(folder, 'quotes.jsonl'));
    expect(readStudy(folder).notices).toMatchObject([
      { code: 'not-a-file', place: { file: 'quotes.jsonl' } },
    ]);
  });
});

const nobody = 65_534;
const isRoot = process.geteuid?.() === 0;

/** Root may read everything, so the work is done as nobody. */
function asNobody<T>(work: () => T): T {
  if (!isRoot) return work();
  process.seteuid?.(nobody);
  try {
    return work();
  } finally {
    process.seteuid?.(0);
  }
}

describe('a study without permission', () => {
  it('files and folders that may not be read are told, and the rest is read', () => {
    const folder = makeStudy({ 'transcripts/P02.txt': 'P02: Hello.\n', 'decisions/ben.jsonl': '' });
    chmodSync(folder, 0o755);
    chmodSync(join(folder, 'transcripts', 'P02.txt'), 0);
    chmodSync(join(folder, 'decisions'), 0);
    const { notices, study } = asNobody(() => readStudy(folder));
    expect(notices.map(({ severity, code, place }) => [severity, code, place.file])).toEqual([
      ['error', 'no-permission', 'transcripts/P02.txt'],
      ['error', 'no-permission', 'decisions'],
    ]);
    expect(study.transcripts.map(({ id }) => id)).toEqual(['P01']);
    chmodSync(join(folder, 'decisions'), 0o755);
  });

  it('a study whose folder may not be entered is an error', () => {
    const folder = makeStudy();
    chmodSync(folder, 0);
    expect(() => asNobody(() => readStudy(folder))).toThrow(
      expect.objectContaining({ code: 'no-permission', place: { file: 'study.yaml' } }),
    );
    chmodSync(folder, 0o755);
  });
});
