import type { Notice } from '../model/notice.js';
import type { Study } from '../model/study.js';
import type { ExplainedSuggestion } from '../model/suggestion.js';
import type { CountedTexts } from '../text/count-texts.js';
import { countQuotes } from './analyse-study.js';
import type { Precisions } from './measure-suggestions.js';
import { explainThemes } from './suggest-themes.js';
import { explainConfidence } from './suggesting/explain-confidence.js';
import { findSubject, listNone } from './suggesting/list-none.js';

/** What machines say of all quotes of a study, and how far that can be trusted. */
export type GatheredSuggestions = {
  /** Best first within a quote, each with what would have changed it. */
  readonly suggestions: readonly ExplainedSuggestion[];
  /** Ids of the quotes of which the answer is *none of these themes*. */
  readonly none: readonly string[];
  /** Label of the dimension whose themes those are: the one that says what a quote is about. */
  readonly noneOf: string;
  readonly notices: readonly Notice[];
};

export type GatherOptions = {
  readonly counted?: CountedTexts;
  /** What `measureSuggestions` found; without it every suggestion is unmeasured. */
  readonly precisions?: Precisions;
};

/** Suggests themes for a study, with the measured precision of each theme, the quotes that fit none, and what is missing. */
export function gatherSuggestions(
  study: Study,
  { counted = countQuotes(study), precisions = new Map() }: GatherOptions = {},
): GatheredSuggestions {
  const { quotes, taxonomy, decisions, settings } = study;
  const input = { quotes, counted, taxonomy, decisions, language: settings.language };
  const suggestions = explainThemes(input).map((suggestion) => ({
    ...suggestion,
    measured: precisions.get(suggestion.tagger)?.get(suggestion.themeId) ?? null,
  }));
  return {
    suggestions,
    none: listNone({ quotes, taxonomy, decisions, suggestions }),
    noneOf: findSubject(taxonomy)?.label ?? '',
    notices: explainConfidence(input, suggestions),
  };
}
