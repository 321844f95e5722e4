import type { Span } from './span.js';

/**
 * Why a machine proposes a theme. A `matched-words` span lies in the quote's `exact`; the weights of `shared-term`
 * evidence sum to the score they explain; a `similar-quote` is one that a coder decided for the theme.
 */
export type Evidence =
  | { readonly kind: 'matched-words'; readonly keyword: string; readonly span: Span }
  | { readonly kind: 'shared-term'; readonly term: string; readonly weight: number }
  | { readonly kind: 'similar-quote'; readonly quoteId: string; readonly similarity: number };

/** The term of a closing `shared-term` that sums up all words not named, so that the weights still sum to the score. */
export const OTHER_WORDS = '(other words)';

/** What a machine proposes: recomputed, never stored as a decision, never without evidence. */
export type Suggestion = {
  readonly quoteId: string;
  readonly themeId: string;
  /** Id of the tagger. */
  readonly tagger: string;
  /** 0 to 1: a rank within the tagger; a probability only where that tagger's calibration was measured (`evaluate`). */
  readonly confidence: number;
  readonly evidence: readonly [Evidence, ...Evidence[]];
};
