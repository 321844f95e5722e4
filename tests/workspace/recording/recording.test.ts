import { randomUUID } from 'node:crypto';
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ToolkitError } from '../../../src/errors.js';
import type { Action } from '../../../src/model/action.js';
import { settleTaggings } from '../../../src/pipeline/settle-taggings.js';
import { readStudy } from '../../../src/workspace/read-study.js';
import { takeStep } from '../../../src/workspace/recording/carry-out.js';
import {
  findOutsideChanges,
  openRecording,
  performAction,
  type Recording,
} from '../../../src/workspace/recording/recording.js';
import { listContents } from '../make-study.js';
import { makeRecordedStudy } from './make-recorded-study.js';

const at = '2026-04-02T09:14:20Z';

function act(recording: Recording, action: Action, coder = 'ana'): Recording {
  return performAction(recording, { request: { id: randomUUID(), action }, coder, at }).recording;
}

const readQuote = (recording: Recording, words: string) =>
  recording.reading.study.quotes.find(({ exact }) => exact === words)?.id ?? '';

const statusOf = (recording: Recording, quote: string, theme: string) =>
  settleTaggings(recording.reading.study.decisions, []).find(
    ({ quoteId, themeId }) => quoteId === quote && themeId === theme,
  )?.status;

describe('performAction', () => {
  it('carries a request out once, also after the study was opened anew', () => {
    const folder = makeRecordedStudy();
    const start = openRecording(folder);
    const action: Action = {
      kind: 'decide',
      quote: readQuote(start, 'The flat is loud'),
      theme: 'pay',
      applies: true,
    };
    const job = { request: { id: randomUUID(), action }, coder: 'ana', at };
    const first = performAction(start, job);
    const contents = listContents(folder);
    expect(performAction(first.recording, job)).toMatchObject({ repeated: true, entry: first.entry });
    expect(performAction(openRecording(folder), job).repeated).toBe(true);
    expect(performAction(start, job).repeated).toBe(true);
    expect(listContents(folder)).toEqual(contents);
  });

  it('takes a decision back by a line that says nothing, which no check complains about', () => {
    const folder = makeRecordedStudy();
    const notices = readStudy(folder).notices;
    const start = openRecording(folder);
    const marked = act(start, { kind: 'mark', transcript: 'P01', start: 78, end: 84, themes: ['pay'] });
    expect(readQuote(marked, 'flat is')).not.toBe('');
    act(marked, { kind: 'undo' });
    const last = readFileSync(join(folder, 'decisions/ana.jsonl'), 'utf8').trim().split('\n').at(-1) ?? '';
    expect(JSON.parse(last)).toMatchObject({ theme: 'pay', applies: null });
    expect(readStudy(folder).notices).toEqual(notices);
  });

  it('settles a dispute by a decision that keeps both', () => {
    const folder = makeRecordedStudy({ 'decisions/consensus.jsonl': '' });
    const start = openRecording(folder);
    const quote = readQuote(start, 'The flat is loud');
    expect(statusOf(start, quote, 'noise')).toBe('disputed');
    const settled = act(start, { kind: 'resolve', quote, theme: 'noise', applies: false });
    expect(statusOf(settled, quote, 'noise')).toBe('rejected');
    const said = settled.reading.study.decisions.filter(
      (each) => each.quoteId === quote && each.themeId === 'noise',
    );
    expect(said.map(({ coder, applies }) => [coder, applies])).toEqual([
      ['ana', true],
      ['ben', false],
      ['consensus', false],
    ]);
  });

  it('refuses to take back what somebody else changed since, and says so', () => {
    const start = openRecording(makeRecordedStudy());
    const quote = readQuote(start, 'nobody asks for anything');
    const noted = act(start, { kind: 'edit-quote', quote, note: 'hers' });
    const changed = act(noted, { kind: 'edit-quote', quote, note: 'his' }, 'ben');
    expect(() => act(changed, { kind: 'undo' })).toThrow(expect.objectContaining({ code: 'changed-since' }));
  });

  it('does not decide again on a quote that somebody else took away since', () => {
    const start = openRecording(makeRecordedStudy());
    const quote = readQuote(start, 'the ward is mine');
    const decided = act(start, { kind: 'decide', quote, theme: 'pay', applies: true });
    const undone = act(decided, { kind: 'undo' });
    const gone = act(undone, { kind: 'unmark', quote, others: true }, 'ben');
    expect(() => act(gone, { kind: 'redo' })).toThrow(expect.objectContaining({ code: 'changed-since' }));
  });

  it('notices what was edited outside, and plans on that', () => {
    const folder = makeRecordedStudy();
    const start = openRecording(folder);
    expect(findOutsideChanges(start)).toEqual([]);
    const quote = readQuote(start, 'The flat is loud');
    const line = `{"quote":"${quote}","theme":"dream","applies":true,"at":"${at}"}\n`;
    appendFileSync(join(folder, 'decisions/ben.jsonl'), line);
    writeFileSync(join(folder, 'memos/pay.md'), 'Little.\n');
    expect(findOutsideChanges(start)).toEqual(['decisions/ben.jsonl', 'memos/pay.md']);
    const next = act(start, { kind: 'write-memo', theme: 'sleep', text: 'New.' });
    expect(next.reading.study).toEqual(readStudy(folder).study);
    expect(next.reading.memoTexts.get('pay')).toBe('Little.\n');
    expect(findOutsideChanges(next)).toEqual([]);
  });

  it.each([0, 1, 2, 3])('leaves the folder as it was where the disk is full at step %i', (failing) => {
    const folder = makeRecordedStudy();
    const start = openRecording(folder);
    const contents = listContents(folder);
    let step = 0;
    const job = {
      request: { id: randomUUID(), action: { kind: 'merge-themes' as const, from: 'noise', into: 'sleep' } },
      coder: 'ana',
      at,
    };
    expect(() =>
      performAction(start, job, (root, each) => {
        if (step++ === failing) throw new ToolkitError('disk-full', 'the disk is full');
        takeStep(root, each);
      }),
    ).toThrow(expect.objectContaining({ code: 'disk-full' }));
    expect(listContents(folder)).toEqual(contents);
    expect(performAction(start, job).recording.reading.study).toEqual(readStudy(folder).study);
  });

  it('refuses a coder who is no file name, the name of nobody, and a time that is none', () => {
    const start = openRecording(makeRecordedStudy());
    const action: Action = { kind: 'write-memo', theme: 'pay', text: 'x' };
    const perform = (coder: string, time: string) =>
      performAction(start, { request: { id: randomUUID(), action }, coder, at: time });
    expect(() => perform('../ana', at)).toThrow(expect.objectContaining({ code: 'coder-unusable' }));
    expect(() => perform('consensus', at)).toThrow(expect.objectContaining({ code: 'reserved-coder' }));
    expect(() => perform('ana', 'now')).toThrow(expect.objectContaining({ code: 'bad-time' }));
    expect(() => readFileSync(join(start.reading.folder, 'history.jsonl'))).toThrow('ENOENT');
  });

  it('keeps the comments and the order of a taxonomy in which a theme was edited', () => {
    const folder = makeRecordedStudy();
    const start = openRecording(folder);
    act(start, { kind: 'edit-theme', theme: 'pay', fields: { description: 'Money.' } });
    const text = readFileSync(join(folder, 'taxonomy.yaml'), 'utf8');
    expect(text).toContain('# The one that all speak of.');
    expect(text).toContain('# by beginning');
    expect(text.indexOf('id: sleep')).toBeLessThan(text.indexOf('description: Money.'));
  });

  it('leaves what was changed outside since the last action, with a notice', () => {
    const folder = makeRecordedStudy();
    act(openRecording(folder), { kind: 'write-memo', theme: 'pay', text: 'Mine.' });
    writeFileSync(join(folder, 'memos/pay.md'), 'Somebody else’s.\n');
    const again = openRecording(folder);
    expect(again.notices.map(({ code }) => code)).toEqual(['changed-outside']);
    expect(again.reading.memoTexts.get('pay')).toBe('Somebody else’s.\n');
  });

  it('does not do again what somebody took back by hand since', () => {
    const folder = makeRecordedStudy();
    const taxonomy = join(folder, 'taxonomy.yaml');
    const was = readFileSync(taxonomy, 'utf8');
    const edited = act(openRecording(folder), {
      kind: 'edit-theme',
      theme: 'pay',
      fields: { label: 'Rent' },
    });
    writeFileSync(taxonomy, was);
    expect(openRecording(folder).notices.map(({ code }) => code)).toEqual(['changed-outside']);
    expect(openRecording(folder, edited).notices.map(({ code }) => code)).toEqual(['changed-outside']);
    act(edited, { kind: 'write-memo', theme: 'pay', text: 'Mine.' });
    expect(readFileSync(taxonomy, 'utf8')).toBe(was);
  });

  it('does not overwrite what an editor saves while an action is being written', () => {
    const folder = makeRecordedStudy();
    const taxonomy = join(folder, 'taxonomy.yaml');
    const start = openRecording(folder);
    const request = {
      id: randomUUID(),
      action: { kind: 'edit-theme' as const, theme: 'pay', fields: { label: 'Rent' } },
    };
    const job = { request, coder: 'ana', at };
    const performLate = () =>
      performAction(start, job, (root, step) => {
        takeStep(root, step);
        if (step.file === 'history.jsonl') appendFileSync(taxonomy, '# saved by an editor\n');
      });
    expect(performLate).toThrow(expect.objectContaining({ code: 'study-locked' }));
    expect(readFileSync(taxonomy, 'utf8')).toContain('# saved by an editor');
    expect(performAction(start, job).repeated).toBe(false);
    const saved = readFileSync(taxonomy, 'utf8');
    for (const words of ['# saved by an editor', 'label: Rent']) expect(saved).toContain(words);
  });

  it('leaves a file away that somebody removed while the study was open', () => {
    const folder = makeRecordedStudy();
    const noted = act(openRecording(folder), { kind: 'write-memo', theme: 'pay', text: 'Mine.' });
    rmSync(join(folder, 'memos/pay.md'));
    expect(openRecording(folder, noted).reading.memoTexts.has('pay')).toBe(false);
    const next = act(noted, { kind: 'write-memo', theme: 'light', text: 'Mine.' });
    expect(next.reading.memoTexts.has('pay')).toBe(false);
    expect(next.notices.map(({ code }) => code)).toEqual(['changed-outside']);
  });
});

describe('a study whose marks name a theme that was merged', () => {
  it('has no more findings than before', () => {
    const folder = makeRecordedStudy();
    const notices = readStudy(folder).notices;
    const merged = act(openRecording(folder), { kind: 'merge-themes', from: 'fear', into: 'dream' });
    expect(readStudy(folder).notices).toEqual(notices);
    expect(merged.reading.study.decisions).toContainEqual(
      expect.objectContaining({ themeId: 'dream', note: 'merged from fear by ana' }),
    );
  });
});
