import { CONSENSUS, type Decision } from '../../model/decision.js';

/** What the coders say of a quote and a theme, taken together: `split` where as many say yes as say no and nothing settled it. */
type Verdict = 'applies' | 'does-not-apply' | 'split';

/** Verdicts by quote id, then by theme id. A pair that nobody decided is missing. */
export type Decided = ReadonlyMap<string, ReadonlyMap<string, Verdict>>;

/** By quote, theme and coder: the last word. */
function readLastWords(decisions: readonly Decision[]): Map<string, Map<string, Map<string, boolean>>> {
  const quotes = new Map<string, Map<string, Map<string, boolean>>>();
  for (const { quoteId, themeId, coder, applies } of decisions) {
    const themes = quotes.get(quoteId) ?? new Map<string, Map<string, boolean>>();
    const coders = themes.get(themeId) ?? new Map<string, boolean>();
    quotes.set(quoteId, themes.set(themeId, coders.set(coder, applies)));
  }
  return quotes;
}

function weighWords(coders: ReadonlyMap<string, boolean>): Verdict {
  const settled = coders.get(CONSENSUS);
  if (settled !== undefined) return settled ? 'applies' : 'does-not-apply';
  const yes = [...coders.values()].filter((applies) => applies).length;
  const no = coders.size - yes;
  if (yes === no) return 'split';
  return yes > no ? 'applies' : 'does-not-apply';
}

/** What has been decided. A decided pair needs no suggestion, and teaches a tagger what others may be like. */
export function readDecided(decisions: readonly Decision[]): Decided {
  const decided = new Map<string, ReadonlyMap<string, Verdict>>();
  for (const [quoteId, themes] of readLastWords(decisions)) {
    decided.set(quoteId, new Map([...themes].map(([themeId, coders]) => [themeId, weighWords(coders)])));
  }
  return decided;
}

export function isDecided(decided: Decided, quoteId: string, themeId: string): boolean {
  return decided.get(quoteId)?.has(themeId) ?? false;
}
