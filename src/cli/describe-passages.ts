import type { PassageSuggestion } from '../model/passage-suggestion.js';
import { inOneLine } from './describe-findings.js';

/** Two lines a passage: its place and words, then its score and what speaks for it. */
export function describePassages(
  passages: readonly PassageSuggestion[],
  tellEvidence: (passage: PassageSuggestion) => string,
): readonly string[] {
  return passages.flatMap((passage) => [
    `${passage.transcriptId}, utterance ${passage.utterance}, ${passage.participantId}  “${inOneLine(passage.exact)}”`,
    `    ${passage.score.toFixed(2)} ${passage.by === 'rules' ? 'by rules' : 'learned'} — ${tellEvidence(passage)}`,
  ]);
}
