import { listPseudonyms } from './name-pseudonym.js';

const bracketed = /\[[^[\]\n]{1,84}\]/g;
const isPseudonym = (bracket: string) => listPseudonyms(bracket).length > 0;

/** The bracketed pseudonyms of a text as they are written, e.g. `[Employer A]`. */
export function findPseudonyms(text: string): readonly string[] {
  return [...text.matchAll(bracketed)].map(([bracket]) => bracket).filter(isPseudonym);
}

/**
 * A text with every bracketed pseudonym, such as `[Person 1]`, as strokes of the same length: spans stay as they are, and
 * no identifier is found in it. A bracket of another kind, such as an inserted name, stays.
 */
export function hidePseudonyms(text: string): string {
  if (!text.includes('[')) return text;
  return text.replace(bracketed, (bracket) => (isPseudonym(bracket) ? '|'.repeat(bracket.length) : bracket));
}
