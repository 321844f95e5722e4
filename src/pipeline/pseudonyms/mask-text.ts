/** Shorter strings would be told by their ends. */
const SHORTEST_SHOWN = 4;

/** A real name as a message may have it: `P…a (5 characters)`. */
export function maskText(text: string): string {
  const characters = [...text];
  const size = `${characters.length} ${characters.length === 1 ? 'character' : 'characters'}`;
  if (characters.length < SHORTEST_SHOWN) return `… (${size})`;
  return `${characters[0]}…${characters.at(-1)} (${size})`;
}
