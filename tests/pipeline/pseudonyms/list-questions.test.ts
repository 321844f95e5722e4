import { describe, expect, it } from 'vitest';
import type { IdentifierDecision } from '../../../src/model/identifier-decision.js';
import type { FoundString } from '../../../src/pipeline/pseudonyms/found-string.js';
import { gatherStrings } from '../../../src/pipeline/pseudonyms/gather-strings.js';
import { listQuestions } from '../../../src/pipeline/pseudonyms/list-questions.js';
import { readPseudonymSource } from '../../../src/pipeline/pseudonyms/read-pseudonym-source.js';
import { foldIdentifier } from '../../../src/pipeline/pseudonyms/split-runs.js';
import { tellVaguely } from '../../../src/pipeline/pseudonyms/tell-vaguely.js';
import { makeDecision } from './make-decision.js';

function makeFound(text: string, kind: string, rest: Partial<FoundString> = {}): FoundString {
  return { text, key: foldIdentifier(text), kind, isSure: false, count: 1, example: text, ...rest };
}

const found = [
  makeFound('ana@harbour.example', 'email-address', { isSure: true, count: 9 }),
  makeFound('Leeds', 'place', { count: 2 }),
  makeFound('Ullapool', 'place', { count: 3 }),
  makeFound('34', 'age'),
  makeFound('Branagh', 'person', { count: 7 }),
  makeFound('Okafor', 'name', { count: 8, isPart: true }),
  makeFound('Tamsin Okafor', 'speaker', { isSure: true }),
  makeFound('Nortech', 'organisation'),
];

const ask = (strings: readonly FoundString[], decided: readonly IdentifierDecision[] = []) =>
  listQuestions({ found: strings, decided, taken: new Set(), participants: new Map() });

describe('listQuestions', () => {
  it('asks by group, speakers and then the most frequent first, and for a part right after its name', () => {
    expect(ask(found).map(({ row, becomes, group }) => [row.text, becomes, group.split(' ')[0]])).toEqual([
      ['Tamsin Okafor', '[Person 1]', 'People'],
      ['Okafor', '[Person 1]', 'People'],
      ['Branagh', '[Person 2]', 'People'],
      ['Ullapool', '[Place 1]', 'Places'],
      ['Leeds', '[Place 2]', 'Places'],
      ['Nortech', '[Employer A]', 'Employers'],
      ['34', '[in the thirties]', 'Ages'],
      ['ana@harbour.example', '[Email 1]', 'Addresses'],
    ]);
  });

  it('gives the same questions whatever the order in which kinds were found', () => {
    expect(ask(found.toReversed())).toEqual(ask(found));
  });

  it('asks nothing twice', () => {
    const texts = ask(found, [makeDecision('BRANAGH’s', '[Person 1]')]).map(({ row }) => row.text);
    expect(texts).toEqual(expect.not.arrayContaining(['Branagh']));
    expect(texts).toHaveLength(found.length - 1);
  });

  it('asks for a part as long as its name is replaced, and no more when the name stays', () => {
    const parts = (decided: IdentifierDecision) =>
      ask(found, [decided]).filter(({ row }) => row.text === 'Okafor');
    expect(parts(makeDecision('Tamsin Okafor', '[Boss 1]')).map(({ becomes }) => becomes)).toEqual([
      '[Boss 1]',
    ]);
    expect(parts(makeDecision('Tamsin Okafor'))).toEqual([]);
  });

  it('asks for a part of an organisation behind the organisation, in its group', () => {
    const strings = [
      makeFound('Nortech', 'name', { count: 5 }),
      makeFound('Nortech Systems', 'organisation'),
    ];
    expect(ask(strings).map(({ row, group }) => [row.text, group])).toEqual([
      ['Nortech Systems', 'Employers and other organisations'],
      ['Nortech', 'Employers and other organisations'],
    ]);
  });
});

describe('tellVaguely', () => {
  it.each([
    ['age', '34 years old', 'in the thirties'],
    ['age', 'aged 7', 'under ten'],
    ['age', '19', 'in the teens'],
    ['age', '89', 'in the eighties'],
    ['age', '90', 'ninety or older'],
    ['age', '102-year-old', 'ninety or older'],
    ['age', '999', ''],
    ['age', '30 to 34', ''],
    ['age', '18 months old', ''],
    ['age', 'thirty-four', ''],
    ['full-date', '3 May 2019', 'a day in 2019'],
    ['full-date', '03/05/2019', 'a day in 2019'],
    ['full-date', '3.5.19', ''],
    ['date-of-birth', '3 May 1985', ''],
  ])('tells %s %s as %j', (kind, text, vaguely) => {
    expect(tellVaguely(kind, text)).toBe(vaguely);
  });
});

describe('gatherStrings', () => {
  it('takes no role that stands as a label for a name', () => {
    const text = [
      'Interviewer: Welcome, Tamsin. You work at Nortech Ltd in Ullapool?',
      "Tamsin Okafor: Yes, since 3 May 2019. Mr Branagh hired me, and Branagh's team is great.",
      'Interviewer: And before that you were with Google in Leeds?',
      'Tamsin Okafor: For two years, with Priya Raman and Joao Silva.\n',
    ].join('\n');
    const gathered = gatherStrings([readPseudonymSource({ name: 'raw.txt', text })], {
      knownLabels: new Set(),
      decided: [],
      language: 'en',
      startsWithProperNoun: () => true,
    });
    expect(gathered.map((string) => string.text)).not.toContain('Interviewer');
  });
});
