import { remember } from '../../text/remember.js';
import { findClock } from './read-clock.js';
import { isKnownLabel } from './role-labels.js';

/**
 * How a line names its speaker: `Dana: words`, the header line `Dana Reyes  0:02`, `(Dana)` or `Dana` on a line
 * of its own, `Dana — words`, and a clock alone.
 */
export type LabelStyle = 'colon' | 'header' | 'parenthesis' | 'line' | 'dash' | 'clock';

/** What a line would be if its beginning were a speaker's label. */
export type Opening = {
  readonly style: LabelStyle;
  /** Without brackets, colon and clock; empty only where `style` is `clock`. */
  readonly label: string;
  /** What follows the label. */
  readonly words: string;
  readonly startsAtMs?: number;
};

/** No label with its clock is longer. */
const longestHead = 120;
const longestLabel = 60;
const mostWords = 4;

/** Line-leading words before a colon that are never a speaker. */
const neverLabels = new Set(
  (
    'note notes nb ps edit update warning example source http https ftp mailto file url www date time title topic ' +
    'location place duration subject project language version recording transcript summary keywords speakers ' +
    'attendees agenda so well ok okay yes no yeah first second third finally also but and then now today remember ' +
    'step pros cons result conclusion'
  ).split(' '),
);

/** What transcribers put between parentheses that is no name. */
const stageDirection =
  /^(?:laugh|chuckl|giggl|paus|silen|inaudib|unintellig|crosstalk|cross talk|music|applau|unclear|sigh|cough|break|noise|phone|overlap|foreign|lachen|lacht|pausa|risa|rire)/i;

/** Words inside a name that begin in lower case. */
const particles = new Set(
  'de da do dos du di del della der den des van von la le el al bin ibn y e and und of the'.split(' '),
);

/** Reads the beginning of a line as a speaker's label; whether it is one depends on the rest of the file. */
export function readOpening(line: string): Opening | undefined {
  const text = line.trim();
  return readHeader(text) ?? readColon(text) ?? readOwnLine(text) ?? readDash(text);
}

/** `Dana Reyes  0:02`, `[Speaker 1 00:00]`, `Dana (0:02)`, or a clock alone. */
function readHeader(text: string): Opening | undefined {
  if (text.length > longestHead || !/[\d\])#hms]$/.test(text)) return undefined;
  const inner = /^\[([^[\]]+)\]$/.exec(text)?.[1] ?? text;
  const clock = findClock(inner, 'end');
  if (clock === undefined) return undefined;
  const label = cleanLabel(inner.slice(0, clock.start));
  if (label === '') return { style: 'clock', label, words: '', startsAtMs: clock.ms };
  return isLabelShaped(label) ? { style: 'header', label, words: '', startsAtMs: clock.ms } : undefined;
}

/** `Dana: words`, with a clock before the label, before the colon or after it. */
function readColon(text: string): Opening | undefined {
  const head = text.slice(0, longestHead);
  const colon = head.search(/(?<!\d)[:：](?!\/\/)|(?<=\d)[:：](?![\d/])/);
  if (colon < 1) return readTab(text);
  const { rest, ms: before } = dropLeadingClock(head.slice(0, colon));
  const inside = findClock(rest, 'end');
  const label = cleanLabel(inside === undefined ? rest : rest.slice(0, inside.start));
  if (!isLabelShaped(label)) return undefined;
  const after = text.slice(colon + 1).trimStart();
  const clock = findClock(after, 'start');
  const words = clock?.wrapped ? after.slice(clock.end).trimStart() : after;
  const startsAtMs = before ?? inside?.ms ?? (clock?.wrapped ? clock.ms : undefined);
  return { style: 'colon', label, words, ...(startsAtMs === undefined ? {} : { startsAtMs }) };
}

/** `INT<tab>words`: only labels that are known need no colon. */
function readTab(text: string): Opening | undefined {
  const [label = '', ...words] = text.split('\t');
  if (words.length === 0 || !isKnownLabel(label)) return undefined;
  return { style: 'colon', label, words: words.join(' ').trim() };
}

function readOwnLine(text: string): Opening | undefined {
  if (text.length > longestLabel) return undefined;
  const { rest, ms } = dropLeadingClock(text);
  const wrapped = /^(?:\(([^()]+)\)|\[([^[\]]+)\])$/.exec(rest);
  const label = cleanLabel(wrapped?.[1] ?? wrapped?.[2] ?? rest);
  if (!standsAlone(label) || /[.,]$/.test(label) || stageDirection.test(label)) return undefined;
  const style = wrapped === null ? 'line' : 'parenthesis';
  return { style, label, words: '', ...(ms === undefined ? {} : { startsAtMs: ms }) };
}

function readDash(text: string): Opening | undefined {
  const match = /^(.{1,40}?)\s+[—–]\s+(?=\S)/.exec(text);
  if (match?.[1] === undefined) return undefined;
  const { rest, ms } = dropLeadingClock(match[1]);
  const label = cleanLabel(rest);
  if (!standsAlone(label)) return undefined;
  const words = text.slice(match[0].length);
  return { style: 'dash', label, words, ...(ms === undefined ? {} : { startsAtMs: ms }) };
}

function dropLeadingClock(text: string): { readonly rest: string; readonly ms: number | undefined } {
  const clock = /^[[(#\d]/.test(text) ? findClock(text, 'start') : undefined;
  if (clock === undefined) return { rest: text, ms: undefined };
  return { rest: text.slice(clock.end).replace(/^\s*[-–—|]?\s*/, ''), ms: clock.ms };
}

/** Backslashes before punctuation are Markdown's, as in `SPEAKER\_00`. */
const cleanLabel = remember((text) => {
  const bare = text
    .trim()
    .replace(/\\(?=[!-/:-@[-`{-~])/g, '')
    .replace(/\s+/g, ' ');
  return /^\[([^[\]]*)\]$/.exec(bare)?.[1]?.trim() ?? bare.replace(/:$/, '');
});

const isLabelShaped = remember((label) => {
  if (label.length === 0 || label.length > longestLabel || !/\p{L}/u.test(label)) return false;
  if (/[:!?;"“”<>{}=*[\]\\]|\.\.|…/.test(label) || !/^[\p{L}\p{N}(]/u.test(label)) return false;
  return label.split(' ').length <= mostWords && !neverLabels.has(label.toLowerCase());
});

/** Without a colon, a label in lower case is taken for one only where it is known. */
function standsAlone(label: string): boolean {
  return looksLikeName(label) && (!/^\p{Ll}/u.test(label) || isKnownLabel(label));
}

/** Whether each word begins as in a name, or the whole is one plain word with or without a number (`speaker 1`). */
export function looksLikeName(label: string): boolean {
  if (!isLabelShaped(label)) return false;
  if (/^\p{Ll}+[\s_]?\d*$/u.test(label)) return true;
  return label
    .split(' ')
    .every((word) => /^[("'‘]?[\p{Lu}\p{Lt}\p{Lo}\d]/u.test(word) || particles.has(word));
}
