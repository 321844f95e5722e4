import type { PassageSuggestion } from '../../model/passage-suggestion.js';
import type { Span } from '../../model/span.js';

const inOneLine = (words: string) => words.replace(/\s+/gu, ' ').trim();

/** What speaks for marking a passage, in words, the strongest first. */
export function describePassage({ exact, evidence }: PassageSuggestion): string {
  const read = ({ start, end }: Span) => inOneLine(exact.slice(start, end));
  const speaking = evidence.flatMap((item) => {
    if (item.kind === 'cue-words') return [`${item.cue} (${[...new Set(item.spans.map(read))].join(', ')})`];
    return item.kind === 'trait' ? [item.trait] : [];
  });
  const terms = evidence.flatMap((item) => (item.kind === 'term' ? [item.term] : []));
  return [...speaking, ...(terms.length === 0 ? [] : [`often marked: ${terms.join(', ')}`])].join('; ');
}
