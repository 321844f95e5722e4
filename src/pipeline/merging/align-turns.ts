import type { Turn } from '../../formats/format.js';
import { cleanText } from '../../text/clean-text.js';
import type { JoinedTurns } from '../join-turns.js';

/** A stretch of a source that stands in the transcript's text too, one after the other. UTF-16 units. */
export type Stretch = {
  readonly source: number;
  readonly sourceEnd: number;
  readonly text: number;
  readonly textEnd: number;
};

export type AlignedSource = {
  /** As the other tool has it. */
  readonly source: string;
  /** In the order of both. */
  readonly stretches: readonly Stretch[];
};

type Token = { readonly words: string; readonly start: number; readonly end: number };

/**
 * Tells which stretches of a source became which of the transcript's text: turn by turn, by the line on which each
 * begins, since labels, times and headings are left out on the way. `lineShift` is the number of lines that were put
 * before the source.
 */
export function alignTurns(source: string, { placed }: JoinedTurns, lineShift: number): AlignedSource {
  const lines = listLineStarts(source);
  const startOf = (turn: Turn | undefined) =>
    turn === undefined ? source.length : (lines[turn.line - 1 - lineShift] ?? source.length);
  const spoken = placed.filter(({ span }) => span !== undefined);
  const stretches = spoken.flatMap(({ turn, words, start }, index): readonly Stretch[] => {
    const from = startOf(turn);
    const next = spoken[index + 1]?.turn;
    const isAlone = next === undefined || next.line > turn.line;
    const part = source.slice(
      from,
      isAlone ? startOf(next) : (lines[turn.line - lineShift] ?? source.length),
    );
    return matchWords(part, words).map((stretch) => ({
      source: stretch.source + from,
      sourceEnd: stretch.sourceEnd + from,
      text: stretch.text + start,
      textEnd: stretch.textEnd + start,
    }));
  });
  return { source, stretches };
}

function listLineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** All at once where a turn was taken as it stands; word by word; character by character where words are glued to what was left out; nothing where that fails too. */
function matchWords(source: string, words: string): readonly Stretch[] {
  const whole = source.trimEnd();
  if (whole.endsWith(words)) {
    const from = whole.length - words.length;
    return [{ source: from, sourceEnd: whole.length, text: 0, textEnd: words.length }];
  }
  return matchTokens(source, words, /\S+/g) ?? matchTokens(source, words, /\S\p{M}*/gu) ?? [];
}

/** From the end, since what is left out of a turn mostly stands at its beginning. */
function matchTokens(source: string, words: string, pattern: RegExp): readonly Stretch[] | undefined {
  const given = cutTokens(source, pattern);
  const wanted = cutTokens(words, pattern);
  const found: Stretch[] = [];
  let at = given.length - 1;
  for (let index = wanted.length - 1; index >= 0; index--) {
    const { words: word, start, end } = wanted[index] ?? { words: '', start: 0, end: 0 };
    while (at >= 0 && cleanText(given[at]?.words ?? '') !== word) at--;
    const token = given[at];
    if (token === undefined) return undefined;
    found.push({ source: token.start, sourceEnd: token.end, text: start, textEnd: end });
    at--;
  }
  return found.reverse();
}

function cutTokens(text: string, pattern: RegExp): readonly Token[] {
  return [...text.matchAll(pattern)].map(({ 0: words, index }) => ({
    words,
    start: index,
    end: index + words.length,
  }));
}

/** The place in the transcript's text of a passage of the source; `undefined` where nothing of it is speech. */
export function moveSpan(
  { source, stretches }: AlignedSource,
  { start, end }: { readonly start: number; readonly end: number },
): { readonly start: number; readonly end: number } | undefined {
  const first = stretches[findFirst(stretches, ({ sourceEnd }) => sourceEnd > start)];
  const last = stretches[findFirst(stretches, (stretch) => stretch.source >= end) - 1];
  if (first === undefined || last === undefined || last.sourceEnd <= start || first.source >= end)
    return undefined;
  const from = first.text + countMoved(source, first, start);
  const to = last.text + countMoved(source, last, end);
  return from < to ? { start: from, end: to } : undefined;
}

/** How much of a stretch lies before an offset, in units of the transcript's text: composing may have shortened it. */
function countMoved(
  source: string,
  { source: from, sourceEnd, text, textEnd }: Stretch,
  offset: number,
): number {
  const inside = Math.max(from, Math.min(offset, sourceEnd));
  if (inside === sourceEnd) return textEnd - text;
  if (sourceEnd - from === textEnd - text) return inside - from;
  return Math.min(cleanText(source.slice(from, inside)).length, textEnd - text);
}

/** Index of the first item for which it holds, where it holds for all after it too. */
function findFirst<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && holds(item)) high = middle;
    else low = middle + 1;
  }
  return low;
}
