import type { Change } from '../../model/history.js';

/** The changes that take others back: the last one first, before and after swapped. */
export function invertChanges(changes: readonly Change[]): readonly Change[] {
  return changes.toReversed().map(invertChange);
}

function invertChange(change: Change): Change {
  switch (change.kind) {
    case 'quote':
      return { ...change, before: change.after, after: change.before };
    case 'decision':
      return { ...change, before: change.after, after: change.before };
    case 'theme':
      return { ...change, before: change.after, after: change.before };
    case 'memo':
      return { ...change, before: change.after, after: change.before };
    case 'board':
      return { ...change, before: change.after, after: change.before };
  }
}
