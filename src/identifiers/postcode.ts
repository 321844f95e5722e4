import type { IdentifierKind } from './identifier.js';
import { matchDigitLines } from './patterns/match-digit-lines.js';
import { mergeSpans } from './patterns/merge-spans.js';

const state =
  '(?:A[LKZRAEP]|C[AOT]|D[EC]|FL|G[AU]|HI|I[DLNA]|K[SY]|LA|M[EDAINSOTHP]|N[EVHJMYCD]|O[HKR]|P[ARW]|RI|S[CD]|T[NX]|UT|V[TAI]|W[AVIY])';

/** By country, each only where letters or a town beside the figures say that it is one. */
const postcodes = new RegExp(
  [
    // United Kingdom: BS 7666.
    '[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[ABD-HJLNP-UW-Z]{2}',
    // United States: state and ZIP, or ZIP+4.
    `${state},? \\d{5}(?:-\\d{4})?`,
    '\\d{5}-\\d{4}',
    // Canada.
    '[ABCEGHJ-NPRSTVXY]\\d[ABCEGHJ-NPRSTV-Z] ?\\d[ABCEGHJ-NPRSTV-Z]\\d',
    // Netherlands.
    '[1-9]\\d{3} ?(?!S[ADS]\\b)[A-Z]{2}',
    // Germany, Austria, France, Spain, Italy, Sweden …: figures before a town; with a country's letter without one.
    '(?:D|A|CH|F|NL|B|SE?|DK|PL|I|E)-\\d{4,5}(?: \\d\\d)?',
    '(?:0[1-9]|[1-9]\\d)\\d{3}(?= \\p{Lu}\\p{Ll}{2,})',
  ]
    .map((shape) => `(?:${shape})`)
    .join('|'),
  'gu',
);
const bounded = new RegExp(`(?<![\\p{L}\\p{N}_.,-])(?:${postcodes.source})(?![\\p{L}\\p{N}_])`, 'gu');
/** "ZIP 94110", "postcode 1012". */
const told = /\b(?:zip(?: ?code)?|post ?code|postal code|plz)\b(?: is|:)? ?(\d{4,5}(?:-\d{4})?)(?!\d)/giu;

export const postcode: IdentifierKind = {
  id: 'postcode',
  label: 'Postcode',
  candidate: false,
  find: (text) => mergeSpans([...matchDigitLines(text, bounded), ...matchDigitLines(text, told)]),
};
