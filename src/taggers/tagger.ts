import type { Decision } from '../model/decision.js';
import type { Quote } from '../model/quote.js';
import type { Language } from '../model/settings.js';
import type { ExplainedSuggestion, Suggestion } from '../model/suggestion.js';
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

/**
 * How well every theme fits every quote, decided or not. Row-major: one row per quote and one column per theme, both in
 * the order of the input.
 */
export type ThemeScores = {
  /**
   * Finite; the higher, the better the theme fits, over a row as over a column. Where the tagger proposes the theme, it
   * is the confidence of that suggestion.
   */
  readonly scores: Float64Array;
  /** 1 where the tagger itself would propose the theme to somebody who had not decided, else 0. */
  readonly proposed: Uint8Array;
  /** Ids of the dimensions whose scores are probabilities: calibrated on decisions that were held out. */
  readonly calibrated: ReadonlySet<string>;
  /** By theme: the score from which on it is proposed; above 1 where nothing is. Missing where there is no such score. */
  readonly cuts?: Float64Array;
  /** What each part of the tagger would make of it alone, for an evaluation to set beside the whole. */
  readonly parts?: readonly PartScores[];
};

/** One part of a tagger, ranked and cut by itself. Row-major as `ThemeScores`. */
export type PartScores = {
  /** Kebab-case; an evaluation names it `<tagger>:<part>`. */
  readonly id: string;
  readonly scores: Float64Array;
  readonly proposed: Uint8Array;
};

/** Proposes themes for quotes and shows the evidence. A new tagger is one file and one line in `index.ts`. */
export type Tagger = {
  /** Kebab-case. */
  readonly id: string;
  readonly label: string;
  /** One sentence for the reader of a report: what makes this tagger propose a theme. */
  readonly explanation: string;
  suggest(input: TaggerInput): readonly Suggestion[];
  /** The same suggestions with what would have changed each, for which a tagger may have to try all of them again. */
  explain(input: TaggerInput): readonly ExplainedSuggestion[];
  /**
   * The same judgement without evidence and without a floor, which is what an evaluation ranks and cuts: a pair is
   * suggested exactly if it is `proposed` and nobody has decided it. A tagger without it is evaluated on `suggest`.
   */
  readonly rank?: (input: TaggerInput) => ThemeScores;
};
