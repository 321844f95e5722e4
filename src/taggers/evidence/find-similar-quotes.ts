import type { Evidence } from '../../model/suggestion.js';
import { dotEvery } from '../../text/similarity.js';
import {
  rowAt,
  type SparseRows,
  type SparseVector,
  stackRows,
  transposeRows,
} from '../../text/sparse-rows.js';

const MOST_SIMILAR_QUOTES = 2;
/** Cosine below which two quotes share little more than a word. */
const LEAST_SIMILARITY = 0.1;

/** Finds, again and again, which of some rows are most like a vector: at most two, the likest first. */
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
