import type { Decision } from '../../model/decision.js';
import type { Change } from '../../model/history.js';
import { type DecisionChange, nameDecision, toDecision } from '../../pipeline/reviewing/change-parts.js';
import type { StudyReading } from '../read-study.js';

type Words = Pick<StudyReading, 'lastWords' | 'markWords'>;

/**
 * Each coder's last words after changes, in the order in which reading gives them: what marks decided, then coder by coder
 * as in the order of their files. What was said anew stays where it was; what is new is the last line of its file.
 */
export function applyWords({ lastWords, markWords }: Words, changes: readonly Change[]): Words {
  const open = new Map<string, DecisionChange>();
  for (const change of changes)
    if (change.kind === 'decision')
      open.set(nameDecision({ coder: change.coder, quoteId: change.quote, themeId: change.theme }), change);
  if (open.size === 0) return { lastWords, markWords };
  const quotes = new Set([...open.values()].map(({ quote }) => quote));
  const kept: Decision[] = [];
  let marks = markWords;
  lastWords.forEach((decision, at) => {
    // A name is made only for decisions on a quote that is changed: there are tens of thousands of others.
    const name = quotes.has(decision.quoteId) ? nameDecision(decision) : undefined;
    const change = name === undefined ? undefined : open.get(name);
    if (name === undefined || change === undefined) kept.push(decision);
    else {
      open.delete(name);
      if (change.after !== null) kept.push(toDecision(change, change.after));
      else if (at < markWords) marks -= 1;
    }
  });
  const added = [...open.values()].flatMap((change) =>
    change.after === null ? [] : toDecision(change, change.after),
  );
  return { lastWords: insertWords(kept, marks, added), markWords: marks };
}

/** Puts decisions behind the others of their coder's file. */
function insertWords(
  words: readonly Decision[],
  marks: number,
  added: readonly Decision[],
): readonly Decision[] {
  let next = words;
  for (const coder of new Set(added.map((decision) => decision.coder))) {
    const place = findEnd(next, marks, coder);
    const own = added.filter((decision) => decision.coder === coder);
    next = [...next.slice(0, place), ...own, ...next.slice(place)];
  }
  return next;
}

/** Where a coder's file ends: before the first decision of a coder whose file comes later. */
function findEnd(words: readonly Decision[], marks: number, coder: string): number {
  const isLater = new Map<string, boolean>();
  for (let at = marks; at < words.length; at++) {
    const other = words[at]?.coder ?? '';
    const known = isLater.get(other) ?? comesLater(other, coder);
    isLater.set(other, known);
    if (known) return at;
  }
  return words.length;
}

const comesLater = (one: string, other: string) =>
  Buffer.compare(Buffer.from(`${one}.jsonl`), Buffer.from(`${other}.jsonl`)) > 0;
