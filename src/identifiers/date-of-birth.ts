import type { IdentifierKind } from './identifier.js';
import { matchDigitLines } from './patterns/match-digit-lines.js';
import { FULL_DATE, PART_OF_DATE } from './patterns/months.js';

/** The date may follow "was born in Leeds on …" within a few words. */
const afterBirth = new RegExp(
  `\\b(?:born|birth(?:day|date)?|d\\.?o\\.?b)\\b[^\\n\\d.?!]{0,30}?(?<![\\w-])(${FULL_DATE}|${PART_OF_DATE})(?![\\w/-])`,
  'gi',
);

/** A date or year that is said to be somebody's birth. */
export const dateOfBirth: IdentifierKind = {
  id: 'date-of-birth',
  label: 'Date of birth',
  candidate: true,
  find: (text) => matchDigitLines(text, afterBirth),
};
