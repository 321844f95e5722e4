import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readStudy } from '../../../src/workspace/read-study.js';
import { openRecording, performAction } from '../../../src/workspace/recording/recording.js';
import { makeStudy } from '../make-study.js';

const at = '2026-04-02T09:14:20Z';

describe('performAction', () => {
  it('marks, decides and takes back', () => {
    const folder = makeStudy();
    let r = openRecording(folder);
    const text = r.reading.study.transcripts[0]?.text ?? '';
    const start = text.indexOf('flat');
    const one = performAction(r, {
      request: {
        id: randomUUID(),
        action: { kind: 'mark', transcript: 'P01', start, end: start + 6, themes: ['pay'] },
      },
      coder: 'ana',
      at,
    });
    r = one.recording;
    expect(r.reading.study.quotes.map(({ exact }) => exact)).toContain('flat is');
    expect(readStudy(folder).study).toEqual(r.reading.study);
    r = performAction(r, {
      request: { id: randomUUID(), action: { kind: 'undo' } },
      coder: 'ana',
      at,
    }).recording;
    expect(readStudy(folder).study).toEqual(r.reading.study);
    expect(readStudy(folder).notices).toEqual([]);
    console.log(
      readFileSync(join(folder, 'history.jsonl'), 'utf8'),
      readFileSync(join(folder, 'decisions/ana.jsonl'), 'utf8'),
      readFileSync(join(folder, 'quotes.jsonl'), 'utf8'),
    );
  });
});
