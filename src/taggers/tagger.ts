import type { Decision } from '../model/decision.js';
import type { Quote } from '../model/quote.js';
import type { Language } from '../model/settings.js';
import type { Suggestion } from '../model/suggestion.js';
import type { Taxonomy } from '../model/theme.js';
import type { CountedTexts } from '../text/count-texts.js';

export type TaggerInput = {
  readonly quotes: readonly Quote[];
  /** One row per quote, in the order of `quotes`: tokenised once for every stage of a run. */
  readonly counted: CountedTexts;
  readonly taxonomy: Taxonomy;
  readonly decisions: readonly Decision[];
  readonly language: Language;
};

/** Proposes themes for quotes and shows the evidence. A new tagger is one file and one line in `index.ts`. */
export type Tagger = {
  /** Kebab-case. */
  readonly id: string;
  readonly label: string;
  /** One sentence for the reader of a report: what makes this tagger propose a theme. */
  readonly explanation: string;
  suggest(input: TaggerInput): readonly Suggestion[];
};
