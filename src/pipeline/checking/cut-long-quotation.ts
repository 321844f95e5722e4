import { findWords } from '../../text/tokenise.js';
import type { DraftQuotation } from './draft-quotation.js';

/** Words. Laying a passage over a transcript takes the square of its length. */
const LONGEST_WHOLE = 800;

/** Several quotations in place of one that is too long to be laid over a transcript whole. */
export function cutLongQuotation(quotation: DraftQuotation): readonly DraftQuotation[] {
  const text = quotation.parts.join(' ');
  const words = findWords(text);
  if (words.length <= LONGEST_WHOLE) return [quotation];
  const cuts = words.filter((_, index) => index % LONGEST_WHOLE === 0).map(({ start }) => start);
  return cuts.map((cut, index) => ({
    ...quotation,
    parts: [text.slice(index === 0 ? 0 : cut, cuts[index + 1]).trim()],
  }));
}
