import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { Action } from '../../../../src/model/action.js';
import type { Desk } from '../../../../src/review/answers/desk.js';
import { answerQueue } from '../../../../src/review/answers/queue.js';
import { initStudy } from '../../../../src/workspace/init-study.js';
import {
  openRecording,
  performAction,
  type Recording,
} from '../../../../src/workspace/recording/recording.js';
import { makeAll } from '../make-desk.js';

const scratch = mkdtempSync(join(tmpdir(), 'themeloom-'));
const folder = join(scratch, 'study');
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const layDesk = ({ reading, history }: Recording): Desk => ({ reading, history, version: 1 });

function perform(recording: Recording, coder: string, action: Action): Recording {
  const request = { id: crypto.randomUUID(), action };
  return performAction(recording, { request, coder, at: '2026-07-01T09:00:00Z' }).recording;
}

it('knows after a restart which proposals were answered on cards, by whichever coder, less what was undone', () => {
  initStudy(folder, { sample: true });
  const opened = openRecording(folder);
  const { made } = makeAll(layDesk(opened));
  const [a, b, c] =
    made === undefined ? [] : answerQueue({ ...layDesk(opened), made }, { coder: 'ana' }).items;
  if (a === undefined || b === undefined || c === undefined)
    throw new Error('the sample has too little to decide');
  const decide = ({ quote, suggestion }: typeof a, applies: boolean): Action => ({
    kind: 'decide',
    quote: quote.id,
    theme: suggestion.theme,
    applies,
    proposedBy: suggestion.taggers,
  });
  let recording = perform(opened, 'ana', decide(a, true));
  recording = perform(recording, 'ben', decide(b, false));
  recording = perform(recording, 'ana', decide(c, true));
  perform(recording, 'ana', { kind: 'undo' });
  const again = layDesk(openRecording(folder));
  const { precision } = answerQueue({ ...again, ...(made === undefined ? {} : { made }) }, { coder: 'ana' });
  const counted = precision.filter(({ tagger }) => tagger === 'learned');
  const sum = (key: 'accepted' | 'of') => counted.reduce((total, share) => total + share[key], 0);
  expect([sum('accepted'), sum('of')]).toEqual([1, 2]);
  const files = readdirSync(join(folder, 'decisions')).map((name) =>
    readFileSync(join(folder, 'decisions', name), 'utf8'),
  );
  expect(files.join('')).not.toContain('proposedBy');
});
