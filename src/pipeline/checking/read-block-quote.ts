import { type DraftBlock, findLine } from '../../formats/drafts/draft-block.js';
import { findWords } from '../../text/tokenise.js';
import type { DraftQuotation } from './draft-quotation.js';
import type { FindNames } from './find-names.js';
import { pairQuoteMarks } from './pair-quote-marks.js';

/** A block quote between its neighbours. */
type PlacedBlock = {
  readonly block: DraftBlock;
  readonly previous: DraftBlock | undefined;
  readonly next: DraftBlock | undefined;
};

/** A paragraph that only says who spoke: `— P07`. */
const sourceLine = /^\s*[—–(-]{1,3}[^\n]{1,120}\s*$/;
/** The same at the end of a quotation: on a line of its own, behind the closing mark, or behind the last stop. */
const sourceTail =
  /\n\s*[—–-]{1,3}[^\n]{1,120}\s*$|(?<=["”“»«’'])\s*[—–(-][^\n]{1,120}$|(?<=[.!?…])\s+[—–][^.!?\n]{1,120}$| ?\([^()\n]{1,80}\)\.?\s?$/;
/** A source that names no participant is no longer than `— a tech lead at a large company`. */
const MOST_SOURCE_WORDS = 8;

/** The quotation of a block quote, without the line that names its speaker; none where it is that line alone. */
export function readBlockQuote(placed: PlacedBlock, findNames: FindNames): readonly DraftQuotation[] {
  const { block } = placed;
  if (placed.previous?.kind === 'block-quote' && isSource(block.text, findNames)) return [];
  const tail = findTail(block.text, findNames);
  const words = dropMarks(block.text.slice(0, block.text.length - tail.length).trim());
  if (words === '') return [];
  const claim = claimSpeaker(placed, tail, findNames);
  const start = block.text.length - block.text.trimStart().length;
  return [
    {
      kind: 'block',
      parts: [words],
      line: findLine(block, start),
      ...(claim === undefined ? {} : { claim }),
    },
  ];
}

/** What stands at the end may be the speaker's own words: without a name only a few are taken for a source. */
function findTail(text: string, findNames: FindNames): string {
  const tail = sourceTail.exec(text)?.[0] ?? '';
  const isBracket = tail.trimStart().startsWith('(');
  if (isBracket) return findNames(tail).length === 0 ? '' : tail;
  return isSource(tail, findNames) ? tail : '';
}

function isSource(text: string, findNames: FindNames): boolean {
  return sourceLine.test(text) && (findNames(text).length > 0 || findWords(text).length <= MOST_SOURCE_WORDS);
}

function dropMarks(text: string): string {
  const [pair] = pairQuoteMarks(text).pairs;
  return pair?.open === 0 && pair.close === text.length - 1 ? text.slice(1, -1).trim() : text;
}

function claimSpeaker(
  { previous, next }: PlacedBlock,
  tail: string,
  findNames: FindNames,
): ReadonlySet<string> | undefined {
  const [signed] = findNames(tail);
  if (signed !== undefined) return signed.ids;
  const [below] = next !== undefined && isSource(next.text, findNames) ? findNames(next.text) : [];
  if (below !== undefined) return below.ids;
  const above =
    previous?.kind === 'prose'
      ? previous.text
          .trim()
          .split(/(?<=[.!?])\s/)
          .at(-1)
      : undefined;
  return above?.endsWith(':') ? findNames(above).at(-1)?.ids : undefined;
}
