import { appendFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Action } from '../../../src/model/action.js';
import { readHistory } from '../../../src/workspace/recording/read-history.js';
import { openRecording, performAction, type Recording } from '../../../src/workspace/recording/recording.js';
import { makeRecordedStudy } from './make-recorded-study.js';

let number = 0;
function act(recording: Recording, action: Action): Recording {
  const id = `00000000-0000-4000-8000-${String(number++).padStart(12, '0')}`;
  return performAction(recording, { request: { id, action }, coder: 'ana', at: '2026-04-02T09:14:20Z' })
    .recording;
}

const rename = (label: string): Action => ({ kind: 'edit-theme', theme: 'pay', fields: { label } });

describe('readHistory', () => {
  it('reads the latest whole entries of a history that is too long, and says so', () => {
    const folder = makeRecordedStudy();
    let recording = openRecording(folder);
    for (const label of ['Löhne', 'Tips', 'Wages']) recording = act(recording, rename(label));
    const lines = readFileSync(join(folder, 'history.jsonl'), 'utf8').split('\n');
    const last = Buffer.byteLength(`${lines[2]}\n`);
    const ids = (most: number) => readHistory(folder, most).value.map(({ id }) => id);
    const all = recording.history.map(({ id }) => id);
    expect(ids(last + 10)).toEqual(all.slice(2));
    expect(ids(last)).toEqual([]);
    expect(readHistory(folder, last + 10).notices).toEqual([
      expect.objectContaining({ severity: 'info', code: 'history-long' }),
    ]);
    // The cut may lie inside of a letter of several bytes.
    const size = statSync(join(folder, 'history.jsonl')).size;
    for (let most = 0; most < size; most += 7)
      expect(ids(most)).toEqual(all.slice(all.length - ids(most).length));
    expect(readHistory(folder)).toEqual({ value: recording.history, notices: [] });
  });

  it('lets the latest thing be undone in a study whose history has more than 50 MB', {
    timeout: 60_000,
  }, () => {
    const folder = makeRecordedStudy();
    act(openRecording(folder), rename('Wages'));
    const path = join(folder, 'history.jsonl');
    const line = readFileSync(path, 'utf8');
    const memo = 'It pays the rent. '.repeat(10_000);
    const filler = { at: '2026-04-01T09:14:20Z', by: 'ben', changes: [] };
    const long = Array.from({ length: 300 }, (_, at) =>
      JSON.stringify({ id: `x${at}`, ...filler, action: { kind: 'write-memo', theme: 'pay', text: memo } }),
    );
    writeFileSync(path, `${long.join('\n')}\n`);
    appendFileSync(path, line);
    expect(statSync(path).size).toBeGreaterThan(50_000_000);
    const opened = openRecording(folder);
    expect(opened.notices.map(({ code }) => code)).toEqual(['history-long']);
    const undone = act(opened, { kind: 'undo' });
    expect(undone.reading.study.taxonomy.themes.find(({ id }) => id === 'pay')?.label).toBe('Pay');
    expect(openRecording(folder).history.at(-1)).toEqual(undone.history.at(-1));
  });
});
