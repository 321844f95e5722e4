import {
  type Evidence,
  type ExplainedSuggestion,
  locateTerms,
  type Quote,
  type Study,
} from '../../../index.js';
import type { EvidenceView, SuggestionView } from '../../messages/common.js';
import { findQuote, findTheme, placeQuote } from '../tables/study-tables.js';
import { isSmallWord } from './is-small-word.js';
import { tellFlip } from './tell-flip.js';

function showSimilar(
  study: Study,
  { quoteId, similarity }: Extract<Evidence, { kind: 'similar-quote' }>,
): readonly EvidenceView[] {
  const quote = findQuote(study, quoteId);
  if (quote === undefined) return [];
  const { participantId } = placeQuote(study, quote);
  return [
    { kind: 'similar-quote', quote: quoteId, exact: quote.exact, participant: participantId, similarity },
  ];
}

/** Evidence with the places of its words in a text; that on quotes which are gone is left out. */
export function showEvidence(
  study: Study,
  text: string,
  evidence: readonly Evidence[],
): readonly EvidenceView[] {
  const terms = evidence.flatMap((item) => (item.kind === 'shared-term' ? [item.term] : []));
  const places = locateTerms(text, terms, study.settings.language);
  let next = 0;
  return evidence.flatMap((item): readonly EvidenceView[] => {
    if (item.kind === 'matched-words') return [item];
    if (item.kind === 'similar-quote') return showSimilar(study, item);
    const spans = places[next] ?? [];
    next += 1;
    const isSmall = isSmallWord(item.term, study.settings.language);
    return [{ ...item, isSmall, spans: isRest(item.term) ? [] : [...spans] }];
  });
}

/** A quote's suggestion, ready to be read. */
export function showSuggestion(study: Study, quote: Quote, suggestion: ExplainedSuggestion): SuggestionView {
  const { themeId, tagger, confidence, strength, calibrated, rule, evidence } = suggestion;
  return {
    theme: themeId,
    tagger,
    confidence,
    strength,
    calibrated,
    rule,
    evidence: [...showEvidence(study, quote.exact, evidence)],
    flip: tellFlip(suggestion, study.settings.language, (id) => `“${findTheme(study, id)?.label ?? id}”`),
  };
}

/** `(everything else: …)` sums up what is not named, and stands nowhere. */
const isRest = (term: string) => term.startsWith('(');
