import type { ExplainedSuggestion, Suggestion } from '../model/suggestion.js';
import { taggers as allTaggers } from '../taggers/index.js';
import type { Tagger, TaggerInput } from '../taggers/tagger.js';

function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Best first within a quote and quotes in the order given; equally confident suggestions by theme, then by tagger. */
function sortSuggestions<Told extends Suggestion>(
  suggestions: readonly Told[],
  quotes: TaggerInput['quotes'],
): readonly Told[] {
  const order = new Map(quotes.map(({ id }, position) => [id, position]));
  const positionOf = ({ quoteId }: Suggestion): number => order.get(quoteId) ?? 0;
  return suggestions.toSorted(
    (a, b) =>
      positionOf(a) - positionOf(b) ||
      b.confidence - a.confidence ||
      byText(a.themeId, b.themeId) ||
      byText(a.tagger, b.tagger),
  );
}

/** All taggers of the shelf unless told otherwise. */
type SuggestInput = TaggerInput & { readonly taggers?: readonly Tagger[] };

/**
 * What the taggers propose, best first within a quote and quotes in the order given; equally confident suggestions by
 * theme, then by tagger. A quote without a suggestion is an answer too, and so is a pair that a coder has decided:
 * nothing is proposed for it.
 */
export function suggestThemes({ taggers = allTaggers, ...input }: SuggestInput): readonly Suggestion[] {
  return sortSuggestions(
    taggers.flatMap((tagger) => tagger.suggest(input)),
    input.quotes,
  );
}

/**
 * The same suggestions in the same order, each with what would have changed it. Takes half as long again where much is
 * proposed: for whom it is shown.
 */
export function explainThemes({
  taggers = allTaggers,
  ...input
}: SuggestInput): readonly ExplainedSuggestion[] {
  return sortSuggestions(
    taggers.flatMap((tagger) => tagger.explain(input)),
    input.quotes,
  );
}
