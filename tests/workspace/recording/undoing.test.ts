import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Action } from '../../../src/model/action.js';
import { judgeEntry, listLatestChanges } from '../../../src/pipeline/reviewing/judge-entry.js';
import { openRecording, performAction, type Recording } from '../../../src/workspace/recording/recording.js';
import { makeRecordedStudy } from './make-recorded-study.js';

const at = '2026-04-02T09:14:20Z';

function act(recording: Recording, action: Action, coder = 'ana'): Recording {
  return performAction(recording, { request: { id: randomUUID(), action }, coder, at }).recording;
}

const lastId = ({ history }: Recording) => history.at(-1)?.id ?? '';
const readMemo = ({ reading }: Recording, theme: string) => reading.memoTexts.get(theme);
const readLabel = ({ reading }: Recording, id: string) =>
  reading.study.taxonomy.themes.find((theme) => theme.id === id)?.label;
const rename = (theme: string, label: string): Action => ({ kind: 'edit-theme', theme, fields: { label } });

/** What ana could do with an entry. */
function offer({ history }: Recording, id: string) {
  const entry = history.find((each) => each.id === id);
  if (entry === undefined) throw new Error('no such entry');
  const undone = history.filter(({ of }) => of === id).at(-1)?.action.kind === 'undo';
  return judgeEntry(entry, { coder: 'ana', isUndone: undone, latest: listLatestChanges(history) });
}

describe('undoing one thing by itself', () => {
  it('takes an older thing back and leaves what was done since', () => {
    const first = act(openRecording(makeRecordedStudy()), rename('pay', 'Wages'));
    const id = lastId(first);
    const later = act(act(first, rename('light', 'Lamps')), rename('fear', 'Worry'), 'ben');
    const undone = act(later, { kind: 'undo', of: id });
    expect(['pay', 'light', 'fear'].map((theme) => readLabel(undone, theme))).toEqual([
      'Pay',
      'Lamps',
      'Worry',
    ]);
    expect(openRecording(undone.reading.folder).reading.study).toEqual(undone.reading.study);
  });

  it('does it again by name, also after something else was done, and that can be taken back', () => {
    const first = act(openRecording(makeRecordedStudy()), rename('pay', 'Wages'));
    const id = lastId(first);
    const undone = act(act(first, { kind: 'undo', of: id }), rename('light', 'Lamps'));
    expect(() => act(undone, { kind: 'redo' })).toThrow(expect.objectContaining({ code: 'nothing-to-redo' }));
    expect(offer(undone, id).offer).toBe('redo');
    const again = act(undone, { kind: 'redo', of: id });
    expect(readLabel(again, 'pay')).toBe('Wages');
    expect(readLabel(act(again, { kind: 'undo' }), 'pay')).toBe('Pay');
  });

  it('says who changed the same since, and goes on to the older one', () => {
    const first = act(openRecording(makeRecordedStudy()), rename('pay', 'Wages'));
    const second = act(first, { kind: 'write-memo', theme: 'sleep', text: 'Hers.' });
    const changed = act(second, { kind: 'write-memo', theme: 'sleep', text: 'His.' }, 'ben');
    expect(() => act(changed, { kind: 'undo' })).toThrow(
      expect.objectContaining({ code: 'changed-since', message: expect.stringMatching(/by ben$/) }),
    );
    expect(offer(changed, lastId(second))).toEqual({ offer: 'changed', changedBy: 'ben' });
    expect(offer(changed, lastId(first)).offer).toBe('undo');
    const older = act(changed, { kind: 'undo', of: lastId(first) });
    expect([readLabel(older, 'pay'), readMemo(older, 'sleep')]).toEqual(['Pay', 'His.\n']);
  });

  it('can take back again what somebody changed and then took back', () => {
    const mine = act(openRecording(makeRecordedStudy()), rename('pay', 'Wages'));
    const changed = act(mine, rename('pay', 'Money'), 'ben');
    expect(offer(changed, lastId(mine)).offer).toBe('changed');
    const back = act(changed, { kind: 'undo' }, 'ben');
    expect(offer(back, lastId(mine)).offer).toBe('undo');
    expect(readLabel(act(back, { kind: 'undo' }), 'pay')).toBe('Pay');
  });

  it('refuses an entry of somebody else, one that is gone, and one that was taken back already', () => {
    const his = act(openRecording(makeRecordedStudy()), rename('pay', 'Wages'), 'ben');
    expect(offer(his, lastId(his)).offer).toBe('nothing');
    const code = 'nothing-to-undo';
    for (const of of [lastId(his), 'nobody'])
      expect(() => act(his, { kind: 'undo', of })).toThrow(expect.objectContaining({ code }));
    const mine = act(his, rename('light', 'Lamps'));
    const undone = act(mine, { kind: 'undo', of: lastId(mine) });
    expect(() => act(undone, { kind: 'undo', of: lastId(mine) })).toThrow(expect.objectContaining({ code }));
  });
});
