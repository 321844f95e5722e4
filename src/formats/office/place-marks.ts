import type { Notice } from '../../model/notice.js';
import type { SourceMark, Turn } from '../format.js';
import type { DocumentComment, SourceDocument } from './document.js';
import type { LaidDocument } from './lay-document.js';
import type { Places } from './place-words.js';

/** What of the words is marked: by a colour or by a comment. Character numbers of `LaidDocument`. */
type MarkedRange = {
  from: number;
  to: number;
  readonly paragraph: number;
  readonly colour?: string;
  readonly commentId?: string;
};

export type PlacedMarks = {
  readonly marks: readonly SourceMark[];
  readonly notices: readonly Notice[];
  /** Names of the comments' authors in the order in which they first speak: `c1`, `c2` … */
  readonly authors: readonly string[];
};

export type MarkPlacing = {
  readonly file: string;
  readonly document: SourceDocument;
  readonly laid: LaidDocument;
  readonly places: Places;
  readonly turns: readonly Turn[];
};

const themeWord = /(?<![\p{L}\p{N}#&/])#([\p{L}\p{N}](?:[\p{L}\p{N}._-]*[\p{L}\p{N}_])?)/gu;

/**
 * The passages that highlights, shading and comments mark, in the words of turns. Runs of one colour that touch are one
 * passage; a passage ends before another speaker's words.
 */
export function placeMarks(placing: MarkPlacing): PlacedMarks {
  const { document, file } = placing;
  const ranges = [...joinColours(placing), ...joinComments(placing.laid)].sort(
    (a, b) => a.from - b.from || a.to - b.to,
  );
  const comments = new Map(document.comments.map((comment) => [comment.id, comment]));
  const authors = listAuthors(comments, ranges);
  const cut = ranges.map((range) => cutRange(range, placing));
  const marks = cut.flatMap((each, index) => {
    const range = ranges[index];
    if (each === undefined || range === undefined) return [];
    return [{ ...each.ends, ...describeRange(range, comments, authors), line: range.paragraph }];
  });
  const crossing = ranges.filter((_range, index) => cut[index]?.crosses === true);
  const lost = ranges.filter((_range, index) => cut[index] === undefined);
  return {
    marks,
    authors,
    notices: [
      ...crossing.map(({ paragraph }) => explainCrossing(file, paragraph)),
      ...explainLost(lost, file),
      ...explainUnanchored(document, ranges, file),
    ],
  };
}

function joinColours({ laid, places }: MarkPlacing): readonly MarkedRange[] {
  const ranges: MarkedRange[] = [];
  for (const { from, to, paragraph, colour } of laid.stretches) {
    if (colour === undefined) continue;
    const last = ranges.at(-1);
    const touches = last?.colour === colour && last.to === from;
    const isOneTurn = places.turns[from - 1] === places.turns[from];
    if (last !== undefined && touches && isOneTurn) last.to = to;
    else ranges.push({ from, to, paragraph, colour });
  }
  return ranges;
}

function joinComments({ stretches }: LaidDocument): readonly MarkedRange[] {
  const ranges = new Map<string, MarkedRange>();
  for (const { from, to, paragraph, commentIds } of stretches) {
    for (const commentId of commentIds) {
      const range = ranges.get(commentId);
      if (range === undefined) ranges.set(commentId, { from, to, paragraph, commentId });
      else if (range.to === from) range.to = to;
    }
  }
  return [...ranges.values()];
}

type Comments = ReadonlyMap<string, DocumentComment>;

function listAuthors(comments: Comments, ranges: readonly MarkedRange[]): readonly string[] {
  const authors = ranges.flatMap(({ commentId = '' }) => {
    const author = comments.get(commentId)?.author.trim();
    return author === undefined ? [] : [author];
  });
  return [...new Set(authors)];
}

type CutRange = { readonly ends: Pick<SourceMark, 'from' | 'to'>; readonly crosses: boolean };

/** The words of a range up to the first of another speaker; undefined where it holds no words. */
function cutRange(range: MarkedRange, { places, turns }: MarkPlacing): CutRange | undefined {
  let first = range.from;
  while (first < range.to && places.turns[first] === -1) first += 1;
  if (first >= range.to) return undefined;
  const from = readPlace(places, first);
  const label = turns[from.turn]?.label;
  let last = first;
  for (let number = first; number < range.to; number += 1) {
    const turn = places.turns[number] ?? -1;
    if (turn === -1) continue;
    if (turn !== from.turn && turns[turn]?.label !== label)
      return endRange(from, readPlace(places, last), true);
    last = number;
  }
  return endRange(from, readPlace(places, last), false);
}

function readPlace({ turns, offsets }: Places, number: number): SourceMark['from'] {
  return { turn: turns[number] ?? 0, offset: offsets[number] ?? 0 };
}

function endRange(from: SourceMark['from'], last: SourceMark['to'], crosses: boolean): CutRange {
  return { ends: { from, to: { turn: last.turn, offset: last.offset + 1 } }, crosses };
}

function describeRange(
  { colour, commentId }: MarkedRange,
  comments: Comments,
  authors: readonly string[],
): Pick<SourceMark, 'themes' | 'colour' | 'note' | 'coder'> {
  if (colour !== undefined) return { themes: [], colour };
  const comment = comments.get(commentId ?? '');
  if (comment === undefined) return { themes: [] };
  const themes = [...comment.text.matchAll(themeWord)].map(([, theme = '']) => theme);
  const rest = comment.text.replace(themeWord, ' ').replace(/\s+/g, ' ');
  const note = rest.replace(/^[\s,;:.–-]+/, '').trimEnd();
  return {
    themes: [...new Set(themes)],
    ...(/[\p{L}\p{N}]/u.test(note) ? { note } : {}),
    coder: `c${authors.indexOf(comment.author.trim()) + 1}`,
  };
}

function explainCrossing(file: string, line: number): Notice {
  return {
    severity: 'caution',
    code: 'mark-crosses-speakers',
    message:
      'the mark that begins here runs into the words of another speaker and was ended before them: mark each speaker on their own',
    place: { file, line },
  };
}

function explainLost(lost: readonly MarkedRange[], file: string): Notice[] {
  const [first] = lost;
  if (first === undefined) return [];
  const which = lost.length === 1 ? '1 mark lies' : `${lost.length} marks lie`;
  const message = `${which} on a title, a label, a time or other words that are not speech, and became no quote: look at paragraph ${first.paragraph}`;
  return [
    { severity: 'caution', code: 'mark-without-speech', message, place: { file, line: first.paragraph } },
  ];
}

/** Comments that hang on a point and not on a passage. */
function explainUnanchored(
  { comments }: SourceDocument,
  ranges: readonly MarkedRange[],
  file: string,
): Notice[] {
  const anchored = new Set(ranges.map(({ commentId }) => commentId));
  const count = comments.filter(({ id }) => !anchored.has(id)).length;
  if (count === 0) return [];
  const which = count === 1 ? '1 comment has' : `${count} comments have`;
  const message = `${which} no passage and became no quote: select the words that the comment is about before adding it`;
  return [{ severity: 'caution', code: 'comment-without-passage', message, place: { file } }];
}
