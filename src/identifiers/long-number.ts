import type { Span } from '../model/span.js';
import type { IdentifierKind } from './identifier.js';
import { isStamp } from './patterns/is-stamp.js';
import { matchDigitLines } from './patterns/match-digit-lines.js';
import { mergeSpans } from './patterns/merge-spans.js';
import { scanNumbers } from './patterns/scan-numbers.js';

/** Shorter numbers are years, counts and prices. */
const FEWEST_DIGITS = 7;

/** `A56319335`, `QQ 12 34 56 C`: licences, passports, national insurance. */
const lettersAndDigits =
  /(?<![\p{L}\p{N}])(?:[A-Za-z]{1,3}\d[A-Za-z0-9]{5,40}|[A-Z]{2} \d\d \d\d \d\d [A-Z])(?![\p{L}\p{N}])/gu;

function findLongNumbers(text: string): readonly Span[] {
  const mixed = matchDigitLines(text, lettersAndDigits).filter(
    ({ start, end }) =>
      text.slice(start, end).replace(/\D/g, '').length >= FEWEST_DIGITS - 1 && !isStamp(text, { start, end }),
  );
  const numbers = scanNumbers(text, FEWEST_DIGITS)
    .filter(({ isPlain }) => !isPlain)
    .map(({ start, end }) => ({ start, end }));
  return mergeSpans([...mixed, ...numbers]);
}

/** Social security, account, licence and other numbers: seven or more digits with the usual separators. */
export const longNumber: IdentifierKind = {
  id: 'long-number',
  label: 'Long number',
  candidate: false,
  find: findLongNumbers,
};
