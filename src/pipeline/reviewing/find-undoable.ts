import type { HistoryEntry } from '../../model/history.js';

type Stacks = { readonly done: readonly HistoryEntry[]; readonly undone: readonly HistoryEntry[] };

/** The latest thing that a coder did and has not taken back: what undo is about. */
export function findUndoable(history: readonly HistoryEntry[], coder: string): HistoryEntry | undefined {
  return stackEntries(history, coder).done.at(-1);
}

/** The latest thing that a coder took back, if nothing else was done since: what redo is about. */
export function findRedoable(history: readonly HistoryEntry[], coder: string): HistoryEntry | undefined {
  return stackEntries(history, coder).undone.at(-1);
}

/** Doing something anew leaves nothing to be done again. Entries that changed nothing are passed over. */
function stackEntries(history: readonly HistoryEntry[], coder: string): Stacks {
  const done: HistoryEntry[] = [];
  const undone: HistoryEntry[] = [];
  for (const entry of history) {
    if (entry.by !== coder || entry.changes.length === 0) continue;
    if (entry.action.kind === 'undo') move(done, undone, entry.of);
    else if (entry.action.kind === 'redo') move(undone, done, entry.of);
    else {
      done.push(entry);
      undone.length = 0;
    }
  }
  return { done, undone };
}

function move(from: HistoryEntry[], to: HistoryEntry[], id: string | undefined): void {
  const at = from.findLastIndex((entry) => entry.id === id);
  const [entry] = at < 0 ? [] : from.splice(at, 1);
  if (entry !== undefined) to.push(entry);
}
