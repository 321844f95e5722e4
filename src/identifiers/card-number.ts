import type { IdentifierKind } from './identifier.js';
import { scanNumbers } from './patterns/scan-numbers.js';

/** ISO/IEC 7812: at most 19 digits; in use are 13 to 19. */
const FEWEST_DIGITS = 13;
const MOST_DIGITS = 19;

/** Luhn's test (ISO/IEC 7812-1, annex B): every second digit from the right doubled, digit sums add up to a multiple of ten. */
function holdsLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Payment cards: 13 to 19 digits that hold Luhn's test. One that was mistyped is still a long number. */
export const cardNumber: IdentifierKind = {
  id: 'card-number',
  label: 'Card number',
  candidate: false,
  find: (text) =>
    scanNumbers(text, FEWEST_DIGITS)
      .filter(({ digits }) => digits.length <= MOST_DIGITS && holdsLuhn(digits) && !/^0+$/.test(digits))
      .map(({ start, end }) => ({ start, end })),
};
