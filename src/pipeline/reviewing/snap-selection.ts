import type { Span } from '../../model/span.js';
import type { Speaker } from '../../model/speaker.js';
import type { Transcript, Utterance } from '../../model/transcript.js';
import { findWords } from '../../text/tokenise.js';

export type SnappedSelection = {
  /** Whole words of one speaker; undefined where nothing can be marked. */
  readonly span: Span | undefined;
  /** Whether an interviewer's turn was cut off, so that `across` would give more. */
  readonly cut: boolean;
  /** Why nothing can be marked, in words; else empty. */
  readonly refused: string;
};

export type SnapOptions = {
  /** Lets a selection run over an interviewer's turn between two of the same speaker. */
  readonly across: boolean;
};

/** What is selected of one utterance: whole words, and what stands between them. */
type Piece = { readonly speaker: Speaker; readonly span: Span };

const noWord = 'there is no word in this selection: select at least one';
const onlyInterviewer = 'these are an interviewer’s words, which are never a quote: select a participant’s';

/**
 * The whole words of a selection, of one speaker: of several, of the one of whom most is selected in a row. An interviewer's
 * words are never the beginning or the end of a quote. Spans are UTF-16 units of the transcript's text.
 */
export function snapSelection(
  transcript: Transcript,
  { start, end }: Span,
  { across }: SnapOptions,
): SnappedSelection {
  const pieces = cutPieces(transcript, { start: Math.min(start, end), end: Math.max(start, end) });
  const strict = findLongest(joinPieces(pieces, false));
  const wide = findLongest(joinPieces(pieces, true));
  const chosen = across ? wide : strict;
  if (strict === undefined || wide === undefined || chosen === undefined)
    return { span: undefined, cut: false, refused: pieces.length === 0 ? noWord : onlyInterviewer };
  return { span: chosen, cut: !across && lengthOf(wide) > lengthOf(strict), refused: '' };
}

const lengthOf = ({ start, end }: Span) => end - start;

function cutPieces({ text, utterances }: Transcript, selection: Span): readonly Piece[] {
  return utterances.flatMap((utterance) => {
    const span = snapInside(text, utterance, selection);
    return span === undefined ? [] : [{ speaker: utterance.speaker, span }];
  });
}

/** Signs that end a phrase and so stay with the words before them, and those that begin one. */
const closing = /[\p{Pe}\p{Pf}.,;:!?…"'’]/u;
const opening = /[\p{Ps}\p{Pi}¿¡"'‘]/u;

/** What is selected of an utterance, widened to whole words; signs beside them stay where they were selected. */
function snapInside(text: string, { span }: Utterance, selection: Span): Span | undefined {
  if (selection.start >= span.end || selection.end <= span.start) return undefined;
  const words = findWords(text.slice(span.start, span.end))
    .map(({ start, end }) => ({ start: start + span.start, end: end + span.start }))
    .filter((word) => word.start < selection.end && word.end > selection.start);
  const first = words[0];
  const last = words.at(-1);
  if (first === undefined || last === undefined) return undefined;
  let { start } = first;
  let { end } = last;
  while (start > Math.max(span.start, selection.start) && opening.test(text.charAt(start - 1))) start -= 1;
  while (end < Math.min(span.end, selection.end) && closing.test(text.charAt(end))) end += 1;
  return { start, end };
}

/** Pieces of one speaker in a row as one; `across` looks past an interviewer's between them. */
function joinPieces(pieces: readonly Piece[], across: boolean): readonly Span[] {
  const joined: { name: string; start: number; end: number }[] = [];
  let open: { name: string; start: number; end: number } | undefined;
  for (const { speaker, span } of pieces) {
    if (speaker.kind === 'interviewer') {
      if (!across) open = undefined;
      continue;
    }
    const name = nameSpeaker(speaker);
    if (open?.name === name) open.end = span.end;
    else {
      open = { name, ...span };
      joined.push(open);
    }
  }
  return joined.map(({ start, end }) => ({ start, end }));
}

const nameSpeaker = (speaker: Exclude<Speaker, { kind: 'interviewer' }>) =>
  speaker.kind === 'participant' ? `participant ${speaker.participantId}` : `unknown ${speaker.label}`;

function findLongest(spans: readonly Span[]): Span | undefined {
  return spans.reduce<Span | undefined>(
    (longest, span) => (longest === undefined || lengthOf(span) > lengthOf(longest) ? span : longest),
    undefined,
  );
}
