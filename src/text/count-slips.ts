import { distance } from 'fastest-levenshtein';

/** The fewest letters to add, leave out or change that turn one text into the other (Levenshtein 1966), in UTF-16 units. */
export function countSlips(a: string, b: string): number {
  return distance(a, b);
}
