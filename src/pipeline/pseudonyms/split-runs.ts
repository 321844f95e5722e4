import { straightenText } from '../../text/fold-text.js';
import { foldWord } from '../../text/tokenise.js';

/** Letters and digits without a gap, or one letter of a script that has no spaces. Spans in UTF-16 units. */
export type Run = { readonly start: number; readonly end: number; readonly folded: string };

const unspaced = String.raw`[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]`;
/** Marks, and the soft hyphen and joiners that nobody sees, do not end a run. */
const spaced = String.raw`[\p{L}\p{N}\p{M}\u00AD\u2060\u200C\u200D]`;
const entity = String.raw`&(?:amp|lt|gt|quot|apos|nbsp|lrm|rlm|#\d{1,7}|#x[\da-fA-F]{1,6});`;
const runOrEntity = new RegExp(`${entity}|${unspaced}|(?:(?!${unspaced})${spaced})+`, 'gu');

/** The runs of a text in order; the entities of captions (`&amp;`) are gaps. Linear. */
export function splitRuns(text: string): readonly Run[] {
  return [...text.matchAll(runOrEntity)]
    .filter(([match]) => !match.startsWith('&'))
    .map(({ 0: match, index }) => ({ start: index, end: index + match.length, folded: foldWord(match) }))
    .filter(({ folded }) => folded !== '');
}

/** What stands between two runs in one form: white space is one space, and none beside other characters. */
export function foldGap(gap: string): string {
  if (gap === '') return '';
  const decoded = gap
    .replaceAll('&amp;', '&')
    .replaceAll('&nbsp;', ' ')
    .replace(/&(?:apos|#0*39);/g, "'");
  return straightenText(decoded) || ' ';
}

/** A string cut for comparison: folded runs, the gaps between them, what stands before the first, and a bracket at the end. */
export type CutString = {
  readonly runs: readonly string[];
  readonly gaps: readonly string[];
  readonly prefix: string;
  /** A closing bracket whose opening one is within the string. */
  readonly suffix: string;
  /** Whether it ends in a full stop, as `Dana R.` does: in speech that may end the sentence too. */
  readonly endsInStop: boolean;
};

/** Cuts a string; an `'s` at its end is not part of it. No runs where it has no letter or digit. */
export function cutString(text: string): CutString {
  const all = splitRuns(text);
  const gapBefore = (at: number) => foldGap(text.slice(all[at - 1]?.end ?? 0, all[at]?.start ?? 0));
  const last = all.length - 1;
  const isPossessive = last > 0 && all[last]?.folded === 's' && gapBefore(last) === "'";
  const runs = isPossessive ? all.slice(0, -1) : all;
  return {
    runs: runs.map(({ folded }) => folded),
    gaps: runs.slice(1).map((_, index) => gapBefore(index + 1)),
    prefix: text.slice(0, runs[0]?.start ?? 0).trim(),
    suffix: findClosing(text, runs),
    endsInStop: text.trimEnd().endsWith('.'),
  };
}

function findClosing(text: string, runs: readonly Run[]): string {
  const closing = text[runs.at(-1)?.end ?? text.length] ?? '';
  const opening = new Map([
    [')', '('],
    [']', '['],
  ]).get(closing);
  const within = text.slice(runs[0]?.start, runs.at(-1)?.start);
  return opening !== undefined && within.lastIndexOf(opening) > within.lastIndexOf(closing) ? closing : '';
}

/**
 * The form in which two strings are one: case, white space, the style of apostrophes and dashes, punctuation around it
 * and a possessive do not count. Empty where the text has no letter or digit.
 */
export function foldIdentifier(text: string): string {
  const { runs, gaps } = cutString(text);
  return runs.map((run, index) => `${index === 0 ? '' : gaps[index - 1]}${run}`).join('');
}

/** Shorter numbers are in every time and count. */
const FEWEST_DIGITS = 4;

/** Whether a string can be looked for: it has a letter, or digits enough not to stand everywhere. */
export function canBeSought(text: string): boolean {
  if (foldIdentifier(text) === '') return false;
  return /\p{L}/u.test(text) || text.replace(/\P{N}/gu, '').length >= FEWEST_DIGITS;
}
