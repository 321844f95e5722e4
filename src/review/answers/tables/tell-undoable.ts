import { describeEntry, findRedoable, findUndoable, type HistoryEntry } from '../../../index.js';
import type { Desk } from '../desk.js';

/** What undo would take back and redo do again, in words; empty where there is nothing. */
export function tellUndoable(
  { history, reading: { study } }: Desk,
  coder: string,
): { readonly undo: string; readonly redo: string } {
  const tell = (entry: HistoryEntry | undefined) => (entry === undefined ? '' : describeEntry(entry, study));
  return { undo: tell(findUndoable(history, coder)), redo: tell(findRedoable(history, coder)) };
}
