import { type DraftBlock, findLine } from '../../formats/drafts/draft-block.js';
import { findWords } from '../../text/tokenise.js';
import { claimSpeakers } from './claim-speakers.js';
import type { DraftQuotation } from './draft-quotation.js';
import type { FindNames } from './find-names.js';
import { type MarkedWords, pairQuoteMarks } from './pair-quote-marks.js';
import { readBlockQuote } from './read-block-quote.js';

/** A few words in quote marks that quote nobody; `line` is 1-based. */
type ScareQuote = { readonly text: string; readonly line: number };

export type FoundQuotations = {
  readonly quotations: readonly DraftQuotation[];
  /** One to three words in quote marks: not judged. */
  readonly scareQuotes: readonly ScareQuote[];
  /** Sentences outside quotations that are long enough to be recognised. */
  readonly sentences: readonly DraftQuotation[];
  /** 1-based lines of quote marks without a partner. */
  readonly unpairedLines: readonly number[];
};

const MOST_SCARE_WORDS = 3;
/** Shorter sentences are alike by chance. */
const FEWEST_LIFTED_WORDS = 8;
/** `," she said, "`: the draft's words between two parts of one quotation, in characters. */
const LONGEST_INTERRUPTION = 80;
const interruption = /^(?:\s*[,—–-])?\s+[^.!?;:()[\]]+,\s*$/;

/** Finds all quotations of a draft, in order. Takes time linear in the draft. */
export function findQuotations(blocks: readonly DraftBlock[], findNames: FindNames): FoundQuotations {
  const found = blocks.map((block, index) => {
    const [previous, next] = [blocks[index - 1], blocks[index + 1]];
    if (block.kind === 'prose') return readProse(block, next, findNames);
    return { ...nothing, quotations: readBlockQuote({ block, previous, next }, findNames) };
  });
  return {
    quotations: found.flatMap(({ quotations }) => quotations),
    scareQuotes: found.flatMap(({ scareQuotes }) => scareQuotes),
    sentences: found.flatMap(({ sentences }) => sentences),
    unpairedLines: found.flatMap(({ unpairedLines }) => unpairedLines),
  };
}

const nothing: FoundQuotations = { quotations: [], scareQuotes: [], sentences: [], unpairedLines: [] };

function readProse(block: DraftBlock, next: DraftBlock | undefined, findNames: FindNames): FoundQuotations {
  const { pairs, unpaired } = pairAcrossParagraphs(block.text, next?.text);
  const groups = groupInterrupted(block.text, pairs);
  const gaps = listGaps(block.text, groups);
  const claims = claimSpeakers(
    {
      gaps,
      interruptions: groups.map((group) => listInterruptions(block.text, group).join(' ')),
      ends: groups.map((group) => block.text.slice(0, group.at(-1)?.close).trimEnd().slice(-1)),
    },
    findNames,
  );
  const read = groups.map((group, index): DraftQuotation => {
    const claim = claims[index];
    return {
      kind: 'marks',
      parts: group.map(({ open, close }) => block.text.slice(open + 1, close).trim()),
      line: findLine(block, group[0]?.open ?? 0),
      ...(claim === undefined ? {} : { claim }),
    };
  });
  const isScare = ({ parts }: DraftQuotation) => countWords(parts.join(' ')) <= MOST_SCARE_WORDS;
  return {
    quotations: read.filter((quotation) => !isScare(quotation)),
    scareQuotes: read.filter(isScare).map(({ parts, line }) => ({ text: parts.join(' '), line })),
    sentences: listSentences(block, groups),
    unpairedLines: unpaired.map((offset) => findLine(block, offset)),
  };
}

/** A quotation of several paragraphs opens in each of them and closes in the last alone. */
function pairAcrossParagraphs(text: string, next: string | undefined): ReturnType<typeof pairQuoteMarks> {
  const { pairs, unpaired } = pairQuoteMarks(text);
  const open = unpaired.at(-1);
  const goesOn = open !== undefined && next?.trimStart().charAt(0) === text.charAt(open);
  if (!goesOn || open < (pairs.at(-1)?.close ?? 0)) return { pairs, unpaired };
  return { pairs: [...pairs, { open, close: text.trimEnd().length }], unpaired: unpaired.slice(0, -1) };
}

type Group = readonly MarkedWords[];

function groupInterrupted(text: string, pairs: readonly MarkedWords[]): readonly Group[] {
  const groups: MarkedWords[][] = [];
  for (const pair of pairs) {
    const group = groups.at(-1);
    const previous = group?.at(-1);
    if (group !== undefined && previous !== undefined && isInterrupted(text, previous, pair))
      group.push(pair);
    else groups.push([pair]);
  }
  return groups;
}

function isInterrupted(text: string, first: MarkedWords, second: MarkedWords): boolean {
  const between = text.slice(first.close + 1, second.open);
  if (between.length > LONGEST_INTERRUPTION || !interruption.test(between) || countWords(between) < 2)
    return false;
  const ending = text
    .slice(first.open + 1, first.close)
    .trimEnd()
    .slice(-1);
  return /[,—–-]/.test(ending) || /^\s*[,—–-]/.test(between);
}

function listInterruptions(text: string, group: Group): readonly string[] {
  return group.slice(1).map(({ open }, index) => text.slice((group[index]?.close ?? 0) + 1, open));
}

function listGaps(text: string, groups: readonly Group[]): readonly string[] {
  const starts = [0, ...groups.map((group) => (group.at(-1)?.close ?? 0) + 1)];
  const ends = [...groups.map((group) => group[0]?.open ?? 0), text.length];
  return starts.map((start, index) => text.slice(start, ends[index]));
}

function listSentences(block: DraftBlock, groups: readonly Group[]): readonly DraftQuotation[] {
  let start = 0;
  return listGaps(block.text, groups).flatMap((gap, index) => {
    let offset = start;
    start = (groups[index]?.at(-1)?.close ?? 0) + 1;
    return gap.split(/(?<=[.!?])\s/).flatMap((sentence): DraftQuotation[] => {
      const line = findLine(block, offset + sentence.length - sentence.trimStart().length);
      offset += sentence.length + 1;
      const isLong = countWords(sentence) >= FEWEST_LIFTED_WORDS;
      return isLong ? [{ kind: 'none', parts: [sentence.trim()], line }] : [];
    });
  });
}

function countWords(text: string): number {
  return findWords(text).length;
}
