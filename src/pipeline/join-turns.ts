import type { SourceMark, Turn } from '../formats/format.js';
import type { Span } from '../model/span.js';
import { cleanText } from '../text/clean-text.js';

/** A turn of the source with its place in the text; `undefined` where nothing of it is left after cleaning. */
type PlacedTurn = {
  readonly turn: Turn;
  readonly words: string;
  readonly span: Span | undefined;
  readonly start: number;
};

export type JoinedTurns = { readonly text: string; readonly placed: readonly PlacedTurn[] };

/** Makes a transcript's text: each turn's words cleaned and trimmed, joined by line feeds. */
export function joinTurns(turns: readonly Turn[]): JoinedTurns {
  const parts: string[] = [];
  let end = -1;
  const placed = turns.map((turn): PlacedTurn => {
    const words = cleanText(turn.words).trim();
    const start = end + 1;
    if (words === '') return { turn, words, span: undefined, start: Math.max(end, 0) };
    end = start + words.length;
    parts.push(words);
    return { turn, words, span: { start, end }, start };
  });
  return { text: parts.join('\n'), placed };
}

/**
 * The place of a mark in the text, without white space at its ends. `undefined` where it holds no words.
 */
export function locateMark(mark: SourceMark, { text, placed }: JoinedTurns): Span | undefined {
  const from = locateEnd(mark.from, placed);
  const to = locateEnd(mark.to, placed);
  if (from === undefined || to === undefined || from >= to) return undefined;
  const passage = text.slice(from, to);
  const start = from + passage.length - passage.trimStart().length;
  const end = from + passage.trimEnd().length;
  return start < end ? { start, end } : undefined;
}

function locateEnd(end: SourceMark['from'], placed: readonly PlacedTurn[]): number | undefined {
  const found = placed[end.turn];
  return found === undefined ? undefined : found.start + moveOffset(end.offset, found);
}

/** Carries an offset into the words of the source over to the cleaned words; never into a surrogate pair. */
function moveOffset(offset: number, { turn, words }: PlacedTurn): number {
  if (turn.words === words) return snap(offset, words);
  const cleaned = cleanText(turn.words);
  const lead = cleaned.length - cleaned.trimStart().length;
  return snap(cleanText(turn.words.slice(0, offset)).length - lead, words);
}

function snap(offset: number, words: string): number {
  const within = Math.min(Math.max(offset, 0), words.length);
  const cutsPair = /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(words.slice(Math.max(within - 1, 0), within + 1));
  return cutsPair ? within - 1 : within;
}
