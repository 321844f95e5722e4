const CAPITAL_A = 65;

/** Words packed as `packed-common-words` says. The longest shared beginning is 25 letters. */
export function unpackWords(packed: string): ReadonlySet<string> {
  const words = new Set<string>();
  let previous = '';
  for (const [entry] of packed.replaceAll('\n', '').matchAll(/[A-Z][^A-Z]*/g)) {
    previous = previous.slice(0, entry.charCodeAt(0) - CAPITAL_A) + entry.slice(1);
    words.add(previous);
  }
  return words;
}
