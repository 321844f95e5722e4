import type { Span } from '../../model/span.js';
import { checkWording } from '../check-wording.js';
import { cutFillers, type Splice, spliceText } from './cut-fillers.js';
import { type LaidPassage, spanWords } from './lay-passage.js';
import type { RemovableFillers } from './removable-fillers.js';
import { unifyMarks } from './unify-marks.js';

export type WordingVerdict = 'verbatim' | 'edited-within-rules' | 'altered';

/** Signs that belong to the word or number behind them: `$50`, `#1`, and `-5`. */
const signBeforeWord = /[\p{S}#@§]+$/u;
const signBeforeNumber = /[\p{S}#@§-]+$/u;
/** Enough for the signs around one word. */
const LONGEST_RUN = 16;
const edgeBefore = /^(?:[\s"'(/*]|-(?!\d))+/u;
const edgeAfter = /[\s"').,;:!?/*-]+$/u;

/**
 * Whether a quotation has the words of its place, character by character, and only such edits as are marked or allowed;
 * `fillers` may be left out without a mark.
 */
export function compareWording(laid: LaidPassage, fillers?: RemovableFillers): WordingVerdict {
  const splices = fillers ? cutFillers(laid, fillers) : laid.errors === 0 ? [] : undefined;
  if (splices === undefined) return 'altered';
  const verdicts = laid.passage.parts.map((part, number) => comparePart({ part, number }, laid, splices));
  if (verdicts.includes('altered')) return 'altered';
  const isWhole = splices.length === 0 && verdicts.every((verdict) => verdict === 'verbatim');
  return isWhole ? 'verbatim' : 'edited-within-rules';
}

type QuotedPart = { readonly part: string; readonly number: number };

function comparePart(
  { part, number }: QuotedPart,
  laid: LaidPassage,
  splices: readonly Splice[],
): WordingVerdict {
  const places = laid.places.filter((_, word) => laid.passage.at[word]?.part === number);
  const span = spanWords(laid.source, places);
  if (span === undefined) return 'altered';
  const { text } = laid.source;
  const whole = { start: findStart(text, span, part), end: findRunEnd(text, span.end) };
  const exact = spliceText(text, whole, splices);
  if (isVerbatim(part, exact)) return 'verbatim';
  const wording = trimEdges(unifyMarks(part));
  const source = trimEdges(unifyMarks(exact));
  const isEdited = wording.slice(1) === source.slice(1) || checkWording(wording, source);
  const mayBegin = number === 0 ? isSameLetter : isSameCharacter;
  return isEdited && mayBegin(wording, source) ? 'edited-within-rules' : 'altered';
}

/** Behind an interruption the sentence goes on: only the first part of a quotation may change its first letter. */
function isSameCharacter(wording: string, source: string): boolean {
  const first = /[^\s.]/u;
  return wording.startsWith('[') || first.exec(wording)?.[0] === first.exec(source)?.[0];
}

function isSameLetter(wording: string, source: string): boolean {
  return isSameCharacter(wording.toLowerCase(), source.toLowerCase()) || /^(?:\[|\.{3})/u.test(wording);
}

/** All of the exact words, with as much of the punctuation behind them as the quotation has. */
function isVerbatim(part: string, exact: string): boolean {
  const spaced = (text: string) => text.replace(/\s+/gu, ' ').trim();
  const [wording, source] = [spaced(part), spaced(exact)];
  return source.startsWith(wording) && !/[\p{L}\p{N}\p{S}%]/u.test(source.slice(wording.length));
}

/** Takes in the sign before the first word, and a bracket of the transcript that the quotation seems to begin with. */
function findStart(text: string, { start }: Span, part: string): number {
  const before = text.slice(Math.max(0, start - LONGEST_RUN), start);
  const signs = /\d/.test(text.charAt(start)) ? signBeforeNumber : signBeforeWord;
  const sign = signs.exec(before)?.[0].length ?? 0;
  if (part.startsWith('[') && before.trimEnd().endsWith(']')) {
    const open = text.lastIndexOf('[', start);
    if (open >= 0) return open;
  }
  return start - sign;
}

/** The end of the signs that stand right behind a word. */
function findRunEnd(text: string, end: number): number {
  const run = text.slice(end, end + LONGEST_RUN).search(/\s|[\p{L}\p{N}[]/u);
  return run < 0 ? Math.min(text.length, end + LONGEST_RUN) : end + run;
}

function trimEdges(text: string): string {
  return text.replace(edgeBefore, '').replace(edgeAfter, '');
}
