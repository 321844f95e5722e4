import type { IdentifierKind } from './identifier.js';
import { matchDigitLines } from './patterns/match-digit-lines.js';
import { FULL_DATE } from './patterns/months.js';

const dayOfYear = new RegExp(
  `(?<![\\w./-])(?:${FULL_DATE})(?:[ T]\\d{1,2}:\\d\\d(?::\\d\\d)?)?(?![\\w/-])`,
  'gi',
);

/** A day of a year, with a time of day or without: it may tell who was where. */
export const fullDate: IdentifierKind = {
  id: 'full-date',
  label: 'Date',
  candidate: true,
  find: (text) => matchDigitLines(text, dayOfYear),
};
