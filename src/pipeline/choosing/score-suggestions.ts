import type { Study } from '../../model/study.js';
import type { ExplainedSuggestion } from '../../model/suggestion.js';
import type { ThemeScores } from '../../taggers/tagger.js';

/** Probabilities this near to 0 and 1 are as good as certain. */
const CERTAIN = 1e-9;

function toLogOdds(probability: number): number {
  const kept = Math.min(Math.max(probability, CERTAIN), 1 - CERTAIN);
  return Math.log(kept / (1 - kept));
}

/**
 * What suggestions that were learned say of every quote and theme, with the cut of each theme read off how far they lie over
 * it; 0 for what is not proposed. Rules have no score and are left out.
 */
export function scoreSuggestions(
  { quotes, taxonomy: { themes } }: Pick<Study, 'quotes' | 'taxonomy'>,
  suggestions: readonly ExplainedSuggestion[],
): ThemeScores {
  const rows = new Map(quotes.map(({ id }, row) => [id, row]));
  const columns = new Map(themes.map(({ id }, column) => [id, column]));
  const scores = new Float64Array(quotes.length * themes.length);
  const proposed = new Uint8Array(scores.length);
  const cuts = new Float64Array(themes.length).fill(2);
  for (const { quoteId, themeId, confidence, flip } of suggestions) {
    const row = rows.get(quoteId);
    const column = columns.get(themeId);
    if (row === undefined || column === undefined || flip.over === null) continue;
    const pair = row * themes.length + column;
    scores[pair] = confidence;
    proposed[pair] = 1;
    cuts[column] = 1 / (1 + Math.exp(flip.over - toLogOdds(confidence)));
  }
  return { scores, proposed, calibrated: new Set(), cuts };
}
