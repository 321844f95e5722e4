import { isStamp } from './is-stamp.js';

/** A run of digits with the separators that people and forms put between them. */
export type SpokenNumber = {
  /** UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly digits: string;
  /** Whether it looks like an amount, a decimal, or a range of numbers or years. */
  readonly isPlain: boolean;
};

/** The groups are bounded so that no text exhausts the pattern's memory: what follows is a number of its own. */
const digitsWithSeparators =
  /(?<![\p{L}\d])(?:\+ ?|\()?\d+(?:[ ()./\u00A0\u2011–-]{1,3}\d+){0,40}(?: ?(?:x|ext\.?) ?\d{1,6}(?!\d))?/giu;
/** `1,000,000` and `1.000.000` are amounts: groups of three after the first. */
const amount = /^\d{1,3}(?:[. \u00A0]\d{3})+$/;
const yearRange = /^(?:1[89]|20)\d\d(?:[ /–-]{1,3}(?:1[89]|20)\d\d)+$/;
/** `9.30–10.45`: times and small ranges. */
const range = /^\d{1,4}(?:[.]\d{1,2})? ?[–-] ?\d{1,4}(?:[.]\d{1,2})?$/;
const decimal = /^\d{1,6}\.\d+$/;

/** Numbers of at least `fewest` digits, in order, but for days that are part of an id. Linear in the text. */
export function scanNumbers(text: string, fewest: number): readonly SpokenNumber[] {
  return [...text.matchAll(digitsWithSeparators)].flatMap((match) => {
    const found = match[0];
    const digits = found.replace(/\D/g, '');
    const span = { start: match.index, end: match.index + found.length };
    if (digits.length < fewest || isStamp(text, span)) return [];
    return [{ ...span, text: found, digits, isPlain: looksPlain(found) }];
  });
}

function looksPlain(found: string): boolean {
  if (amount.test(found) && !found.startsWith('0')) return true;
  return yearRange.test(found) || range.test(found) || decimal.test(found);
}
