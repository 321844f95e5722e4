import type { Quote } from '../../model/quote.js';
import { type Evidence, OTHER_WORDS } from '../../model/suggestion.js';

/** A sentence names this many shared terms at most: the weightiest. */
const MOST_TERMS = 4;

/** Evidence in words, one sentence a kind: matched words, shared terms, alike quotes (by id only). */
export function tellEvidence(evidence: readonly Evidence[], quote: Quote): string[] {
  return [tellMatches(evidence, quote), tellTerms(evidence), tellLikeness(evidence)].filter(
    (sentence) => sentence !== '',
  );
}

function tellMatches(evidence: readonly Evidence[], { exact }: Quote): string {
  const wordsOf = new Map<string, string[]>();
  for (const item of evidence) {
    if (item.kind !== 'matched-words') continue;
    const words = exact.slice(item.span.start, item.span.end);
    wordsOf.set(item.keyword, [...(wordsOf.get(item.keyword) ?? []), words]);
  }
  const matches = Array.from(
    wordsOf,
    ([keyword, words]) => `“${[...new Set(words)].join(' … ')}” (keyword ${keyword})`,
  );
  return matches.length === 0 ? '' : `Says ${joinWords(matches)}.`;
}

function tellTerms(evidence: readonly Evidence[]): string {
  const terms = evidence
    .flatMap((item) =>
      item.kind === 'shared-term' && item.weight > 0 && item.term !== OTHER_WORDS ? [item] : [],
    )
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_TERMS)
    .map(({ term }) => `“${term}”`);
  return terms.length === 0 ? '' : `Shares ${joinWords(terms)} with the theme.`;
}

function tellLikeness(evidence: readonly Evidence[]): string {
  const ids = evidence.flatMap((item) => (item.kind === 'similar-quote' ? [item.quoteId] : []));
  return ids.length === 0 ? '' : `Is like ${joinWords(ids)}, which people gave this theme.`;
}

/** "a", "a and b", "a, b and c". */
function joinWords(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
