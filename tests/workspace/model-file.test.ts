import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fitModel } from '../../src/pipeline/fit-model.js';
import { readModel, writeModel } from '../../src/workspace/model-file.js';
import { buildStudy, buildTheme } from '../pipeline/build-study.js';

const folder = mkdtempSync(join(tmpdir(), 'themeloom-model-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const themes = [buildTheme('pay', { keywords: ['salary'] }), buildTheme('hours')];
const { model } = fitModel(buildStudy({ themes }), '2026-11-25');
const path = join(folder, 'office.json');
const size = writeModel(path, model);
const content = readFileSync(path, 'utf8');

function readChanged(change: (text: string) => string | Uint8Array): () => unknown {
  const changed = join(folder, 'changed.json');
  writeFileSync(changed, change(content));
  return () => readModel(changed);
}

const withCode = (code: string) =>
  expect.objectContaining({ name: 'ToolkitError', code, hint: expect.any(String) });

describe('a model file', () => {
  it('is read as it was written', () => {
    expect(size).toBe(Buffer.byteLength(content));
    expect(readModel(path)).toEqual(model);
  });

  it('is replaced by a newer model', () => {
    expect(writeModel(path, model)).toBe(size);
  });

  it('is not written over a file that is something else', () => {
    const notes = join(folder, 'notes.txt');
    writeFileSync(notes, 'my notes');
    expect(() => writeModel(notes, model)).toThrow(withCode('not-a-model'));
    expect(readFileSync(notes, 'utf8')).toBe('my notes');
  });

  it('of another version is refused with both versions', () => {
    const read = readChanged((text) => text.replace('"version":1', '"version":2'));
    expect(read).toThrow(withCode('model-version'));
    expect(read).toThrow(/of version 2; this program reads version 1/);
  });

  it.each([
    ['cut off', (text: string) => text.slice(0, -40)],
    ['empty', () => ''],
    ['with one letter changed', (text: string) => text.replace('salary', 'celery')],
    ['with a number changed', (text: string) => text.replace('"calibrated":false', '"calibrated":true')],
    ['without its checksum', (text: string) => text.replace(/,"checksum":"[^"]*"/, '')],
    ['with bytes lost', (text: string) => Buffer.from(text.replace('salary', 'sal\u0000ry'))],
  ] as const)('that is %s is called damaged', (_, change) => {
    expect(readChanged(change)).toThrow(withCode('damaged-model'));
  });

  it.each([
    ['a list', '[]'],
    ['null', 'null'],
    ['another format', '{"format":"other","version":1}'],
    ['no format', '{}'],
  ])('that is %s is no model', (_, text) => {
    expect(readChanged(() => text)).toThrow(withCode('not-a-model'));
  });

  it('with a sound checksum and something else in a place is called damaged, with the place', () => {
    writeModel(path, { ...model, themes: model.themes.map((theme) => ({ ...theme, id: '' })) });
    expect(() => readModel(path)).toThrow(withCode('damaged-model'));
    expect(() => readModel(path)).toThrow(/"themes\.0\.id"/);
  });

  it('that is not there is told so', () => {
    expect(() => readModel(join(folder, 'nowhere.json'))).toThrow(withCode('file-missing'));
  });
});
