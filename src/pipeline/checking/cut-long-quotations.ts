import { findWords } from '../../text/tokenise.js';
import type { DraftQuotation } from './draft-quotation.js';

/** Words. Laying a passage over a transcript takes the square of its length. */
const LONGEST_WHOLE = 800;
/** The same in a draft that quotes more words than a long book has. */
const LONGEST_IN_MUCH = 200;
const MUCH = 200_000;

/** The quotations of a draft, with several in place of one that is too long to be laid over a transcript whole. */
export function cutLongQuotations(quotations: readonly DraftQuotation[]): readonly DraftQuotation[] {
  const read = quotations.map((quotation) => {
    const text = quotation.parts.join(' ');
    return { quotation, text, starts: findWords(text).map(({ start }) => start) };
  });
  const total = read.reduce((sum, { starts }) => sum + starts.length, 0);
  const longest = total > MUCH ? LONGEST_IN_MUCH : LONGEST_WHOLE;
  return read.flatMap(({ quotation, text, starts }) => {
    if (starts.length <= longest) return [quotation];
    const cuts = starts.filter((_, index) => index % longest === 0);
    return cuts.map((cut, index) => ({
      ...quotation,
      parts: [text.slice(index === 0 ? 0 : cut, cuts[index + 1]).trim()],
    }));
  });
}
