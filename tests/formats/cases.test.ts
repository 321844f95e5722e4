import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { recogniseFormat } from '../../src/formats/index.js';
import { decodeBytes } from '../../src/text/decode-bytes.js';

const folder = new URL('./cases/', import.meta.url);
const isUpdate = process.env.UPDATE_CASES === '1';

function readCase(name: string): unknown {
  const input = readdirSync(new URL(`${name}/`, folder)).find((file) => file.startsWith('input.')) ?? 'input';
  const { text } = decodeBytes(readFileSync(new URL(`${name}/${input}`, folder)));
  const source = { name: input, text };
  const format = recogniseFormat(source);
  const { interviews = [], notices = [] } = format?.read(source) ?? {};
  return { format: format?.id ?? null, interviews, notices: notices.map(({ code }) => code) };
}

test.each(readdirSync(folder))('%s is read as expected', (name) => {
  const expectation = new URL(`${name}/expected.json`, folder);
  const found = readCase(name);
  if (isUpdate) writeFileSync(expectation, `${JSON.stringify(found, null, 2)}\n`);
  expect(
    existsSync(expectation),
    'expected.json is missing: look at the reading, then run with UPDATE_CASES=1',
  ).toBe(true);
  expect(found).toEqual(JSON.parse(readFileSync(expectation, 'utf8')));
});
