import type { Decision } from '../../model/decision.js';
import type { Notice } from '../../model/notice.js';
import type { Quote } from '../../model/quote.js';
import type { Conflict } from '../merging/conflict.js';

/** One thing that a table says otherwise than the study. */
export type TableChange = {
  /** Of the table; 0 where its row was deleted. */
  readonly line: number;
  readonly quote: string;
  readonly coder: string;
  readonly what: 'wording' | 'note' | 'theme';
  /** Texts; of a theme, its id where it is said to apply, and empty where not. */
  readonly from: string;
  readonly to: string;
};

export type TablePlan = {
  readonly changes: readonly TableChange[];
  /** Quotes with another wording or note than before. */
  readonly quotes: readonly Quote[];
  readonly decisions: readonly Decision[];
  /** Rows (quotes and coders) that were deleted, and whose themes are taken back. */
  readonly deleted: number;
  /** Rows that nobody edited, or that say what the study says by now. */
  readonly already: number;
  /** What was edited in the table and cannot be taken. */
  readonly conflicts: readonly Conflict[];
  readonly notices: readonly Notice[];
};
