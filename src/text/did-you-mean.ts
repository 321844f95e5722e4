import { distance } from 'fastest-levenshtein';

/** One slip of the keyboard in three letters: "pain-pont" finds "pain-point", and "it" is not taken for "at". */
const LETTERS_PER_SLIP = 3;

/**
 * The candidate that a mistyped word most likely meant, for a "did you mean", or undefined where none is near.
 * Case does not count; of equally near candidates the first is taken.
 */
export function suggestNearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  let nearest: string | undefined;
  let fewest = Math.floor(wanted.length / LETTERS_PER_SLIP) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - wanted.length) >= fewest) continue;
    const slips = distance(wanted, candidate.toLowerCase());
    if (slips < fewest) {
      fewest = slips;
      nearest = candidate;
    }
  }
  return nearest;
}
