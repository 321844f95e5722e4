import type { Suggestion } from '../model/suggestion.js';
import { taggers as allTaggers } from '../taggers/index.js';
import type { Tagger, TaggerInput } from '../taggers/tagger.js';

function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/**
 * What the taggers propose, best first within a quote and quotes in the order given; equally confident suggestions by
 * theme, then by tagger. A quote without a suggestion is an answer too, and so is a pair that a coder has decided:
 * nothing is proposed for it.
 */
export function suggestThemes({
  taggers = allTaggers,
  ...input
}: TaggerInput & { readonly taggers?: readonly Tagger[] }): readonly Suggestion[] {
  const order = new Map(input.quotes.map(({ id }, position) => [id, position]));
  const positionOf = ({ quoteId }: Suggestion): number => order.get(quoteId) ?? 0;
  const suggestions = taggers.flatMap((tagger) => tagger.suggest(input));
  return suggestions.sort(
    (a, b) =>
      positionOf(a) - positionOf(b) ||
      b.confidence - a.confidence ||
      byText(a.themeId, b.themeId) ||
      byText(a.tagger, b.tagger),
  );
}
