import { signal } from '@preact/signals';
import { type HistoryView, historySchema } from '../../messages/comparing.js';
import type { Acknowledgement, Failure } from '../../messages/study.js';
import { act } from './act.js';
import type { Answer } from './answer.js';
import { askFor } from './ask.js';

type Entry = HistoryView['entries'][number];

/** An undo or redo that was refused since the same was changed after it, and the next older own one that is not. */
export type BlockedUndo = {
  readonly failure: Failure;
  readonly entry: Entry | undefined;
  readonly older: Entry | undefined;
};

/** What is asked about now; `undefined` for nothing. */
export const blockedUndo = signal<BlockedUndo | undefined>(undefined);

/** How far back another one is looked for. */
const LOOKED_AT = 200;

/** Takes back the latest own thing, or the one that is named; where that was changed since, asks what to do. */
export async function undo(of?: string): Promise<void> {
  ask(await act({ kind: 'undo', ...(of === undefined ? {} : { of }) }), of);
}

/** Does the latest own thing again that was taken back, or the one that is named. */
export async function redo(of?: string): Promise<void> {
  ask(await act({ kind: 'redo', ...(of === undefined ? {} : { of }) }), of ?? '');
}

async function ask(answer: Answer<Acknowledgement>, of: string | undefined): Promise<void> {
  if (answer.ok || answer.failure.code !== 'changed-since') return;
  const told = await askFor(historySchema, `/api/history?count=${LOOKED_AT}`);
  const own = told.ok
    ? told.value.entries.filter(({ offer }) => offer === 'undo' || offer === 'changed')
    : [];
  const at = of === undefined ? 0 : own.findIndex(({ id }) => id === of);
  const older = at < 0 ? undefined : own.slice(at + 1).find(({ offer }) => offer === 'undo');
  blockedUndo.value = { failure: answer.failure, entry: own[at], older };
}
