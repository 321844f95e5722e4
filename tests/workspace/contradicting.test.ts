import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importFiles } from '../../src/workspace/import-files.js';
import { toDecisionRecord } from '../../src/workspace/read-decisions.js';
import { readStudy } from '../../src/workspace/read-study.js';
import { makeFolder, makeStudy } from './make-study.js';

const at = '2026-04-02T09:14:20Z';
const table = 'quote,themes,coder,applies,contradicts\n';

function importTable(rows: string) {
  const folder = makeStudy();
  const source = makeFolder({ 'quotes.csv': table + rows });
  const result = importFiles(folder, [join(source, 'quotes.csv')], { at });
  return { folder, result };
}

describe('a decision that a quote speaks against its theme', () => {
  it('is read, and written as it was', () => {
    const plain = makeStudy();
    const [mark] = readStudy(plain).study.quotes;
    const record = { quote: mark?.id ?? '', theme: 'pay', applies: true, contradicts: true as const, at };
    const folder = makeStudy({ 'decisions/ben.jsonl': `${JSON.stringify(record)}\n` });
    const { study, notices } = readStudy(folder);
    expect(notices).toEqual([]);
    const found = study.decisions.find(({ coder }) => coder === 'ben');
    expect(found).toMatchObject({ themeId: 'pay', applies: true, contradicts: true });
    expect(found === undefined ? '' : JSON.stringify(toDecisionRecord(found))).toBe(JSON.stringify(record));
  });

  it.each([
    ['"applies":false,"contradicts":true', 'goes with "applies": true only'],
    ['"applies":true,"contradicts":false', 'contradicts'],
  ])('is an error with its place where it says %s', (says, message) => {
    const line = `{"quote":"q_0000000000","theme":"pay",${says},"at":"${at}"}\n`;
    const { notices } = readStudy(makeStudy({ 'decisions/ben.jsonl': line }));
    expect(notices).toMatchObject([
      {
        severity: 'error',
        message: expect.stringContaining(message),
        place: { file: 'decisions/ben.jsonl', line: 1 },
      },
    ]);
  });

  it('is taken from a table of quotes', () => {
    const { folder, result } = importTable('The flat is loud.,sleep,ben,,yes\nThe flat is loud.,pay,ben,,\n');
    expect(result).toMatchObject({ complete: true });
    const lines = readFileSync(join(folder, 'decisions/ben.jsonl'), 'utf8').trim().split('\n');
    expect(lines.map((line): unknown => JSON.parse(line))).toMatchObject([
      { theme: 'sleep', applies: true, contradicts: true },
      { theme: 'pay', applies: true },
    ]);
    expect(lines[1]).not.toContain('contradicts');
  });

  it.each([
    ['maybe', '', 'it must be true or false'],
    ['yes', 'no', 'goes with a theme that applies'],
  ])(
    'is left where a table says contradicts=%s, applies=%s, and the cell is kept',
    (contradicts, applies, reason) => {
      const { folder, result } = importTable(`The flat is loud.,sleep,ben,${applies},${contradicts}\n`);
      expect(result).toMatchObject({ complete: false });
      const report = readFileSync(join(folder, 'import-report.csv'), 'utf8').split('\r\n');
      expect(report[1]).toContain(reason);
      expect(report[0]?.split(',').at(-1)).toBe('contradicts');
      expect(report[1]?.split(',').at(-1)).toBe(contradicts);
    },
  );
});
