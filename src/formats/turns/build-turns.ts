import type { DraftTurn, TextLine } from './draft-turn.js';
import { findClock, readClock } from './read-clock.js';
import type { Opening } from './speaker-label.js';

/** A line with the label that opens it, if one does. */
export type OpenedLine = TextLine & { readonly opening?: Opening };

/** A time in brackets within a line, with the spaces around it. */
export const bracketedStamp =
  /(\s?)(?:\\?\[\s*(\d{1,3}(?::\d\d){1,2}(?:[.,:]\d{1,9})?)\s*\\?\]|#(\d\d:\d\d:\d\d-\d)#)(\s?)/g;

/** Characters: so much text above the first label may be speech, unless still more follows below. */
const longHeader = 2000;

export type BuiltTurns = { readonly drafts: readonly DraftTurn[]; readonly header: readonly TextLine[] };

type OpenTurn = { label: string; lines: TextLine[]; line: number; startsAtMs?: number };

/** Gathers the lines of each turn; what stands above the first is the header, unless it is long enough to be speech. */
export function buildTurns(lines: readonly OpenedLine[]): BuiltTurns {
  const header: TextLine[] = [];
  const turns: OpenTurn[] = [];
  const hasHeaders = lines.some(({ opening }) => opening?.style === 'header');
  let anchor: number | undefined;
  for (const line of lines) {
    if (line.opening !== undefined) {
      turns.push(openTurn(line, line.opening, anchor));
      anchor = readTrailingStamp(line);
      continue;
    }
    const clock = readAnchor(line);
    if (clock !== undefined) {
      anchor = clock;
      // Otter writes the clock alone where it cannot name the speaker.
      if (hasHeaders && turns.length > 0)
        turns.push({ label: '', lines: [], line: line.line, startsAtMs: clock });
      continue;
    }
    (turns.at(-1)?.lines ?? header).push(line);
    anchor = readTrailingStamp(line) ?? anchor;
  }
  return keepLongHeader(header, turns);
}

function openTurn(line: TextLine, opening: Opening, anchor: number | undefined): OpenTurn {
  const startsAtMs = opening.startsAtMs ?? anchor;
  return {
    label: opening.label,
    lines: opening.words === '' ? [] : [{ text: opening.words, line: line.line }],
    line: line.line,
    ...(startsAtMs === undefined ? {} : { startsAtMs }),
  };
}

/** A clock alone on a line: the time of what follows. */
function readAnchor({ text, code }: TextLine): number | undefined {
  return code || text.length > 40 ? undefined : readClock(text);
}

/** f4 and MAXQDA write the time at which a paragraph ends, which is when the next one begins. */
function readTrailingStamp({ text, code }: TextLine): number | undefined {
  const isStamped = !code && text.includes('#') && text.trimEnd().endsWith('#');
  const clock = isStamped ? findClock(text, 'end') : undefined;
  return clock?.ms;
}

function keepLongHeader(header: readonly TextLine[], turns: readonly OpenTurn[]): BuiltTurns {
  const before = countCharacters(header);
  const after = turns.reduce((sum, turn) => sum + countCharacters(turn.lines), 0);
  const drafts = turns.map(dropStamps);
  if (before <= longHeader || before <= after) return { drafts, header };
  return { drafts: [...buildParagraphs(header), ...drafts], header: [] };
}

function countCharacters(lines: readonly TextLine[]): number {
  return lines.reduce((sum, { text }) => sum + text.length, 0);
}

/** One turn a paragraph; in a text without blank lines every line is one. */
export function buildParagraphs(lines: readonly TextLine[]): readonly DraftTurn[] {
  const turns: OpenTurn[] = [];
  const isLineByLine = !hasInnerBlank(lines);
  let isOpen = false;
  let anchor: number | undefined;
  for (const line of lines) {
    const clock = readAnchor(line);
    if (clock !== undefined || line.text.trim() === '') {
      anchor = clock ?? anchor;
      isOpen = isOpen && line.code === true;
      continue;
    }
    const turn = turns.at(-1);
    if (turn !== undefined && isOpen && !isLineByLine) turn.lines.push(line);
    else {
      turns.push(openParagraph(line, anchor));
      anchor = undefined;
      isOpen = true;
    }
    anchor = readTrailingStamp(line) ?? anchor;
  }
  return turns.map(dropStamps);
}

function openParagraph(line: TextLine, anchor: number | undefined): OpenTurn {
  const clock = line.code ? undefined : findClock(line.text, 'start');
  const stamp = clock?.wrapped ? clock : undefined;
  const startsAtMs = stamp?.ms ?? anchor;
  return {
    label: '',
    lines: [stamp === undefined ? line : { ...line, text: line.text.slice(stamp.end) }],
    line: line.line,
    ...(startsAtMs === undefined ? {} : { startsAtMs }),
  };
}

function hasInnerBlank(lines: readonly TextLine[]): boolean {
  const first = lines.findIndex(({ text }) => text.trim() !== '');
  const last = lines.findLastIndex(({ text }) => text.trim() !== '');
  return lines.slice(first, last).some(({ text }) => text.trim() === '');
}

/** Takes clocks in brackets out of the words: they are the recording's, not the speaker's. */
function dropStamps(turn: OpenTurn): DraftTurn {
  return { ...turn, lines: turn.lines.map(dropLineStamps) };
}

function dropLineStamps(line: TextLine): TextLine {
  if (line.code || !(line.text.includes('[') || line.text.includes('#'))) return line;
  const text = line.text.replace(bracketedStamp, (_all, before: string, _clock, _f4, after: string) =>
    before === '' && after === '' ? '' : ' ',
  );
  return text === line.text ? line : { ...line, text };
}
