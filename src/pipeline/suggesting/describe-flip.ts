import type { Flip } from '../../model/suggestion.js';

const inOneLine = (words: string) => words.replace(/\s+/gu, ' ').trim();
const quoteWords = (words: readonly string[]) => words.map((word) => `“${inOneLine(word)}”`).join(', ');

/** Where the score comes to lie without the words, and so whether the theme would still be proposed. */
function describeTurn({ without, changes, leaves }: Flip): string {
  const words = quoteWords(without);
  if (leaves === null) return changes ? `not proposed without ${words}` : `proposed without ${words} too`;
  if (leaves < 0) return `without ${words} ${(-leaves).toFixed(2)} under it: not proposed`;
  const left = `without ${words} ${leaves.toFixed(2)} over it`;
  return changes
    ? `${left}, but no word speaks for it: not proposed`
    : `${left}: still proposed, for how common the theme is, other words, and quotes like it and nearby`;
}

/**
 * What would have changed a suggestion, in words: how far it lies over the cut, what becomes of it without the words that it
 * rests on, and which theme is next. `nameTheme` says what that one is called; its id where it is missing.
 */
export function describeFlip(flip: Flip, nameTheme: (themeId: string) => string = (id) => id): string {
  const { over, runnerUp } = flip;
  const margin = over === null ? '' : `${over.toFixed(2)} over the cut, `;
  const next =
    runnerUp === null ? '' : `; next is ${nameTheme(runnerUp.themeId)}, ${runnerUp.short.toFixed(2)} short`;
  return `${margin}${describeTurn(flip)}${next}`;
}
