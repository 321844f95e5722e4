import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { recogniseFormat } from '../../src/formats/index.js';
import { caseNames, expectationOf, readCaseSource } from './read-case.js';

const isUpdate = process.env.UPDATE_CASES === '1';

function readCase(name: string): unknown {
  const source = readCaseSource(name);
  const format = recogniseFormat(source);
  const { interviews = [], notices = [] } = format?.read(source) ?? {};
  return { format: format?.id ?? null, interviews, notices: notices.map(({ code }) => code) };
}

test.each(caseNames)('%s is read as expected', (name) => {
  const expectation = expectationOf(name);
  const found = readCase(name);
  if (isUpdate) writeFileSync(expectation, `${JSON.stringify(found, null, 2)}\n`);
  expect(
    existsSync(expectation),
    'expected.json is missing: look at the reading, then run with UPDATE_CASES=1',
  ).toBe(true);
  expect(found).toEqual(JSON.parse(readFileSync(expectation, 'utf8')));
});
