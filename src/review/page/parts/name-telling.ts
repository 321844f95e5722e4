import type { EvidenceView, SuggestionView } from '../../messages/common.js';

type SharedTerm = Extract<EvidenceView, { kind: 'shared-term' }>;

/** What a tagger calls the sum of all that it does not name stands in brackets. */
export const isRest = (term: string) => term.startsWith('(') && term.endsWith(')');

/** Which words of a suggestion are named as reasons: small ones ("the", "and") only where nothing else speaks for it. */
export function nameTelling({ evidence }: SuggestionView): (term: SharedTerm) => boolean {
  const hasTelling = evidence.some(
    (each) =>
      each.kind === 'matched-words' || (each.kind === 'shared-term' && !each.isSmall && !isRest(each.term)),
  );
  return ({ term, isSmall }) => !isRest(term) && !(isSmall && hasTelling);
}
