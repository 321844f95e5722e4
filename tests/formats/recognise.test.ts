import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formats, recogniseFormat } from '../../src/formats/index.js';

const folder = new URL('./cases/', import.meta.url);
const textual = /\.(?:ass|csv|dote|jsonl?|lrc|md|sbv|srt|ssa|tsv|txt|vtt)$/;

type Case = { readonly name: string; readonly input: string; readonly text: string; readonly format: string };

const cases = readdirSync(folder).flatMap((name): Case[] => {
  const input = readdirSync(new URL(`${name}/`, folder)).find((file) => file.startsWith('input.')) ?? '';
  if (!textual.test(input)) return [];
  const read = (file: string) => readFileSync(new URL(`${name}/${file}`, folder), 'utf8');
  const { format }: { format: string } = JSON.parse(read('expected.json'));
  return [{ name, input, text: read(input), format }];
});

/** Formats of which people write what only the extension tells from plain text. */
const byExtension = ['markdown', 'table', 'plain-text'];

describe('recogniseFormat', () => {
  test('no two formats know a case equally well', () => {
    for (const { name, input, text } of cases) {
      const scores = formats
        .map((format) => format.recognise({ name: input, text }))
        .toSorted((a, b) => b - a);
      expect(scores[0], name).toBeGreaterThan(scores[1] ?? 0);
    }
  });

  test('what a program wrote is known without its extension, and with a wrong one', () => {
    const written = cases.filter(({ format }) => !byExtension.includes(format));
    expect(written.length).toBeGreaterThan(30);
    for (const { name, text, format } of written)
      for (const file of ['input', 'input.txt', 'input.json', 'input.csv', 'input.md'])
        expect(recogniseFormat({ name: file, text })?.id, `${name} as ${file}`).toBe(format);
  });

  test.each([
    ['settings', '{"name":"study","version":3}'],
    ['a list of numbers', '[[1,2],[3,4]]'],
    ['a table of values', '{"columns":["a"],"lines":[{"a":1}]}'],
    ['results of another kind', '{"results":[{"id":1,"score":0.5}]}'],
  ])('JSON that holds %s is no transcript', (_what, text) => {
    expect(recogniseFormat({ name: 'data.json', text })).toBeUndefined();
  });
});
