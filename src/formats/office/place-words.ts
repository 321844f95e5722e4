import type { Turn } from '../format.js';
import { bracketedStamp } from '../turns/build-turns.js';
import type { DraftTurn, TextLine } from '../turns/draft-turn.js';
import { type DocumentLine, type LaidDocument, pack } from './lay-document.js';

/** Where each character of a laid document stands in the turns: those of labels, headings and times in none. */
export type Places = {
  /** By number of the character: index of its turn, or -1. */
  readonly turns: Int32Array;
  /** Offset into the words of its turn, in UTF-16 units. */
  readonly offsets: Int32Array;
};

/** Places for the characters of a document, of which nothing is placed yet. */
export function openPlaces({ characters }: LaidDocument): Places {
  return {
    turns: new Int32Array(characters.length).fill(-1),
    offsets: new Int32Array(characters.length),
  };
}

/** Finds the words of turns again in the lines that they were made of. */
export function placeTurns(laid: LaidDocument, drafts: readonly DraftTurn[], turns: readonly Turn[]): Places {
  const places = openPlaces(laid);
  let cursor = 0;
  let turn = 0;
  for (const draft of drafts) {
    const found: number[] = [];
    for (const line of draft.lines) {
      const at = findSource(laid.lines, line, cursor);
      if (at === undefined) continue;
      for (const number of listNumbers(laid.lines[at], pack(line.text).length)) found.push(number);
      cursor = at + 1;
    }
    const spoken = turns[turn];
    // A draft of nothing but signs has no turn.
    if (spoken?.line !== draft.line || spoken.label !== draft.label || found.length === 0) continue;
    placeWords(places, { laid, numbers: found, words: spoken.words, turn });
    turn += 1;
  }
  return places;
}

export type WordsToPlace = {
  readonly laid: LaidDocument;
  /** Numbers of the characters that the words were made of, ascending. */
  readonly numbers: readonly number[];
  readonly words: string;
  readonly turn: number;
};

/** Lays words upon the characters that they were made of: what was taken out of them on the way is skipped. */
export function placeWords(places: Places, { laid, numbers, words, turn }: WordsToPlace): void {
  const read = (at: number) => laid.characters.charAt(numbers[at] ?? -1);
  let at = 0;
  for (let offset = 0; offset < words.length; offset += 1) {
    const unit = words.charAt(offset);
    if (/\s/.test(unit)) continue;
    while (at < numbers.length && read(at) !== unit) at += measureSign(read, at);
    const number = numbers[at];
    if (number === undefined) return;
    places.turns[number] = turn;
    places.offsets[number] = offset;
    at += 1;
  }
}

/** UTF-16 units of a list of themes behind a mark; longer ones are text. */
const LONGEST_THEMES = 500;

/** How many characters go at once where the words do not go on: a mark's sign with the themes behind it, else one. */
function measureSign(read: (at: number) => string, from: number): number {
  let at = from;
  while (read(at) === '=') at += 1;
  if (at - from < 2 || read(at) !== '{' || read(at + 1) !== '#') return Math.max(1, at - from);
  for (let end = at; end < at + LONGEST_THEMES && read(end) !== ''; end += 1)
    if (read(end) === '}') return end + 1 - from;
  return at - from;
}

/** The next line of the document from which the text of a turn's line can come: its end, without times. */
function findSource(lines: readonly DocumentLine[], line: TextLine, cursor: number): number | undefined {
  const text = pack(line.text);
  if (text === '') return undefined;
  for (let at = cursor; at < lines.length; at += 1) {
    const candidate = lines[at];
    if (candidate?.line === line.line && pack(blankStamps(candidate.source)).endsWith(text)) return at;
    if (candidate !== undefined && candidate.line > line.line) return undefined;
  }
  return undefined;
}

/** Numbers of the last characters of a line that belong to no time. */
function listNumbers(line: DocumentLine | undefined, length: number): readonly number[] {
  if (line === undefined) return [];
  const blanked = blankStamps(line.source);
  const numbers: number[] = [];
  let number = line.from;
  for (let at = 0; at < line.source.length; at += 1) {
    if (/\s/.test(line.source.charAt(at))) continue;
    if (!/\s/.test(blanked.charAt(at))) numbers.push(number);
    number += 1;
  }
  return numbers.slice(numbers.length - length);
}

function blankStamps(text: string): string {
  if (!/[[#]/.test(text)) return text;
  return text.replace(bracketedStamp, (stamp) => ' '.repeat(stamp.length));
}
