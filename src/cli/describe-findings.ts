import type { ListedQuote } from '../pipeline/list-as-json.js';

/** White space of any kind becomes one space. */
export const inOneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Each quote as it may be printed: its words, who said them, and why it was chosen. */
export function describeQuotes(listed: readonly ListedQuote[]): readonly string[] {
  return listed.flatMap(({ quote, attribution, themes, reason }) => [
    `“${inOneLine(quote.wording ?? quote.exact)}”`,
    `    — ${attribution} (${quote.id}, ${quote.transcriptId})`,
    `    ${themes.length === 0 ? 'no theme decided' : themes.join(', ')}; ${reason}`,
  ]);
}
