import type { Decision } from '../../model/decision.js';

/** What tells a decision from every other. */
export function nameDecision({
  quoteId,
  themeId,
  coder,
}: Pick<Decision, 'quoteId' | 'themeId' | 'coder'>): readonly string[] {
  return [quoteId, themeId, coder];
}
