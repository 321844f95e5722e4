import type { Study } from '../model/study.js';
import type { Evidence, Suggestion } from '../model/suggestion.js';
import type { ListedQuote } from '../pipeline/list-as-json.js';

/** How many words of evidence a terminal line shows; `--json` has all. */
const SHOWN_TERMS = 5;

/** White space of any kind becomes one space. */
export const inOneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

function describeEvidence(evidence: readonly Evidence[]): string {
  const keywords = evidence.flatMap((item) => (item.kind === 'matched-words' ? [item.keyword] : []));
  const terms = evidence.flatMap((item) =>
    item.kind === 'shared-term' && item.weight > 0 ? [item.term] : [],
  );
  const quotes = evidence.flatMap((item) => (item.kind === 'similar-quote' ? [item.quoteId] : []));
  const parts = [
    ['keywords', [...new Set(keywords)]] as const,
    ['shared words', terms] as const,
    ['like', quotes] as const,
  ];
  return parts
    .filter(([, list]) => list.length > 0)
    .map(([name, list]) => `${name}: ${list.slice(0, SHOWN_TERMS).join(', ')}`)
    .join('; ');
}

/** Each quote that has suggestions, and below it a line for each suggestion with its reason. */
export function describeSuggestions(suggestions: readonly Suggestion[], study: Study): readonly string[] {
  const byQuote = new Map<string, Suggestion[]>();
  for (const suggestion of suggestions) {
    const own = byQuote.get(suggestion.quoteId);
    if (own === undefined) byQuote.set(suggestion.quoteId, [suggestion]);
    else own.push(suggestion);
  }
  return study.quotes.flatMap((quote) => {
    const own = byQuote.get(quote.id) ?? [];
    if (own.length === 0) return [];
    return [
      `${quote.id}  ${quote.transcriptId}  “${inOneLine(quote.exact)}”`,
      ...own.map(
        ({ themeId, tagger, confidence, evidence }) =>
          `    ${themeId}  ${confidence.toFixed(2)} by ${tagger} — ${describeEvidence(evidence)}`,
      ),
    ];
  });
}

/** Each quote as it may be printed: its words, who said them, and why it was chosen. */
export function describeQuotes(listed: readonly ListedQuote[]): readonly string[] {
  return listed.flatMap(({ quote, attribution, themes, reason }) => [
    `“${inOneLine(quote.wording ?? quote.exact)}”`,
    `    — ${attribution} (${quote.id}, ${quote.transcriptId})`,
    `    ${themes.length === 0 ? 'no theme decided' : themes.join(', ')}; ${reason}`,
  ]);
}
