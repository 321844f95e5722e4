/** Handles, hashtags and addresses have a casing of their own; `RT` and marks of quoted mail are no words of a sentence. */
const noWords = /\bhttps?:\S+|\S*[@#]\S+|\bRT\b|&\w+;|^[^\p{L}]+/gu;
/** Letters from which on a word in capitals is shouted and no abbreviation. */
const SHOUTED = 5;
/** A headline has capitals in most words; in print one word in six to twelve has one. */
const MOST_CAPITALS = 0.5;

/**
 * Whether a text is cased as print is: every line and sentence begins with a capital, `I` is never small, nothing is shouted, and at most half
 * of its words have capitals. A text of names and addresses alone is none, nor is a headline.
 */
export function hasOrdinaryCasing(text: string): boolean {
  const bare = text.replace(noWords, ' ').trim();
  const words = bare.match(/\p{L}[\p{L}'’-]*/gu) ?? [];
  const capitals = words.filter((word) => /\p{Lu}/u.test(word) && word !== 'I');
  return (
    /^[^\p{L}]*\p{Lu}/u.test(bare) &&
    !/[.!?][”"')]*\s+\p{Ll}/u.test(bare) &&
    !/(?:^|\s)i(?:['’ ]|$)/u.test(bare) &&
    !words.some((word) => word.length >= SHOUTED && word === word.toUpperCase()) &&
    capitals.length <= words.length * MOST_CAPITALS
  );
}
