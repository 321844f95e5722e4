import type { Span } from '../../model/span.js';
import { straightenText } from '../../text/fold-text.js';
import { findRemovable, readSigns } from './find-removable.js';
import type { LaidPassage } from './lay-passage.js';
import type { RemovableFillers } from './removable-fillers.js';

/** A stretch of the transcript, and what a quotation without its fillers has in its place. */
export type Splice = { readonly at: Span; readonly by: string };

/** Two words that follow one another in a quotation and not in the transcript; numbers of words of each. */
type Gap = { readonly left: number; readonly right: number; readonly from: number; readonly to: number };

/** They end a sentence or a clause that a comma does not end. */
const strongSign = /[.!?;:]/u;
const sentenceEnd = /[.!?]|\n/u;

/**
 * What has to be replaced in the transcript so that it reads as without the fillers that a quotation leaves out, in order;
 * nothing where the quotation departs from it in more than such fillers and the commas around them.
 */
export function cutFillers(laid: LaidPassage, fillers: RemovableFillers): readonly Splice[] | undefined {
  const { matches, passage } = laid;
  const isWhole = matches.every((match, word) => match >= 0 || passage.optional[word] === 1);
  if (!isWhole) return undefined;
  const splices: Splice[] = [];
  for (const gap of listGaps(laid)) {
    if (!isAllFillers(gap, laid, fillers)) return undefined;
    const splice = spliceGap(gap, laid);
    if (splice === undefined) return undefined;
    splices.push(splice);
  }
  return splices;
}

/** The transcript from `start` to `end` with replacements. */
export function spliceText(text: string, { start, end }: Span, splices: readonly Splice[]): string {
  let spliced = '';
  let from = start;
  for (const { at, by } of splices) {
    if (at.start < from || at.end > end) continue;
    spliced += text.slice(from, at.start) + by;
    from = at.end;
  }
  return spliced + text.slice(from, end);
}

function listGaps({ matches, passage }: LaidPassage): readonly Gap[] {
  const matched = Array.from(matches.keys()).filter((word) => (matches[word] ?? -1) >= 0);
  return matched.slice(1).flatMap((right, index) => {
    const left = matched[index] ?? 0;
    const gap = { left, right, from: (matches[left] ?? 0) + 1, to: matches[right] ?? 0 };
    const isMarked = passage.skipsBefore.subarray(left + 1, right + 1).includes(1);
    return isMarked || gap.from >= gap.to ? [] : [gap];
  });
}

function isAllFillers({ from, to }: Gap, { source }: LaidPassage, fillers: RemovableFillers): boolean {
  return findRemovable(source, { start: from, end: to }, fillers).size === to - from;
}

/** Between the words of a quotation, its own signs, where those are among the signs around the fillers. */
function spliceGap(gap: Gap, laid: LaidPassage): Splice | undefined {
  const { at, parts } = laid.passage;
  const spans = laid.source.spans();
  const [left, right] = [at[gap.left], at[gap.right]];
  const [before, next] = [spans[gap.from - 1], spans[gap.to]];
  if (!left || !right || !before || !next) return undefined;
  const signs = Array.from({ length: gap.to - gap.from + 1 }, (_, index) =>
    readSigns(laid.source, gap.from + index),
  );
  const span = { start: before.end, end: next.start };
  // Across an interruption the draft's own words stand between.
  if (left.part !== right.part) return { at: span, by: ' ' };
  const part = parts[left.part] ?? '';
  const own = part.slice(left.span.end, right.span.start);
  if (!listSigns(signs).has(tighten(own))) return undefined;
  const first = part.charAt(right.span.start);
  const spoken = laid.source.text.charAt(next.start);
  const mayBegin =
    signs.some((each) => sentenceEnd.test(each)) && first.toLowerCase() === spoken.toLowerCase();
  return mayBegin ? { at: { ...span, end: next.start + 1 }, by: own + first } : { at: span, by: own };
}

/** A sentence that ends around a filler still ends without it; commas and dashes may go with it. */
function listSigns(signs: readonly string[]): ReadonlySet<string> {
  const tight = signs.map(tighten);
  const strong = tight.filter((each) => strongSign.test(each));
  return new Set(strong.length > 0 ? strong : ['', ...tight]);
}

const tighten = (signs: string) => straightenText(signs).replace(/\s+/gu, ' ').trim();
