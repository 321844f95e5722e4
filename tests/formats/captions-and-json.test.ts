import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ToolkitError } from '../../src/errors.js';
import { assemblyAiJson } from '../../src/formats/assembly-ai-json.js';
import { deepgramJson } from '../../src/formats/deepgram-json.js';
import type { FormatReading, SourceText } from '../../src/formats/format.js';
import { labelledJson } from '../../src/formats/labelled-json.js';
import { revJson } from '../../src/formats/rev-json.js';
import { sbv } from '../../src/formats/sbv.js';
import { sonixJson } from '../../src/formats/sonix-json.js';
import { subRip } from '../../src/formats/sub-rip.js';
import { webVtt } from '../../src/formats/web-vtt.js';
import { whisperJson } from '../../src/formats/whisper-json.js';
import { decodeBytes } from '../../src/text/decode-bytes.js';

const timedFormats = [
  webVtt,
  subRip,
  sbv,
  whisperJson,
  assemblyAiJson,
  deepgramJson,
  revJson,
  sonixJson,
  labelledJson,
];

const casesFolder = join(import.meta.dirname, 'cases');
const samples = readdirSync(casesFolder)
  .map((name) => ({ name, ...readExpected(name) }))
  .filter(({ format }) => timedFormats.some(({ id }) => id === format))
  .map(({ name, format }) => ({ name, format, source: readSource(name) }));

const jsonFormats = timedFormats.filter(({ id }) => id.endsWith('-json'));
const captionFormats = timedFormats.filter(({ id }) => !id.endsWith('-json'));

/** Pieces of which captions are made, put together at random. */
const captionText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'WEBVTT',
        '',
        '1',
        'NOTE x',
        '00:01.000 --> 00:02.000',
        '00:00:03,000 --> 00:00:04,000',
        '0:0x --> 9',
      ),
      fc.constantFrom(
        '0:00:01.000,0:00:02.000',
        '<v Ines>yes</v>',
        'Ines: yes',
        '[SPEAKER_00]: no',
        '(Ines)',
        '{\\c&H0&}',
      ),
      fc.string({ unit: 'binary' }).map((text) => text.replace(/[\r\n]/g, ' ')),
    ),
  )
  .map((lines) => lines.join('\n'));

describe('captions and JSON', () => {
  it('has a case folder for every format', () => {
    expect(new Set(samples.map(({ format }) => format))).toEqual(new Set(timedFormats.map(({ id }) => id)));
  });

  it.each(samples)('recognises $name as its own format most surely', ({ format, source }) => {
    const scores = timedFormats.map(({ id, recognise }) => ({ id, score: recognise(source) }));
    const [best, second] = scores.toSorted((one, other) => other.score - one.score);
    expect(best?.id).toBe(format);
    expect(best?.score).toBeGreaterThan(second?.score ?? 0);
  });

  it.each(timedFormats)('$id gives a score from 0 to 1 for any text', ({ recognise }) => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), captionText, fc.json()), (text) => {
        const score = recognise({ name: 'talk.txt', text });
        expect(score >= 0 && score <= 1).toBe(true);
      }),
    );
  });

  it.each(captionFormats)('$id keeps the laws of a reading for any captions', ({ read }) => {
    fc.assert(fc.property(captionText, (text) => checkLaws({ name: 'talk.txt', text }, read)));
  });

  it.each(jsonFormats)('$id keeps the laws of a reading for any JSON', ({ read }) => {
    const text = fc.oneof(fc.json(), entriesAsJson, fc.string({ unit: 'binary' }));
    fc.assert(fc.property(text, (json) => checkLaws({ name: 'talk.json', text: json }, read)));
  });

  it.each(samples)('keeps the laws of a reading for $name, cut off anywhere', ({ format, source }) => {
    const read = timedFormats.find(({ id }) => id === format)?.read;
    expect(read).toBeDefined();
    if (read === undefined) return;
    fc.assert(
      fc.property(fc.nat(source.text.length), (length) => {
        checkLaws({ ...source, text: source.text.slice(0, length) }, read);
      }),
    );
  });

  it.each(jsonFormats)('$id survives a __proto__ key and hostile depth', ({ read }) => {
    const hostile =
      '{"__proto__": {"polluted": true, "text": "x", "start": 1}, "segments": [{"__proto__": {"text": "y"}}]}';
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    checkLaws({ name: 'talk.json', text: hostile }, read);
    checkLaws({ name: 'talk.json', text: deep }, read);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});

