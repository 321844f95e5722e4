import type { IdentifierKind } from './identifier.js';
import { type SpokenNumber, scanNumbers } from './patterns/scan-numbers.js';

/** Local numbers have six digits or more; ITU-T E.164 allows 15, extensions come on top. */
const FEWEST_DIGITS = 6;
const MOST_DIGITS = 21;
/** Without a country code, an area code or a word that says so, a short number may be anything. */
const FEWEST_DIGITS_UNTOLD = 7;
/** UTF-16 units before a number in which "call me at" counts. */
const CUE_DISTANCE = 40;

const cue =
  /\b(?:phone|mobile|cell|tel(?:efon|éfono|ephone)?|fax|call(?:ed|ing)?|ring|dial(?:led|ed)?|text(?:ed)?|whats ?app|number(?: is| was)?)\b[^\n\d]*$/iu;
/** As address books write it. */
const place = /^[ (-]{1,2}(?:office|home|mobile|cell|fax|work|direct)\b/iu;
const PLACE_DISTANCE = 10;
const socialSecurity = /^\d{3}[ -]\d{2}[ -]\d{4}$/;
/** `QQ 12 34 56 C`: the letters of a British national insurance number. */
const insurance = /(?:^|\P{L})[A-Z]{2} $/u;
const inPairs = /^\d\d \d\d \d\d$/;
const dial = /^(?:\+|\(|00?[1-9])/;
const grouped = /\d[ ().\u00A0\u2011–-]+\d{2,}[ ().\u00A0\u2011–-]+\d{2,}/;
const extension = /x|ext/i;

function isPhoneNumber(text: string, number: SpokenNumber): boolean {
  const { digits, start, end, isPlain, text: found } = number;
  if (digits.length > MOST_DIGITS || socialSecurity.test(found)) return false;
  if (inPairs.test(found) && insurance.test(text.slice(Math.max(0, start - 4), start))) return false;
  if (inPairs.test(found) || cue.test(text.slice(Math.max(0, start - CUE_DISTANCE), start))) return true;
  if (place.test(text.slice(end, end + PLACE_DISTANCE))) return true;
  if (isPlain || digits.length < FEWEST_DIGITS_UNTOLD) return false;
  return dial.test(found) || extension.test(found) || grouped.test(found);
}

/** Telephone numbers in figures, by their form or a word before them that says so. */
export const phoneNumber: IdentifierKind = {
  id: 'phone-number',
  label: 'Phone number',
  candidate: false,
  find: (text) =>
    scanNumbers(text, FEWEST_DIGITS)
      .filter((number) => isPhoneNumber(text, number))
      .map(({ start, end }) => ({ start, end })),
};
