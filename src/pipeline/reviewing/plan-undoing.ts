import type { Change, HistoryEntry } from '../../model/history.js';
import type { Study } from '../../model/study.js';
import { findRedoable, findUndoable } from './find-undoable.js';
import { invertChanges } from './invert-changes.js';
import { refuseAction } from './refuse-action.js';
import { refuseMisfit } from './refuse-misfit.js';
import type { JobOf } from './review-job.js';

/**
 * The changes that take back the latest thing that the coder did, or do it again. Throws `ToolkitError` `nothing-to-undo`,
 * `nothing-to-redo`, and `changed-since` where somebody changed the same thing since.
 */
export function planUndoing(
  study: Study,
  history: readonly HistoryEntry[],
  job: JobOf<'undo' | 'redo'>,
): readonly Change[] {
  const isUndo = job.action.kind === 'undo';
  const entry = isUndo ? findUndoable(history, job.coder) : findRedoable(history, job.coder);
  if (entry === undefined)
    throw refuseAction(
      isUndo ? 'nothing-to-undo' : 'nothing-to-redo',
      isUndo ? 'there is nothing of yours to take back' : 'there is nothing of yours to do again',
      'Nothing was changed.',
    );
  const changes = isUndo ? invertChanges(entry.changes) : entry.changes;
  refuseMisfit(study, changes, job.files);
  return changes.map((change) => dateChange(change, job.at));
}

/** A decision of a mark carries no time; the line that brings it back has one. */
function dateChange(change: Change, at: string): Change {
  if (change.kind !== 'decision' || change.after?.at !== '') return change;
  return { ...change, after: { ...change.after, at } };
}
