import { type Evidence, OTHER_WORDS } from '../../model/suggestion.js';
import type { CountedTexts } from '../../text/count-texts.js';
import { dotEvery } from '../../text/similarity.js';
import {
  rowAt,
  type SparseRows,
  type SparseVector,
  stackRows,
  transposeRows,
} from '../../text/sparse-rows.js';

/** As many words as a reader takes in. */
const MOST_TERMS = 5;
/** A rest this small is floating-point noise, not words. */
const ROUNDING = 1e-12;
const MOST_SIMILAR_QUOTES = 2;
/** Cosine below which two quotes share little more than a word. */
const LEAST_SIMILARITY = 0.1;

/** What each content word of a quote adds to its dot product with a profile, the largest first. */
function listShares(quote: SparseVector, profile: Float64Array, counted: CountedTexts) {
  const shares: { readonly term: number; readonly weight: number }[] = [];
  for (const [j, term] of quote.columns.entries()) {
    const weight = (quote.values[j] ?? 0) * (profile[term] ?? 0);
    if (weight > 0 && counted.termKinds[term] === 'content') shares.push({ term, weight });
  }
  return shares.sort((a, b) => b.weight - a.weight || a.term - b.term);
}

/**
 * The words that speak for a theme, then all other words of the quote as one. The weights sum to `score`, the dot
 * product of quote and profile. Empty where no content word speaks for it: then there is nothing to show.
 */
export function explainScore(
  score: number,
  vectors: { readonly quote: SparseVector; readonly profile: Float64Array },
  counted: CountedTexts,
): readonly Evidence[] {
  const shown = listShares(vectors.quote, vectors.profile, counted).slice(0, MOST_TERMS);
  if (shown.length === 0) return [];
  const evidence = shown.map(({ term, weight }) => ({
    kind: 'shared-term' as const,
    term: counted.surfaces[term] ?? '',
    weight,
  }));
  const rest = score - shown.reduce((sum, { weight }) => sum + weight, 0);
  if (Math.abs(rest) < ROUNDING) return evidence;
  return [...evidence, { kind: 'shared-term', term: OTHER_WORDS, weight: rest }];
}

/** Finds, again and again, which of some rows are most like a vector. */
export function createQuoteFinder(
  rows: SparseRows,
  examples: readonly number[],
  quoteIds: readonly string[],
): (quote: SparseVector) => readonly Evidence[] {
  const transposed = transposeRows(
    stackRows(
      examples.map((row) => rowAt(rows, row)),
      rows.width,
    ),
  );
  const similarities = new Float64Array(examples.length);
  return (quote) => {
    dotEvery(quote, transposed, similarities);
    const similar = examples.map((row, i) => ({
      kind: 'similar-quote' as const,
      quoteId: quoteIds[row] ?? '',
      similarity: Math.min(similarities[i] ?? 0, 1),
    }));
    return similar
      .filter(({ similarity }) => similarity >= LEAST_SIMILARITY)
      .sort((a, b) => b.similarity - a.similarity || (a.quoteId < b.quoteId ? -1 : 1))
      .slice(0, MOST_SIMILAR_QUOTES);
  };
}
