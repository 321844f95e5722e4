import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Action, actionSchema } from '../../../src/model/action.js';
import { markBase } from '../../../src/model/base.js';
import { previewAction } from '../../../src/pipeline/reviewing/preview-action.js';
import { openRecording, performAction, type Recording } from '../../../src/workspace/recording/recording.js';
import { listContents } from '../make-study.js';
import { makeRecordedStudy } from './make-recorded-study.js';

const at = '2026-04-02T09:14:20Z';
const code = 'changed-meanwhile';

function act(recording: Recording, action: Action, coder = 'ana'): Recording {
  return performAction(recording, { request: { id: randomUUID(), action }, coder, at }).recording;
}

const readQuote = (recording: Recording, words: string) =>
  recording.reading.study.quotes.find(({ exact }) => exact === words)?.id ?? '';

/** The action as a page would send it that has seen the study as it is in a recording. */
function seen(recording: Recording, action: Action): Action {
  const { base } = previewAction(recording.reading.study, action, recording.reading);
  return actionSchema.parse({ ...action, base });
}

describe('an action that says what its coder had seen', () => {
  it('does not overwrite a memo that an editor saved meanwhile, and says so', () => {
    const folder = makeRecordedStudy();
    const start = openRecording(folder);
    const base = markBase({ memo: 'They sleep badly.\n\n## Questions\n\n- Why?' });
    writeFileSync(join(folder, 'memos/sleep.md'), 'Saved in an editor.\n');
    const before = listContents(folder);
    const action: Action = { kind: 'write-memo', theme: 'sleep', text: 'Typed offline.', base };
    expect(() => act(start, action)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining('outside of this app') }),
    );
    expect(listContents(folder)).toEqual(before);
    const again: Action = { ...action, base: markBase({ memo: 'Saved in an editor.\n' }) };
    act(start, again);
    expect(readFileSync(join(folder, 'memos/sleep.md'), 'utf8')).toBe('Typed offline.\n');
  });

  it('tells who changed it', () => {
    const start = openRecording(makeRecordedStudy());
    const mine = seen(start, { kind: 'edit-theme', theme: 'pay', fields: { description: 'Hers.' } });
    const changed = act(start, { kind: 'edit-theme', theme: 'pay', fields: { description: 'His.' } }, 'ben');
    expect(() => act(changed, mine)).toThrow(
      expect.objectContaining({
        code,
        message: expect.stringMatching(/^the description was changed by ben /),
      }),
    );
  });

  it('goes on where others changed something else of the same thing, or wrote the very same', () => {
    const start = openRecording(makeRecordedStudy());
    const mine = seen(start, { kind: 'edit-theme', theme: 'pay', fields: { description: 'Hers.' } });
    const label = act(start, { kind: 'edit-theme', theme: 'pay', fields: { label: 'Wages' } }, 'ben');
    expect(act(label, mine).reading.study.taxonomy.themes.find(({ id }) => id === 'pay')).toMatchObject({
      label: 'Wages',
      description: 'Hers.',
    });
    const same = act(start, { kind: 'edit-theme', theme: 'pay', fields: { description: 'Hers.' } }, 'ben');
    expect(() => act(same, mine)).not.toThrow();
  });

  it('is refused for each kind that would lose what somebody wrote or put in order', () => {
    const start = openRecording(makeRecordedStudy());
    const quote = readQuote(start, 'The flat is loud');
    const other = readQuote(start, 'the ward is mine');
    const pairs: readonly (readonly [mine: Action, theirs: Action])[] = [
      [
        { kind: 'edit-quote', quote, note: 'hers' },
        { kind: 'edit-quote', quote, note: 'his' },
      ],
      [
        { kind: 'unmark', quote, others: true },
        { kind: 'edit-quote', quote, note: 'his' },
      ],
      [
        { kind: 'edit-quote', quote, wording: 'The flat is […]' },
        { kind: 'edit-quote', quote, wording: '[…] loud' },
      ],
      [
        { kind: 'resolve', quote, theme: 'noise', applies: null },
        { kind: 'resolve', quote, theme: 'noise', applies: true, note: 'We heard it.' },
      ],
      [
        { kind: 'order-quotes', theme: 'noise', quotes: [other, quote] },
        { kind: 'order-quotes', theme: 'noise', quotes: [other] },
      ],
      [
        { kind: 'remove-theme', theme: 'dream' },
        { kind: 'write-memo', theme: 'dream', text: 'His.' },
      ],
      [
        { kind: 'merge-themes', from: 'dream', into: 'fear' },
        { kind: 'edit-theme', theme: 'dream', fields: { exclude: 'Plans.' } },
      ],
      [
        { kind: 'edit-theme', theme: 'sleep', fields: { keywords: ['bed'] } },
        { kind: 'edit-theme', theme: 'sleep', fields: { keywords: ['night'] } },
      ],
    ];
    for (const [mine, theirs] of pairs) {
      const action = seen(start, mine);
      const folder = makeRecordedStudy();
      expect(() => act(openRecording(folder), action), mine.kind).not.toThrow();
      const changed = act(openRecording(makeRecordedStudy()), theirs, 'ben');
      expect(() => act(changed, action), mine.kind).toThrow(expect.objectContaining({ code }));
    }
  });

  it('leaves nothing of what was seen in the history', () => {
    const folder = makeRecordedStudy();
    const start = openRecording(folder);
    act(start, seen(start, { kind: 'write-memo', theme: 'sleep', text: 'New.' }));
    expect(readFileSync(join(folder, 'history.jsonl'), 'utf8')).not.toContain('"base"');
  });
});

it('a mark over a quote that has a note adds to the note', () => {
  const start = openRecording(makeRecordedStudy());
  const mark = { kind: 'mark', transcript: 'P01', start: 78, end: 84, themes: [] } as const;
  const noted = act(act(start, { ...mark, themes: [], note: 'his' }, 'ben'), {
    ...mark,
    themes: [],
    note: 'hers',
  });
  const quote = noted.reading.study.quotes.find(({ exact }) => exact === 'flat is');
  expect(quote?.note).toBe('his\nhers');
});
