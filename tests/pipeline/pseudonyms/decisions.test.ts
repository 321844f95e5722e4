import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ToolkitError } from '../../../src/errors.js';
import { identifierVerdictSchema } from '../../../src/model/identifier-decision.js';
import { formatSheet, readSheet, type SheetRow } from '../../../src/pipeline/pseudonyms/decision-sheet.js';
import type { FoundString } from '../../../src/pipeline/pseudonyms/found-string.js';
import { gatherStrings } from '../../../src/pipeline/pseudonyms/gather-strings.js';
import { listNameParts } from '../../../src/pipeline/pseudonyms/list-name-parts.js';
import { markDecided } from '../../../src/pipeline/pseudonyms/mark-decided.js';
import { maskText } from '../../../src/pipeline/pseudonyms/mask-text.js';
import { countPseudonym } from '../../../src/pipeline/pseudonyms/name-pseudonym.js';
import { proposeDecisions } from '../../../src/pipeline/pseudonyms/propose-decisions.js';
import { readPseudonymSource } from '../../../src/pipeline/pseudonyms/read-pseudonym-source.js';
import { settleDecisions } from '../../../src/pipeline/pseudonyms/settle-decisions.js';
import { foldIdentifier } from '../../../src/pipeline/pseudonyms/split-runs.js';
import { makeDecision } from './make-decision.js';

function makeRow(text: string, rest: Partial<SheetRow> = {}): SheetRow {
  return {
    text,
    kind: 'name',
    count: 1,
    example: '',
    proposal: 'replace',
    decision: 'replace',
    sameAs: '',
    replacement: '',
    note: '',
    line: 2,
    ...rest,
  };
}

function makeFound(text: string, kind = 'name', isSure = false): FoundString {
  return { text, key: foldIdentifier(text), kind, isSure, count: 1, example: text };
}

const propose = (
  found: readonly FoundString[],
  decided: readonly { text: string; kind: string; replacement: string }[] = [],
) => proposeDecisions({ found, decided, taken: new Set(), participants: new Map([['dana r', 'P03']]) });

const settle = (rows: readonly SheetRow[], known: ReturnType<typeof makeDecision>[] = []) =>
  settleDecisions({
    rows,
    known,
    taken: new Set(['person 1']),
    participantIds: new Set(['P03', 'anna']),
    sheet: 'sheet.csv',
    at: '2026-11-22T12:00:00Z',
    by: 'ana',
  });
const pseudonyms = (rows: readonly SheetRow[], known: ReturnType<typeof makeDecision>[] = []) =>
  settle(rows, known).map(({ text, replacement }) => [text, replacement]);

