import type { Clustering } from '../model/cluster.js';
import type { Study } from '../model/study.js';
import type { Suggestion } from '../model/suggestion.js';
import type { Tagging } from '../model/tagging.js';
import { type CountedTexts, countTexts } from '../text/count-texts.js';
import { clusterStudy } from './clustering/cluster-study.js';
import { settleTaggings } from './settle-taggings.js';
import { suggestThemes } from './suggest-themes.js';

export { clusterStudy } from './clustering/cluster-study.js';

/** What machines make of a study, beside what people decided in it. */
export type Analysis = {
  readonly study: Study;
  /** One row per quote, in the order of `study.quotes`. */
  readonly counted: CountedTexts;
  readonly suggestions: readonly Suggestion[];
  readonly clustering: Clustering;
  readonly taggings: readonly Tagging[];
};

/** Called before each stage with its name and number. */
export type OnStage = (stage: string, done: number, total: number) => void;

/** Counts the words of a study's quotes once, then suggests, clusters and settles. */
export function analyseStudy(study: Study, onStage: OnStage = () => undefined): Analysis {
  onStage('counting words', 0, 3);
  const counted = countQuotes(study);
  onStage('suggesting themes', 1, 3);
  const suggestions = suggestForStudy(study, counted);
  onStage('clustering quotes', 2, 3);
  const clustering = clusterStudy(study, { counted });
  onStage('settling taggings', 3, 3);
  return { study, counted, suggestions, clustering, taggings: settleTaggings(study.decisions, suggestions) };
}

/** The words of a study's quotes, one row per quote. */
export function countQuotes({ quotes, settings }: Study): CountedTexts {
  return countTexts(
    quotes.map((quote) => quote.exact),
    settings.language,
  );
}

/** Suggestions for all quotes of a study, best first within a quote. */
export function suggestForStudy(
  study: Study,
  counted: CountedTexts = countQuotes(study),
): readonly Suggestion[] {
  const { quotes, taxonomy, decisions, settings } = study;
  return suggestThemes({ quotes, counted, taxonomy, decisions, language: settings.language });
}
