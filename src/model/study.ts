import type { Board } from './board.js';
import type { Decision } from './decision.js';
import type { Memo } from './memo.js';
import type { Participant } from './participant.js';
import type { Quote } from './quote.js';
import type { Settings } from './settings.js';
import type { Taxonomy } from './theme.js';
import type { Transcript } from './transcript.js';

/** The coded study as one value. `quotes` holds only those that are found in their transcript. */
export type Study = {
  readonly settings: Settings;
  readonly participants: readonly Participant[];
  readonly transcripts: readonly Transcript[];
  readonly taxonomy: Taxonomy;
  readonly quotes: readonly Quote[];
  readonly decisions: readonly Decision[];
  readonly memos: readonly Memo[];
  /** At most one a theme. */
  readonly boards?: readonly Board[];
};
