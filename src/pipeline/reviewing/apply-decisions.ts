import type { Decision } from '../../model/decision.js';
import type { Change } from '../../model/history.js';
import { type DecisionChange, nameDecision, toDecision } from './change-parts.js';

/**
 * Decisions with changes made: what was said again stays where it was, what is new comes last. The very same array where
 * no change is about a decision.
 */
export function applyDecisions(
  decisions: readonly Decision[],
  changes: readonly Change[],
): readonly Decision[] {
  const open = new Map<string, DecisionChange>();
  for (const change of changes)
    if (change.kind === 'decision')
      open.set(nameDecision({ coder: change.coder, quoteId: change.quote, themeId: change.theme }), change);
  if (open.size === 0) return decisions;
  const quotes = new Set([...open.values()].map(({ quote }) => quote));
  const next: Decision[] = [];
  for (const decision of decisions) {
    // A name is made only for decisions on a quote that is changed: there are tens of thousands of others.
    const name = quotes.has(decision.quoteId) ? nameDecision(decision) : undefined;
    const change = name === undefined ? undefined : open.get(name);
    if (name === undefined || change === undefined) next.push(decision);
    else {
      open.delete(name);
      if (change.after !== null) next.push(toDecision(change, change.after));
    }
  }
  for (const change of open.values()) if (change.after !== null) next.push(toDecision(change, change.after));
  return next;
}
