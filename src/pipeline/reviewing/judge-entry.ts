import type { Change, HistoryEntry } from '../../model/history.js';
import { nameThing } from './find-changer.js';
import { invertChanges } from './invert-changes.js';
import { isAt } from './present-state.js';

export type LatestChange = { readonly change: Change; readonly by: string };

/** What was done last to each thing of a study, and who did it. */
export function listLatestChanges(history: readonly HistoryEntry[]): ReadonlyMap<string, LatestChange> {
  const latest = new Map<string, LatestChange>();
  for (const { changes, by } of history)
    for (const change of changes) latest.set(nameThing(change), { change, by });
  return latest;
}

export type EntryOffer = {
  /** An own entry is taken back, or done again, while nothing of it was changed since. */
  readonly offer: 'undo' | 'redo' | 'changed' | 'nothing';
  /** Who changed the same since; else empty. */
  readonly changedBy: string;
};

/** What a coder can do with an entry; what was changed outside of the app is not looked at here, but when it is done. */
export function judgeEntry(
  { action, changes, by }: HistoryEntry,
  {
    coder,
    isUndone,
    latest,
  }: {
    readonly coder: string;
    readonly isUndone: boolean;
    readonly latest: ReadonlyMap<string, LatestChange>;
  },
): EntryOffer {
  if (by !== coder || changes.length === 0 || action.kind === 'undo' || action.kind === 'redo')
    return { offer: 'nothing', changedBy: '' };
  // Of a thing that an entry changed twice, the last change tells how it left it.
  const left = new Map(
    (isUndone ? invertChanges(changes) : changes).map((change) => [nameThing(change), change]),
  );
  for (const [thing, change] of left) {
    const last = latest.get(thing);
    if (last !== undefined && !isAt(last.change, change, 'after'))
      return { offer: 'changed', changedBy: last.by };
  }
  return { offer: isUndone ? 'redo' : 'undo', changedBy: '' };
}
