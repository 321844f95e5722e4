import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tagLines } from '../../src/pipeline/tag-lines.js';
import type { PreparedModel } from '../../src/pipeline/tag-text.js';
import { LONGEST_LINE } from '../../src/pipeline/tagging/cut-lines.js';

/** Proposes the theme `long` the more confidently, the longer a text is. */
const tag: PreparedModel['tag'] = (text) => [
  {
    themeId: 'long',
    tagger: 'learned',
    confidence: Math.min(text.length / 100, 1),
    evidence: [{ kind: 'shared-term', term: 'x', weight: 1 }],
    strength: 'weak',
    calibrated: false,
    rule: false,
  },
];
const model: PreparedModel = { tag, tagAll: (texts) => texts.map(tag) };

async function* cut(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let start = 0;
  for (let i = 0; start < bytes.length; i += 1) {
    const end = start + (sizes[i % sizes.length] ?? bytes.length);
    yield bytes.subarray(start, end);
    start = end;
  }
}

async function run(
  input: string | Uint8Array,
  { sizes = [1 << 16], textField = 'text', threshold = 0 } = {},
): Promise<{ readonly text: string; readonly lines: number; readonly errors: number }> {
  const bytes = typeof input === 'string' ? Buffer.from(input) : input;
  let [text, lines, errors] = ['', 0, 0];
  for await (const tagged of tagLines(cut(bytes, sizes), model, { textField, threshold })) {
    text += tagged.text;
    lines += tagged.lines;
    errors += tagged.errors;
  }
  return { text, lines, errors };
}

const parseLines = (text: string): unknown[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

describe('tagging lines', () => {
  it('keeps every field as it is written, and puts the suggestions behind them', async () => {
    const line = '{"id":12345678901234567890,"text":"ab", "note":"\\u00e9" , "n":1.0}';
    const { text } = await run(`${line}\n`);
    expect(text.startsWith(`${line.slice(0, -1)},"suggestions":[{"theme":"long",`)).toBe(true);
    expect(text.endsWith('}]}\n')).toBe(true);
  });

  it('replaces the suggestions that a record brings', async () => {
    const { text } = await run('{"suggestions":"old","text":"ab","z":1}');
    expect(parseLines(text)).toMatchObject([{ text: 'ab', z: 1, suggestions: [{ theme: 'long' }] }]);
  });

  it('turns a bad line into an error record in its place, and goes on', async () => {
    const { text, lines, errors } = await run('{"text":"a"}\nnope\n\n[1]\n{"text":3}\nnull\n{"text":"b"}\n');
    expect(parseLines(text)).toMatchObject([
      { text: 'a' },
      { error: 'the line is not JSON', line: 2 },
      { error: 'the line is not a JSON object', line: 4 },
      { error: 'the field "text" is missing or no text', line: 5 },
      { error: 'the line is not a JSON object', line: 6 },
      { text: 'b' },
    ]);
    expect({ lines, errors }).toEqual({ lines: 6, errors: 4 });
  });

  it('takes a field that an object has anyway for missing', async () => {
    const { text } = await run('{"text":"a"}\n', { textField: 'toString' });
    expect(parseLines(text)).toEqual([{ error: 'the field "toString" is missing or no text', line: 1 }]);
  });

  it('leaves out blanks, a byte order mark and carriage returns', async () => {
    const { text } = await run('\uFEFF{"text":"a"}\r\n \r\n{"text":"b"}\r\n');
    expect(parseLines(text)).toMatchObject([{ text: 'a' }, { text: 'b' }]);
  });

  it('tells bytes that are not UTF-8, and goes on', async () => {
    const bytes = Buffer.concat([Buffer.from('{"text":"'), Buffer.of(0xff), Buffer.from('"}\n{"text":"b"}')]);
    expect(parseLines((await run(bytes)).text)).toMatchObject([
      { error: 'the line holds bytes that are not UTF-8', line: 1 },
      { text: 'b' },
    ]);
  });

  it('passes over a line that is too long without holding it, and goes on', async () => {
    async function* endless(): AsyncGenerator<Uint8Array> {
      const block = new Uint8Array(1 << 20).fill(0x61);
      for (let bytes = 0; bytes <= LONGEST_LINE; bytes += block.length) yield block;
      yield Buffer.from('\n{"text":"b"}\n');
    }
    let text = '';
    for await (const tagged of tagLines(endless(), model, { textField: 'text', threshold: 0 })) {
      text += tagged.text;
    }
    expect(parseLines(text)).toMatchObject([
      { error: `the line is longer than ${LONGEST_LINE} bytes`, line: 1 },
      { text: 'b' },
    ]);
  });

  it('leaves out what is below the threshold', async () => {
    const input = `{"text":"${'x'.repeat(40)}"}\n{"text":"${'x'.repeat(60)}"}\n`;
    const { text } = await run(input, { threshold: 0.5 });
    expect(parseLines(text)).toMatchObject([{ suggestions: [] }, { suggestions: [{ confidence: 0.6 }] }]);
  });

  it('gives the same however the stream is cut', async () => {
    const line = fc.oneof(
      fc
        .record({ text: fc.string({ unit: 'grapheme' }), id: fc.integer() })
        .map((one) => JSON.stringify(one)),
      fc.constantFrom('', ' ', 'nope', '[]', '{"text":"é👩‍👩‍👧"}\r'),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { maxLength: 12 }),
        fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 5 }),
        async (lines, sizes) => {
          const input = lines.join('\n');
          expect(await run(input, { sizes })).toEqual(await run(input));
        },
      ),
    );
  });

  it('asks for more only when what it gave was taken, so that nothing piles up', async () => {
    let given = 0;
    let taken = 0;
    async function* lines(): AsyncGenerator<Uint8Array> {
      for (; given < 200_000; ) {
        expect(given - taken).toBe(0);
        given += 100;
        yield Buffer.from('{"text":"a text of some length, again and again"}\n'.repeat(100));
      }
    }
    for await (const tagged of tagLines(lines(), model, { textField: 'text', threshold: 0 })) {
      taken += tagged.lines;
    }
    expect(taken).toBe(200_000);
  });
});
