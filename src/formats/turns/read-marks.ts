import type { Notice } from '../../model/notice.js';
import type { SourceMark, Turn } from '../format.js';
import type { DraftTurn } from './draft-turn.js';
import { type JoinedLines, joinLines, type MarkEnd } from './join-lines.js';
import { type PlacedPiece, pairSigns } from './pair-signs.js';
import type { InlineSyntax } from './scan-inline.js';
import { scanTurn } from './scan-turn.js';

export type MarkedTurns = {
  readonly turns: readonly Turn[];
  readonly marks: readonly SourceMark[];
  readonly notices: readonly Notice[];
};

/** How the lines of a source are to be read; `file` is for notices. */
export type MarkReading = { readonly syntax: InlineSyntax; readonly file: string };

type JoinedTurn = JoinedLines & { readonly draft: DraftTurn };

/**
 * Turns drafts into turns of clean words and the passages marked in them. A mark may cross lines, and turns of one
 * speaker; where it runs into another speaker's turn it ends before it. Turns without words are left out.
 */
export function readMarks(drafts: readonly DraftTurn[], { syntax, file }: MarkReading): MarkedTurns {
  const scanned = drafts.map((draft) => ({ draft, lines: scanTurn(draft, syntax) }));
  const pieces: PlacedPiece[] = [];
  for (const { lines } of scanned) for (const line of lines) pieces.push(...line.pieces);
  const { roles, notices } = pairSigns(pieces, file);
  const joined = scanned.map(({ draft, lines }) => ({ draft, ...joinLines(lines, roles) }));
  const marks = moveEnds(joined);
  const turns = joined.filter(({ words }) => words !== '').map(toTurn);
  const cut = collectMarks(marks, turns).map((mark) => cutAtSpeaker(mark, turns));
  return {
    turns,
    marks: cut.map(({ mark }) => mark).filter(holdsWords),
    notices: [
      ...notices,
      ...cut.flatMap(({ mark, crosses }) => (crosses ? [explainCrossing(mark, file)] : [])),
    ],
  };
}

function toTurn({ draft, words }: JoinedTurn): Turn {
  const { label, line, startsAtMs } = draft;
  return { label, words, ...(startsAtMs === undefined ? {} : { startsAtMs }), line };
}

type PlacedEnd = MarkEnd & { readonly turn: number };

/** Counts turns without those that have no words: an end in one of these lies at the beginning of the next. */
function moveEnds(joined: readonly JoinedTurn[]): PlacedEnd[] {
  let turn = 0;
  return joined.flatMap(({ words, ends }) => {
    const placed = ends.map((end) => ({ ...end, turn }));
    if (words !== '') turn += 1;
    return placed;
  });
}

function collectMarks(ends: readonly PlacedEnd[], turns: readonly Turn[]): SourceMark[] {
  return ends.flatMap((end, index) => {
    const close = ends[index + 1];
    if (end.role !== 'opens' || close === undefined) return [];
    const { turn, offset, line } = end;
    const to = close.offset === 0 ? endOf(close.turn - 1, turns) : { turn: close.turn, offset: close.offset };
    return [{ from: { turn, offset }, to, themes: close.themes, line }];
  });
}

function endOf(turn: number, turns: readonly Turn[]): SourceMark['to'] {
  return { turn, offset: turns[turn]?.words.length ?? 0 };
}

function cutAtSpeaker(
  mark: SourceMark,
  turns: readonly Turn[],
): { readonly mark: SourceMark; readonly crosses: boolean } {
  const label = turns[mark.from.turn]?.label;
  for (let turn = mark.from.turn + 1; turn <= mark.to.turn; turn += 1) {
    if (turns[turn]?.label !== label) return { mark: { ...mark, to: endOf(turn - 1, turns) }, crosses: true };
  }
  return { mark, crosses: false };
}

function holdsWords({ from, to }: SourceMark): boolean {
  return from.turn < to.turn || (from.turn === to.turn && from.offset < to.offset);
}

function explainCrossing({ line }: SourceMark, file: string): Notice {
  return {
    severity: 'caution',
    code: 'mark-crosses-speakers',
    message:
      'the mark that begins here runs into the words of another speaker and was ended before them: mark each speaker on their own',
    place: { file, line },
  };
}
