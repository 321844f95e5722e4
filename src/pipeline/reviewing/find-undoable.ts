import type { HistoryEntry } from '../../model/history.js';

type Stacks = {
  readonly done: readonly HistoryEntry[];
  /** What may be done again without being named: nothing where something was done anew since. */
  readonly undone: readonly HistoryEntry[];
  /** All that was taken back and not done again, by id. */
  readonly taken: ReadonlyMap<string, HistoryEntry>;
};

/** What undo is about: the latest thing that a coder did and has not taken back, or the entry that is named. */
export function findUndoable(
  history: readonly HistoryEntry[],
  coder: string,
  id?: string,
): HistoryEntry | undefined {
  const { done } = stackEntries(history, coder);
  return id === undefined ? done.at(-1) : done.find((entry) => entry.id === id);
}

/** What redo is about: the latest thing that a coder took back, if nothing else was done since, or the entry that is named. */
export function findRedoable(
  history: readonly HistoryEntry[],
  coder: string,
  id?: string,
): HistoryEntry | undefined {
  const { undone, taken } = stackEntries(history, coder);
  return id === undefined ? undone.at(-1) : taken.get(id);
}

/** Doing something anew leaves nothing to be done again. Entries that changed nothing are passed over. */
function stackEntries(history: readonly HistoryEntry[], coder: string): Stacks {
  const done: HistoryEntry[] = [];
  const undone: HistoryEntry[] = [];
  const taken = new Map<string, HistoryEntry>();
  for (const entry of history) {
    if (entry.by !== coder || entry.changes.length === 0) continue;
    const { of = '' } = entry;
    if (entry.action.kind === 'undo') {
      const found = take(done, of);
      if (found !== undefined) undone.push(found);
      if (found !== undefined) taken.set(of, found);
    } else if (entry.action.kind === 'redo') {
      const found = taken.get(of);
      take(undone, of);
      taken.delete(of);
      if (found !== undefined) done.push(found);
    } else {
      done.push(entry);
      undone.length = 0;
    }
  }
  return { done, undone, taken };
}

function take(from: HistoryEntry[], id: string): HistoryEntry | undefined {
  const at = from.findLastIndex((entry) => entry.id === id);
  return at < 0 ? undefined : from.splice(at, 1)[0];
}