describe('notices of captions', () => {
  it('point at the line where captions are cut off', () => {
    const text = '1\n00:00:01,000 --> 00:00:02,000\nbeans\n\n2\n00:00:0';
    expect(subRip.read({ name: 'talk.srt', text }).notices).toMatchObject([
      { severity: 'caution', code: 'cut-off', place: { file: 'talk.srt', line: 5 } },
    ]);
  });

  it('point at the first remark, and leave the comments of Microsoft Stream unsaid', () => {
    const text =
      'WEBVTT\n\nNOTE Confidence: 0.9\n\n00:01.000 --> 00:02.000\nbeans\n\nNOTE ask again\n\n00:03.000 --> 00:04.000\npeas\n';
    expect(webVtt.read({ name: 'talk.vtt', text }).notices).toMatchObject([
      { severity: 'info', code: 'comments-skipped', place: { file: 'talk.vtt', line: 8 } },
    ]);
  });

  it('point at a caption whose time cannot be read', () => {
    const text = 'WEBVTT\n\n0:0x --> 00:02.000\nbeans\n';
    expect(webVtt.read({ name: 'talk.vtt', text }).notices).toMatchObject([
      { severity: 'caution', code: 'unreadable-time', place: { line: 3 } },
    ]);
  });
});

/** Objects with the keys that vendors use, holding anything. */
const entriesAsJson = fc
  .record({
    keys: fc.constantFrom('segments', 'utterances', 'words', 'monologues', 'transcript', 'entries'),
    entries: fc.array(
      fc.dictionary(
        fc.constantFrom(
          'text',
          'word',
          'speaker',
          'start',
          'end',
          'start_time',
          'ts',
          'elements',
          'words',
          'timestamp',
        ),
        fc.oneof(fc.string(), fc.double(), fc.jsonValue()),
      ),
    ),
    indent: fc.constantFrom(0, 2),
  })
  .map(({ keys, entries, indent }) => JSON.stringify({ [keys]: entries }, null, indent));

function checkLaws(source: SourceText, read: (source: SourceText) => FormatReading): void {
  const reading = readOrRefuse(source, read);
  if (reading === undefined) return;
  const lines = source.text.split('\n').length;
  for (const { turns, cues } of reading.interviews) {
    expect(turns.length).toBeGreaterThan(0);
    expect(cues).toBeGreaterThan(0);
    expect(turns.every(({ words }) => words !== '' && words === words.trim())).toBe(true);
    expect(turns.every(({ line }) => line >= 1 && line <= lines)).toBe(true);
    expect(turns.every(({ line }, index) => index === 0 || line >= (turns[index - 1]?.line ?? 0))).toBe(true);
  }
}

function readOrRefuse(
  source: SourceText,
  read: (source: SourceText) => FormatReading,
): FormatReading | undefined {
  try {
    return read(source);
  } catch (error) {
    expect(error).toBeInstanceOf(ToolkitError);
    return undefined;
  }
}

function readExpected(name: string): { readonly format: string } {
  return JSON.parse(readFileSync(join(casesFolder, name, 'expected.json'), 'utf8'));
}

function readSource(name: string): SourceText {
  const file = readdirSync(join(casesFolder, name)).find((entry) => entry.startsWith('input.')) ?? '';
  return { name: file, text: decodeBytes(readFileSync(join(casesFolder, name, file))).text };
}