function catchError(work: () => unknown): ToolkitError {
  try {
    work();
  } catch (error) {
    if (error instanceof ToolkitError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('proposeDecisions', () => {
  it('decides what has a form of its own, and leaves names to a person', () => {
    const rows = propose([makeFound('sam@lighthouse.example', 'email-address', true), makeFound('Priya')]);
    expect(rows.map(({ decision, replacement }) => [decision, replacement])).toEqual([
      ['replace', '[Email 1]'],
      [undefined, '[Person 1]'],
    ]);
  });

  it('proposes a part of one longer name as the same, and says where it could be of two', () => {
    const rows = propose([
      makeFound('Priya Okafor'),
      makeFound('Okafor'),
      makeFound('Sarah Lind'),
      makeFound('Sarah Berg'),
      makeFound('Sarah'),
    ]);
    expect(rows.map(({ text, sameAs }) => [text, sameAs])).toContainEqual(['Okafor', 'Priya Okafor']);
    const sarah = rows.find(({ text }) => text === 'Sarah');
    expect(sarah?.sameAs).toBe('');
    expect(sarah?.note).toContain('part of Sarah Lind and of Sarah Berg');
  });

  it('knows the names that were decided before, and asks for new ones only', () => {
    const before = { text: 'Priya Okafor', kind: 'name', replacement: '[Person 1]' };
    const rows = propose([makeFound('PRIYA OKAFOR'), makeFound('Priya')], [before]);
    expect(rows.map(({ text, sameAs }) => [text, sameAs])).toEqual([['Priya', 'Priya Okafor']]);
  });

  it('does not propose that a town is the club named for it, but says so', () => {
    const rows = propose([makeFound('Leeds', 'place'), makeFound('Leeds United')]);
    expect(rows.map(({ text, sameAs, replacement }) => [text, sameAs, replacement])).toEqual([
      ['Leeds', '', '[Place 1]'],
      ['Leeds United', '', '[Person 1]'],
    ]);
    expect(rows[0]?.note).toMatch(/part of Leeds United/);
  });

  it('says which names are spelled alike', () => {
    const [, second] = propose([makeFound('Katarina'), makeFound('Katerina')]);
    expect(second?.note).toContain('spelled like Katarina');
    expect(second?.sameAs).toBe('');
  });

  it('gives a label of a participant the participant’s id', () => {
    expect(propose([makeFound('Dana R.', 'speaker', true)])[0]?.replacement).toBe('[P03]');
  });
});

describe('gatherStrings', () => {
  const gather = (text: string, name = 'a.txt') =>
    gatherStrings([readPseudonymSource({ name, text })], {
      knownLabels: new Set(),
      decided: [],
      language: 'en',
    });
  const texts = (text: string, name?: string) => gather(text, name).map((found) => found.text);

  it('finds labels, names in speech, and what stands beside the speech', () => {
    const found = texts(
      '---\nparticipant: P01\ncontact: sam@lighthouse.example\n---\nInterviewer: How is Mr Okafor?\nTamsin: I saw Okafor today.\nInterviewer: And you?\nTamsin: Fine.\n',
    );
    expect(found).toEqual(expect.arrayContaining(['Tamsin', 'sam@lighthouse.example']));
    expect(found.some((text) => text.includes('Okafor'))).toBe(true);
    expect(found).not.toContain('Interviewer');
  });

  it('finds parts of a name that stand alone, in any case, but no title, particle or everyday word', () => {
    const source = readPseudonymSource({
      name: 'a.txt',
      text: 'I: Who?\nP: Dr Grace van Okafor, grace from the van. okafor it is, Lind too.\n',
    });
    expect(listNameParts(['Dr Grace van Okafor', 'Mia Lind', 'Lind'], [source], new Set(['lind']))).toEqual([
      'Okafor',
    ]);
  });

  it('takes an age with its words, so that no time and no count is replaced', () => {
    const found = gather('Interviewer: Age?\nP01: I am 34 years old. In 34 days my son turns 12.\n');
    expect(found.filter(({ kind }) => kind === 'age').map(({ text }) => text)).toEqual(
      expect.arrayContaining(['34 years old']),
    );
    expect(found.every(({ text }) => !/^\d{1,3}$/.test(text))).toBe(true);
    const sheet = formatSheet(propose(found));
    expect(readSheet({ name: 's.csv', text: sheet })).toHaveLength(found.length);
  });

  it('takes no pseudonym for a name', () => {
    expect(texts('Interviewer: Who is [Colleague 2]?\nP01: We met [Colleague 2] in [Place 1].\n')).toEqual(
      [],
    );
  });
});

describe('settleDecisions', () => {
  it('counts pseudonyms by kind, past those that stand in the text already', () => {
    expect(
      pseudonyms([
        makeRow('Priya'),
        makeRow('Dan'),
        makeRow('Nortech', { kind: 'organisation' }),
        makeRow('Leeds', { kind: 'place' }),
      ]),
    ).toEqual([
      ['Priya', '[Person 2]'],
      ['Dan', '[Person 3]'],
      ['Nortech', '[Employer A]'],
      ['Leeds', '[Place 1]'],
    ]);
  });

  it('counts a noun, and takes a whole pseudonym, a participant and a wider word as they are', () => {
    expect(
      pseudonyms([
        makeRow('Priya', { replacement: 'Colleague' }),
        makeRow('Dan', { replacement: '[Colleague 1]' }),
        makeRow('Tamsin', { replacement: 'P03' }),
        makeRow('Anna L', { replacement: '[anna]' }),
        makeRow('Leeds', { decision: 'generalise', replacement: 'City in northern England' }),
        makeRow('Bradford', { decision: 'generalise', replacement: 'city in northern England' }),
        makeRow('Slack', { decision: 'keep', replacement: '[Person 9]' }),
        makeRow('Monday', { decision: 'not-a-name' }),
      ]),
    ).toEqual([
      ['Priya', '[Colleague 2]'],
      ['Dan', '[Colleague 1]'],
      ['Tamsin', '[P03]'],
      ['Anna L', '[anna]'],
      ['Leeds', '[City in northern England]'],
      ['Bradford', '[city in northern England]'],
      ['Slack', ''],
      ['Monday', ''],
    ]);
  });

  it('gives all forms of one identity one pseudonym, also to one decided before', () => {
    const known = [makeDecision('Priya Okafor', '[Person 7]')];
    expect(
      pseudonyms([makeRow('Priya', { sameAs: 'PRIYA okafor' }), makeRow('Pri', { sameAs: 'Priya' })], known),
    ).toEqual([
      ['Priya Okafor', '[Person 7]'],
      ['Priya', '[Person 7]'],
      ['Pri', '[Person 7]'],
    ]);
  });

  it('keeps what was decided before, forms of one identity included', () => {
    const first = settle([makeRow('Priya Okafor'), makeRow('Priya', { sameAs: 'Priya Okafor' })]);
    expect(settle([], [...first])).toEqual(first);
  });

  it('lets a later row change a decision', () => {
    expect(
      pseudonyms([makeRow('priya', { decision: 'keep' })], [makeDecision('Priya', '[Person 7]')]),
    ).toEqual([['priya', '']]);
  });

  it.each<readonly [code: string, rows: readonly SheetRow[]]>([
    [
      'pseudonym-shared',
      [makeRow('Priya', { replacement: 'Boss 1' }), makeRow('Tamsin', { replacement: '[boss 1]', line: 3 })],
    ],
    [
      'pseudonym-shared',
      [
        makeRow('Priya', { replacement: 'Boss 1' }),
        makeRow('Tamsin', { decision: 'generalise', replacement: 'Boss 1', line: 3 }),
      ],
    ],
    ['pseudonym-holds-name', [makeRow('Tamsin'), makeRow('Priya', { replacement: 'Tamsin', line: 3 })]],
    [
      'pseudonym-holds-name',
      [
        makeRow('Tamsin'),
        makeRow('Priya', { decision: 'generalise', replacement: 'Friend of TAMSIN', line: 3 }),
      ],
    ],
    [
      'pseudonym-holds-name',
      [
        makeRow('Tamsin', { decision: 'keep' }),
        makeRow('Priya', { decision: 'generalise', replacement: 'Tamsin', line: 3 }),
      ],
    ],
    [
      'unknown-same-as',
      [makeRow('Tamsin', { decision: 'keep' }), makeRow('Priya', { sameAs: 'Tamsin', line: 3 })],
    ],
    ['unknown-same-as', [makeRow('Priya', { sameAs: 'Tamsin', line: 3 })]],
    [
      'same-as-circle',
      [makeRow('Tamsin', { sameAs: 'Priya', line: 3 }), makeRow('Priya', { sameAs: 'Tamsin', line: 3 })],
    ],
    ['missing-replacement', [makeRow('Tamsin', { decision: 'generalise', line: 3 })]],
    [
      'bad-replacement',
      [makeRow('Tamsin', { replacement: 'a\nb', line: 3 })].map((row) => ({
        ...row,
        replacement: 'x, "y": <z>',
      })),
    ],
  ])('refuses with %s, with its line and without a name', (code, rows) => {
    const { message, hint = '', ...error } = catchError(() => settle(rows));
    expect(error).toMatchObject({ code, place: { file: 'sheet.csv', line: 3 } });
    expect(`${message} ${hint}`).not.toMatch(/tamsin|priya|boss/i);
  });
});

describe('the sheet', () => {
  const cell = fc
    .string({
      unit: fc.constantFrom('a', 'B', ' ', ',', ';', '"', '\n', '=', '+', '-', '@', 'é', '山', '7', "'", '['),
    })
    .map((text) => text.trim())
    .filter((text) => !/^'[=+\-@]/.test(text));
  const rows = fc.uniqueArray(
    fc.record({
      text: cell.filter((text) => /[a-zé山]/i.test(text)),
      kind: fc.constantFrom('name', 'place'),
      count: fc.nat(99),
      example: cell,
      proposal: fc.constantFrom(...identifierVerdictSchema.values),
      decision: fc.constantFrom(...identifierVerdictSchema.values),
      sameAs: cell,
      replacement: cell,
      note: cell,
    }),
    { selector: ({ text }) => foldIdentifier(text) },
  );

  it('what is written is read back equal', () => {
    fc.assert(
      fc.property(rows, (written) => {
        const text = formatSheet(written.map((row) => ({ ...row, line: 0 })));
        expect(readSheet({ name: 's.csv', text }).map(({ line, ...row }) => row)).toEqual(written);
      }),
    );
  });

  it('reads what a spreadsheet makes of it, and rows that a person adds', () => {
    const text = 'Text;Decision;Same as;Replacement\nTamsin;Not a name;;\nPriya;;;\n';
    expect(readSheet({ name: 's.csv', text })).toMatchObject([
      { text: 'Tamsin', decision: 'not-a-name', kind: 'name', line: 2 },
      { text: 'Priya', line: 3 },
    ]);
    expect(readSheet({ name: 's.csv', text })[1]).not.toHaveProperty('decision');
  });

  it.each([
    ['bad-decision', 'text,decision\nTamsin,replase\n', 2],
    ['string-twice', 'text,decision\nTamsin,keep\n"TAMSIN’s",keep\n', 3],
    ['bad-string', 'text,decision\n…,replace\n', 2],
    ['bad-string', 'text,decision\n34,replace\n', 2],
    ['missing-column', 'name,decision\nTamsin,keep\n', 1],
    ['csv-syntax', 'text,decision\n"Tamsin,keep\n', 2],
  ])('refuses with %s, with its line and without a name', (code, text, line) => {
    const error = catchError(() => readSheet({ name: 's.csv', text }));
    expect(error).toMatchObject({ code, place: { file: 's.csv', line } });
    expect(`${error.message} ${error.hint}`).not.toMatch(/tamsin/i);
  });
});

describe('small parts', () => {
  it('masks a name but for its ends, and a short one whole', () => {
    expect(['Priya', 'Ann', 'É', '山田太郎'].map(maskText)).toEqual([
      'P…a (5 characters)',
      '… (3 characters)',
      '… (1 character)',
      '山…郎 (4 characters)',
    ]);
  });

  it('counts employers by letters', () => {
    const taken = new Set<string>();
    const found = Array.from({ length: 28 }, () => {
      const pseudonym = countPseudonym('Employer', taken);
      taken.add(foldIdentifier(pseudonym));
      return pseudonym;
    });
    expect([found[0], found[25], found[26], found[27]]).toEqual([
      '[Employer A]',
      '[Employer Z]',
      '[Employer AA]',
      '[Employer AB]',
    ]);
  });

  it('marks what is decided, in any case', () => {
    expect(markDecided([{ text: 'SLACK' }, { text: 'Priya' }], [makeDecision('Slack')])).toEqual([
      { text: 'SLACK', decided: true, decision: 'keep' },
      { text: 'Priya', decided: false },
    ]);
  });
});
