import type { EvidenceView, SuggestionView } from '../../../messages/common.js';
import { isRest, nameTelling } from '../../parts/name-telling.js';

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

type Term = Pick<Kind<'shared-term'>, 'term' | 'weight'>;

/** What is not named, and the words that are no reason to a reader, as one: together they sum to the same. */
function joinRest(terms: readonly Kind<'shared-term'>[]): readonly Term[] {
  const rest = terms.find(({ term }) => isRest(term));
  const weight = terms.reduce((sum, each) => sum + each.weight, 0);
  return terms.length === 0 ? [] : [{ term: rest?.term ?? '(small words)', weight }];
}

/**
 * Keywords that were found, each once, then the words that count, the weightiest first, and what is not named last. Words such
 * as "the" and "and" are named only where there are no others; else they are among the rest.
 */
export function listReasons(suggestion: SuggestionView): readonly Reason[] {
  const keywords = new Set(
    suggestion.evidence.flatMap((each) => (each.kind === 'matched-words' ? [each.keyword] : [])),
  );
  const isNamed = nameTelling(suggestion);
  const terms = suggestion.evidence.filter(
    (evidence): evidence is Kind<'shared-term'> => evidence.kind === 'shared-term',
  );
  const named = terms.filter(isNamed).toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  const rest = joinRest(terms.filter((term) => !isNamed(term)));
  const most = Math.max(...[...named, ...rest].map(({ weight }) => Math.abs(weight)), 0);
  const show = ({ term, weight }: Term): Reason => ({
    kind: isRest(term) ? 'rest' : 'term',
    words: isRest(term) ? term.slice(1, -1) : term,
    weight,
    share: most > 0 ? weight / most : 0,
  });
  return [
    ...[...keywords].map((words): Reason => ({ kind: 'keyword', words, weight: undefined, share: 1 })),
    ...named.map(show),
    ...rest.map(show),
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
