import type { DifferencePiece } from '../../reporting/contract/verification-page.js';
import { findWords } from '../../text/tokenise.js';
import type { FoundPassage } from './checked-quotation.js';
import type { Difference } from './list-differences.js';

/** Words of the transcript shown on either side of a difference: enough to see where it is. */
const MOST_CONTEXT = 6;

/** A passage in which each departure of a draft stands beside the true words; long stretches alike are shortened to `…`. */
export function showDifferences(
  { exact, span }: Pick<FoundPassage, 'exact' | 'span'>,
  differences: readonly Difference[],
): DifferencePiece[] {
  const pieces: DifferencePiece[] = [];
  let from = 0;
  let isSpaced = false;
  const addSame = (text: string, edges: Edges) => {
    const shown = shortenSame(text, edges);
    if (shown.trim() !== '') pieces.push({ spaced: isSpaced || /^\s/u.test(text), same: shown.trim() });
    isSpaced = text === '' ? isSpaced : /\s$/u.test(text);
  };
  for (const [index, { draft, transcript, at }] of differences.entries()) {
    const start = at.start - span.start;
    addSame(exact.slice(from, start), { isFirst: index === 0, isLast: false });
    const spaced = isSpaced || transcript === '';
    if (draft !== '') pieces.push({ spaced, draft });
    if (transcript !== '') pieces.push({ spaced: spaced || draft !== '', transcript });
    from = Math.max(from, at.end - span.start);
    isSpaced = false;
  }
  addSame(exact.slice(from), { isFirst: false, isLast: true });
  return pieces;
}

type Edges = { readonly isFirst: boolean; readonly isLast: boolean };

function shortenSame(text: string, { isFirst, isLast }: Edges): string {
  const words = findWords(text);
  const head = isFirst ? 0 : MOST_CONTEXT;
  const tail = isLast ? 0 : MOST_CONTEXT;
  if (words.length <= head + tail) return text;
  const start = head === 0 ? '' : text.slice(0, words[head - 1]?.end);
  const end = tail === 0 ? '' : text.slice(words[words.length - tail]?.start);
  return `${start} … ${end}`;
}
