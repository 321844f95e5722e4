import type { Span } from './span.js';

/**
 * Why a machine proposes a theme. A `matched-words` span lies in the quote's `exact`; the weights of `shared-term`
 * evidence sum to the score they explain; a `similar-quote` is one that a coder decided for the theme.
 */
export type Evidence =
  | { readonly kind: 'matched-words'; readonly keyword: string; readonly span: Span }
  | { readonly kind: 'shared-term'; readonly term: string; readonly weight: number }
  | { readonly kind: 'similar-quote'; readonly quoteId: string; readonly similarity: number };

/**
 * The term of a closing `shared-term` that sums up all that is not named, so that the weights still sum to the score:
 * other words, how common the theme is, quotes like it and near it, other themes.
 */
export const OTHER_WORDS =
  '(everything else: how common the theme is, other words, quotes like it and nearby)';

/** How much a suggestion says beside the others of its tagger, where a percentage would claim too much. */
export type Strength = 'strong' | 'medium' | 'weak';

/** How often a tagger was right about a theme on interviews that it had learned nothing from. */
export type MeasuredPrecision = {
  /** The share of its proposals that people accepted, 0 to 1. */
  readonly precision: number;
  /** How many proposals that is the share of; 1 or more. */
  readonly n: number;
  /** 95 % interval, from drawing the interviews anew; `null` where they are too few or too alike. */
  readonly interval: readonly [number, number] | null;
};

/** What would have changed a suggestion. A rule has no score: its log-odds are `null`. */
export type Flip = {
  /** How far the score lies over the cut from which on the theme is proposed, in log-odds; 0 or more. */
  readonly over: number | null;
  /** The words that were taken out to see, as the quote has them, the weightiest first; of a rule, all that it matched. */
  readonly without: readonly string[];
  /** Whether the theme is no longer proposed without them. If not, it rests on more than the words that are shown. */
  readonly changes: boolean;
  /** How far the score still lies over the cut without them; below 0 under it. */
  readonly leaves: number | null;
  /** The best theme of the dimension that is not proposed and not decided, and how many log-odds it was short. */
  readonly runnerUp: { readonly themeId: string; readonly short: number } | null;
};

/** What a machine proposes: recomputed, never stored as a decision, never without evidence. */
export type Suggestion = {
  readonly quoteId: string;
  readonly themeId: string;
  /** Id of the tagger. */
  readonly tagger: string;
  /** 0 to 1: a rank within the tagger, and a probability only where `calibrated`. */
  readonly confidence: number;
  readonly evidence: readonly [Evidence, ...Evidence[]];
  readonly strength: Strength;
  /** Whether `confidence` may be read as a percentage: fitted to enough held-out quotes, and borne out by them. */
  readonly calibrated: boolean;
  /** Whether it follows from a rule that the researcher wrote, such as a keyword, and from nothing that was learned. */
  readonly rule: boolean;
  /** Of this tagger and theme; `null` where it was not measured in this run, or nothing was proposed to measure. */
  readonly measured: MeasuredPrecision | null;
};

/** A suggestion, and what would have changed it. */
export type ExplainedSuggestion = Suggestion & { readonly flip: Flip };
