import type { Change, HistoryEntry } from '../../model/history.js';
import type { Study } from '../../model/study.js';
import { findRedoable, findUndoable } from './find-undoable.js';
import { invertChanges } from './invert-changes.js';
import { refuseAction } from './refuse-action.js';
import { refuseMisfit } from './refuse-misfit.js';
import type { JobOf } from './review-job.js';

/**
 * The changes that take back the latest thing that the coder did, or the one that is named, or do it again. What others and
 * the coder did since stays. Throws `ToolkitError` `nothing-to-undo`, `nothing-to-redo`, and `changed-since` where the same
 * thing was changed since.
 */
export function planUndoing(
  study: Study,
  history: readonly HistoryEntry[],
  job: JobOf<'undo' | 'redo'>,
): readonly Change[] {
  const { action, coder, files } = job;
  const isUndo = action.kind === 'undo';
  const entry = (isUndo ? findUndoable : findRedoable)(history, coder, action.of);
  if (entry === undefined) throw refuseNothing(action);
  const changes = isUndo ? invertChanges(entry.changes) : entry.changes;
  refuseMisfit({ study, history, files }, changes, coder);
  return changes.map((change) => dateChange(change, job.at));
}

function refuseNothing({ kind, of }: JobOf<'undo' | 'redo'>['action']): Error {
  const [code, what] =
    kind === 'undo' ? ['nothing-to-undo', 'to take back'] : ['nothing-to-redo', 'to do again'];
  const message = of === undefined ? `there is nothing of yours ${what}` : `this is nothing of yours ${what}`;
  return refuseAction(code, message, 'Nothing was changed.');
}

/** A decision of a mark carries no time; the line that brings it back has one. */
function dateChange(change: Change, at: string): Change {
  if (change.kind !== 'decision' || change.after?.at !== '') return change;
  return { ...change, after: { ...change.after, at } };
}
