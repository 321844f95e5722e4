import type { Quote } from '../../model/quote.js';
import type { Suggestion } from '../../model/suggestion.js';
import type { Dimension, Taxonomy } from '../../model/theme.js';
import { type Decided, readDecided } from '../../taggers/decided/read-decided.js';
import type { TaggerInput } from '../../taggers/tagger.js';

type NoneInput = Pick<TaggerInput, 'quotes' | 'taxonomy' | 'decisions'> & {
  readonly suggestions: readonly Suggestion[];
};

/** The dimension that says what a quote is about: `theme`, or the first one; undefined where there is none. */
export function findSubject({ dimensions }: Taxonomy): Dimension | undefined {
  return dimensions.find(({ id }) => id === 'theme') ?? dimensions[0];
}

function isAccepted(decided: Decided, { id }: Quote, themes: ReadonlySet<string>): boolean {
  return [...(decided.get(id) ?? [])].some(
    ([themeId, verdict]) => verdict === 'applies' && themes.has(themeId),
  );
}

/**
 * Ids of the quotes of which the answer is *none of these themes*, in their order: no theme of the dimension that says what
 * a quote is about is proposed for them, and coders gave them none. A quote may voice a fear and yet be about nothing that
 * the taxonomy knows.
 */
export function listNone({ quotes, taxonomy, decisions, suggestions }: NoneInput): readonly string[] {
  const subject = findSubject(taxonomy);
  const ofSubject = taxonomy.themes.filter(({ dimension }) => dimension === subject?.id);
  const themes = new Set(ofSubject.map(({ id }) => id));
  const decided = readDecided(decisions);
  const proposed = new Set(
    suggestions.filter(({ themeId }) => themes.has(themeId)).map(({ quoteId }) => quoteId),
  );
  return quotes
    .filter((quote) => !proposed.has(quote.id) && !isAccepted(decided, quote, themes))
    .map(({ id }) => id);
}
