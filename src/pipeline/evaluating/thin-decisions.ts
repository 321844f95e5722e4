import type { Decision } from '../../model/decision.js';
import { shuffleNumbers } from '../../text/measures/draw-numbers.js';

function groupByQuote(decisions: readonly Decision[]): readonly (readonly Decision[])[] {
  const quotes = new Map<string, Decision[]>();
  for (const decision of decisions) {
    const own = quotes.get(decision.quoteId);
    if (own === undefined) quotes.set(decision.quoteId, [decision]);
    else own.push(decision);
  }
  return [...quotes.values()];
}

/** Whether one of the themes that the quote was given still wants examples; counts the quote if so. */
function isWanted(given: ReadonlySet<string>, counts: Map<string, number>, wanted: number): boolean {
  if (![...given].some((themeId) => (counts.get(themeId) ?? 0) < wanted)) return false;
  for (const themeId of given) counts.set(themeId, (counts.get(themeId) ?? 0) + 1);
  return true;
}

/**
 * Fewer decisions, as if coding had stopped early: whole quotes, drawn at random, until every theme was given to
 * `wanted` of them or there are no more. A quote keeps all that was decided of it, since half a coded quote would teach
 * that its other themes do not apply.
 */
export function thinDecisions(
  decisions: readonly Decision[],
  wanted: number,
  seed: number,
): readonly Decision[] {
  const quotes = groupByQuote(decisions);
  const counts = new Map<string, number>();
  return shuffleNumbers(quotes.length, seed).flatMap((number) => {
    const own = quotes[number] ?? [];
    const given = new Set(own.flatMap(({ applies, themeId }) => (applies ? [themeId] : [])));
    return isWanted(given, counts, wanted) ? own : [];
  });
}

/** How many quotes something was decided of. */
export function countDecided(decisions: readonly Decision[]): number {
  return new Set(decisions.map(({ quoteId }) => quoteId)).size;
}
