import type { HistoryEntry } from '../../../index.js';
import { recall } from '../tables/recall.js';

/** One coder's decision on a suggestion that was on a card: who proposed it. */
export type Answered = {
  readonly coder: string;
  readonly quoteId: string;
  readonly themeId: string;
  readonly taggers: readonly string[];
};

const nameOf = (coder: string, quote: string, theme: string) => `${coder}\n${quote}\n${theme}`;

/** The action that an entry did, did again or took back. */
function findAction(entry: HistoryEntry, byId: ReadonlyMap<string, HistoryEntry>): HistoryEntry['action'] {
  const seen = new Set<string>();
  let found = entry;
  while (found.of !== undefined && !seen.has(found.id)) {
    seen.add(found.id);
    const earlier = byId.get(found.of);
    if (earlier === undefined) break;
    found = earlier;
  }
  return found.action;
}

/**
 * Whom decisions answered that were given on cards, from the record alone: it holds for every window, every coder and
 * after a restart. What was taken back is not there; what was said again later still answers the card.
 */
export const listAnswered = recall((history: readonly HistoryEntry[]): readonly Answered[] => {
  const byId = new Map(history.map((entry) => [entry.id, entry]));
  const answered = new Map<string, Answered>();
  const taken = new Map<string, Answered>();
  for (const entry of history) {
    const action = findAction(entry, byId);
    const taggers = action.kind === 'decide' ? action.proposedBy : undefined;
    for (const change of entry.changes) {
      if (change.kind !== 'decision') continue;
      const { coder, quote: quoteId, theme: themeId } = change;
      const name = nameOf(coder, quoteId, themeId);
      const before = answered.get(name);
      const back = entry.of === undefined ? undefined : taken.get(name);
      if (change.after !== null && taggers !== undefined)
        answered.set(name, { coder, quoteId, themeId, taggers });
      else if (change.after !== null && before === undefined && back !== undefined) answered.set(name, back);
      if (change.after !== null || before === undefined) continue;
      answered.delete(name);
      taken.set(name, before);
    }
  }
  return [...answered.values()];
});
