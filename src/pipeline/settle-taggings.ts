import { CONSENSUS, type Decision } from '../model/decision.js';
import type { Suggestion } from '../model/suggestion.js';
import type { Tagging, TaggingStatus } from '../model/tagging.js';

type Draft = {
  readonly quoteId: string;
  readonly themeId: string;
  readonly lastWords: Map<string, Decision>;
  readonly suggestions: Suggestion[];
};

/** By quote id, then by theme id, and in the order in which they were opened. */
type Drafts = { readonly inOrder: Draft[]; readonly byQuote: Map<string, Map<string, Draft>> };

/**
 * One tagging for each quote and theme of which anything was said, in the order in which it was first said,
 * decisions before suggestions. Its status is read off the last word of each coder alone: a suggestion never counts
 * as a decision. A coder's later entry is the last word, except that a mark, which carries no time, does not
 * overrule a decision that does. Where coders settled what they saw differently, that alone is the status.
 */
export function settleTaggings(
  decisions: readonly Decision[],
  suggestions: readonly Suggestion[],
): readonly Tagging[] {
  const drafts: Drafts = { inOrder: [], byQuote: new Map() };
  for (const decision of decisions) {
    const { lastWords } = openDraft(drafts, decision);
    const earlier = lastWords.get(decision.coder);
    const isOverruled = earlier !== undefined && earlier.decidedAt !== '' && decision.decidedAt === '';
    if (!isOverruled) lastWords.set(decision.coder, decision);
  }
  for (const suggestion of suggestions) openDraft(drafts, suggestion).suggestions.push(suggestion);
  return drafts.inOrder.map(({ quoteId, themeId, lastWords, suggestions: own }) => {
    const settled = [...lastWords.values()];
    return { quoteId, themeId, suggestions: own, status: readStatus(settled), decisions: settled };
  });
}

function openDraft({ inOrder, byQuote }: Drafts, { quoteId, themeId }: Decision | Suggestion): Draft {
  const known = byQuote.get(quoteId)?.get(themeId);
  if (known !== undefined) return known;
  const draft = { quoteId, themeId, lastWords: new Map<string, Decision>(), suggestions: [] };
  inOrder.push(draft);
  const ofQuote = byQuote.get(quoteId);
  if (ofQuote === undefined) byQuote.set(quoteId, new Map([[themeId, draft]]));
  else ofQuote.set(themeId, draft);
  return draft;
}

function readStatus(lastWords: readonly Decision[]): TaggingStatus {
  const settled = lastWords.find(({ coder }) => coder === CONSENSUS);
  if (settled !== undefined) return settled.applies ? 'accepted' : 'rejected';
  const accepts = lastWords.filter(({ applies }) => applies).length;
  if (lastWords.length === 0) return 'suggested';
  if (accepts === lastWords.length) return 'accepted';
  return accepts === 0 ? 'rejected' : 'disputed';
}
