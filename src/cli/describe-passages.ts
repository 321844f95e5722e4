import type { PassageSuggestion } from '../model/passage-suggestion.js';
import type { Span } from '../model/span.js';
import { inOneLine } from './describe-findings.js';

function describeEvidence({ exact, evidence }: PassageSuggestion): string {
  const read = ({ start, end }: Span) => inOneLine(exact.slice(start, end));
  const speaking = evidence.flatMap((item) => {
    if (item.kind === 'cue-words') return [`${item.cue} (${[...new Set(item.spans.map(read))].join(', ')})`];
    return item.kind === 'trait' ? [item.trait] : [];
  });
  const terms = evidence.flatMap((item) => (item.kind === 'term' ? [item.term] : []));
  return [...speaking, ...(terms.length === 0 ? [] : [`often marked: ${terms.join(', ')}`])].join('; ');
}

/** Two lines a passage: its place and words, then its score and what speaks for it. */
export function describePassages(passages: readonly PassageSuggestion[]): readonly string[] {
  return passages.flatMap((passage) => [
    `${passage.transcriptId}, utterance ${passage.utterance}, ${passage.participantId}  “${inOneLine(passage.exact)}”`,
    `    ${passage.score.toFixed(2)} ${passage.by === 'rules' ? 'by rules' : 'learned'} — ${describeEvidence(passage)}`,
  ]);
}
