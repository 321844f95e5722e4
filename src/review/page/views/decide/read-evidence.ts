import type { EvidenceView, SuggestionView } from '../../../messages/common.js';

type Kind<K extends EvidenceView['kind']> = Extract<EvidenceView, { kind: K }>;
export type NearestQuote = Kind<'similar-quote'>;

/** One reason in the quote's own words; `share` is its part of the strongest one, from -1 to 1, where it has a weight. */
export type Reason = {
  readonly kind: 'keyword' | 'term' | 'rest';
  readonly words: string;
  readonly weight: number | undefined;
  readonly share: number;
};

/** The decided quotes that a suggestion leans on, most alike first. */
export function listNearest(suggestion: SuggestionView): readonly NearestQuote[] {
  return suggestion.evidence
    .filter((evidence): evidence is NearestQuote => evidence.kind === 'similar-quote')
    .toSorted((a, b) => b.similarity - a.similarity);
}

/** What a tagger calls the sum of all that it does not name stands in brackets. */
const isRest = (term: string) => term.startsWith('(') && term.endsWith(')');

/** Keywords that were found, each once, then the words that count, the weightiest first, and what is not named last. */
export function listReasons(suggestion: SuggestionView): readonly Reason[] {
  const keywords = new Set(
    suggestion.evidence.flatMap((each) => (each.kind === 'matched-words' ? [each.keyword] : [])),
  );
  const terms = suggestion.evidence
    .filter((evidence): evidence is Kind<'shared-term'> => evidence.kind === 'shared-term')
    .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  const most = Math.abs(terms[0]?.weight ?? 0);
  const reasons = terms.map(({ term, weight }): Reason => {
    const share = most > 0 ? weight / most : 0;
    return isRest(term)
      ? { kind: 'rest', words: term.slice(1, -1), weight, share }
      : { kind: 'term', words: term, weight, share };
  });
  return [
    ...[...keywords].map((words): Reason => ({ kind: 'keyword', words, weight: undefined, share: 1 })),
    ...reasons.filter(({ kind }) => kind === 'term'),
    ...reasons.filter(({ kind }) => kind === 'rest'),
  ];
}

/** A share of what was proposed, with its interval, in the cells of a table. */
export function tellShare(share: {
  readonly accepted: number;
  readonly of: number;
  readonly interval: readonly [number, number];
}): { readonly count: string; readonly percent: string; readonly interval: string } {
  const percent = (value: number) => Math.round(value * 100);
  if (share.of === 0) return { count: '0 of 0', percent: '–', interval: '–' };
  const [low, high] = share.interval;
  return {
    count: `${share.accepted} of ${share.of}`,
    percent: `${percent(share.accepted / share.of)} %`,
    interval: `${percent(low)}–${percent(high)} %`,
  };
}
