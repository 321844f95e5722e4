import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Action } from '../../../src/model/action.js';
import { openRecording, performAction } from '../../../src/workspace/recording/recording.js';
import { finishWithdrawal, withdrawParticipant } from '../../../src/workspace/withdraw-participant.js';
import { makeRecordedStudy } from '../recording/make-recorded-study.js';

const at = '2026-04-02T09:14:20Z';

describe('a withdrawal', () => {
  it('leaves no words of the participant in the history and no quote of theirs on a board', () => {
    const folder = makeRecordedStudy();
    let recording = openRecording(folder);
    const act = (action: Action) => {
      const done = performAction(recording, { request: { id: randomUUID(), action }, coder: 'ana', at });
      recording = done.recording;
      return done.entry;
    };
    const text = recording.reading.study.transcripts[0]?.text ?? '';
    const start = text.indexOf('quiet month');
    act({ kind: 'mark', transcript: 'P01', start, end: start + 11, themes: ['pay'] });
    const quote = recording.reading.study.quotes.find(({ exact }) => exact === 'quiet month')?.id ?? '';
    const other = recording.reading.study.quotes.find(({ transcriptId }) => transcriptId === 'P02')?.id ?? '';
    act({ kind: 'edit-quote', quote, wording: 'quiet […]' });
    act({ kind: 'order-quotes', theme: 'pay', quotes: [quote, other] });
    act({ kind: 'write-memo', theme: 'pay', text: 'She said: I would love to have a quiet month.' });
    act({ kind: 'edit-theme', theme: 'pay', fields: { examples: ['love to have a quiet month'] } });
    const ids = recording.history.map(({ id }) => id);
    withdrawParticipant({ folder, participantId: 'P01', today: '2026-05-01', confirmed: true });
    finishWithdrawal({ folder });
    const history = readFileSync(join(folder, 'history.jsonl'), 'utf8');
    for (const words of ['quiet', 'love to have']) expect(history).not.toContain(words);
    expect(readFileSync(join(folder, 'boards.jsonl'), 'utf8')).not.toContain(quote);
    const again = openRecording(folder);
    expect(again.history.map(({ id }) => id)).toEqual(ids);
    expect(again.reading.study.boards).toEqual([{ themeId: 'pay', quoteIds: [other] }]);
    expect(again.notices.filter(({ severity }) => severity === 'error')).toEqual([]);
    recording = again;
    expect(() => act({ kind: 'mark', transcript: 'P02', start: 40, end: 60, themes: [] })).not.toThrow();
  });

  it('leaves nothing of a quote that was taken back, which only the history knows of', () => {
    const folder = makeRecordedStudy();
    let recording = openRecording(folder);
    const act = (action: Action) => {
      const job = { request: { id: randomUUID(), action }, coder: 'ana', at };
      recording = performAction(recording, job).recording;
    };
    act({ kind: 'order-quotes', theme: 'pay', quotes: recording.reading.study.quotes.map(({ id }) => id) });
    const text = recording.reading.study.transcripts[0]?.text ?? '';
    const start = text.indexOf('quiet month');
    act({ kind: 'mark', transcript: 'P01', start, end: start + 11, themes: ['pay'] });
    act({ kind: 'undo' });
    withdrawParticipant({ folder, participantId: 'P01', today: '2026-05-01', confirmed: true });
    finishWithdrawal({ folder });
    expect(readFileSync(join(folder, 'history.jsonl'), 'utf8')).not.toContain('quiet');
    recording = openRecording(folder);
    expect(() => act({ kind: 'redo' })).toThrow(expect.objectContaining({ code: 'nothing-to-redo' }));
    expect(() => act({ kind: 'undo' })).not.toThrow();
  });

  it('leaves no five words of the participant in the id of a theme that was named by them', () => {
    const folder = makeRecordedStudy();
    const action: Action = {
      kind: 'create-theme',
      theme: {
        dimension: 'theme',
        parent: null,
        fields: { label: 'I would love to have a quiet month' },
      },
      quotes: [],
    };
    performAction(openRecording(folder), { request: { id: randomUUID(), action }, coder: 'ana', at });
    withdrawParticipant({ folder, participantId: 'P01', today: '2026-05-01', confirmed: true });
    finishWithdrawal({ folder });
    for (const file of ['history.jsonl', 'taxonomy.yaml']) {
      const left = readFileSync(join(folder, file), 'utf8').toLowerCase().replace(/\W+/g, ' ');
      expect(left).not.toContain('i would love to have');
    }
  });
});
