import type { Span } from '../model/span.js';
import type { IdentifierKind } from './identifier.js';

/** Shorter numbers are years, counts and prices; phone, account and card numbers have at least seven digits. */
const FEWEST_DIGITS = 7;

const digitsWithSeparators = /[+(]?\d(?:[\d]|[ ()./-]{1,2}(?=[\d(]))*/g;
/** `1,000,000` and `1.000.000` are amounts, not identifiers: groups of three after the first. */
const amount = /^\d{1,3}(?:\.\d{3})+$/;

function findLongNumbers(text: string): readonly Span[] {
  return [...text.matchAll(digitsWithSeparators)]
    .filter(([match]) => match.replace(/\D/g, '').length >= FEWEST_DIGITS && !amount.test(match))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** Phone, card, account and social security numbers: seven or more digits with the usual separators. */
export const longNumber: IdentifierKind = { id: 'long-number', label: 'Long number', find: findLongNumbers };
