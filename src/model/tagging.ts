import type { Decision } from './decision.js';
import type { Suggestion } from './suggestion.js';

/** Read off the decisions and suggestions, never set: only people accept, reject or dispute. */
export type TaggingStatus = 'suggested' | 'accepted' | 'rejected' | 'disputed';

/** All that has been said of one quote and one theme. */
export type Tagging = {
  readonly quoteId: string;
  readonly themeId: string;
  readonly status: TaggingStatus;
  /** The last word of each coder. */
  readonly decisions: readonly Decision[];
  readonly suggestions: readonly Suggestion[];
};
