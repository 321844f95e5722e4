import type { JSX } from 'preact';
import type { EvidenceView, SuggestionView } from '../../messages/common.js';
import { MarkedText, type TextMark } from './marked-text.js';
import { nameTelling } from './name-telling.js';
import './evidence.css';

type Props = { readonly suggestion: SuggestionView; readonly exact: string };

/** Stretches of the quote that made the tagger propose the theme, ready for `MarkedText`. */
export function markEvidence(suggestion: SuggestionView): readonly TextMark[] {
  const isNamed = nameTelling(suggestion);
  return suggestion.evidence.flatMap((each) => {
    const words = each.kind === 'shared-term' && isNamed(each) ? each.spans : [];
    const spans = each.kind === 'matched-words' ? [each.span] : words;
    return spans.map((span) => ({ ...span, className: 'marked-text-word' }));
  });
}

/** How sure the tagger is, in words: a percentage only where it was checked against people. */
export function tellConfidence(suggestion: SuggestionView): string {
  if (suggestion.rule) return 'by a keyword of yours';
  if (suggestion.calibrated && suggestion.confidence > 0.99) return 'over 99 % sure';
  if (suggestion.calibrated) return `${Math.round(suggestion.confidence * 100)} % sure`;
  return suggestion.strength;
}

function EvidenceLine({ evidence }: { readonly evidence: EvidenceView }): JSX.Element {
  if (evidence.kind === 'matched-words') {
    return (
      <>
        matches the keyword <b>{evidence.keyword}</b>
      </>
    );
  }
  if (evidence.kind === 'shared-term') {
    return (
      <>
        the word <b>{evidence.term}</b> speaks {evidence.weight < 0 ? 'against' : 'for'} it{' '}
        <span class="evidence-number">({evidence.weight.toFixed(2)})</span>
      </>
    );
  }
  return (
    <>
      like this one of {evidence.participant}: <q>{evidence.exact}</q>
    </>
  );
}

/** The quote with the words that counted, and why the theme is proposed. */
export function Evidence({ suggestion, exact }: Props): JSX.Element {
  return (
    <div class="evidence">
      <blockquote class="evidence-quote">
        <MarkedText text={exact} marks={markEvidence(suggestion)} />
      </blockquote>
      <p class="evidence-who">
        Proposed by {suggestion.tagger}, {tellConfidence(suggestion)}:
      </p>
      <ul class="evidence-list">
        {suggestion.evidence.map((evidence, place) => (
          <li key={place}>
            <EvidenceLine evidence={evidence} />
          </li>
        ))}
      </ul>
      {suggestion.flip !== '' && <p class="evidence-flip">{suggestion.flip}</p>}
    </div>
  );
}
