import type { Clustering, GatheredSuggestions, HistoryEntry, StudyReading } from '../../index.js';

/** What takes long is made in the background, from the state of the study at `version`. */
export type Made = {
  readonly version: number;
  readonly suggestions: GatheredSuggestions;
  readonly clustering: Clustering;
};

/** All that an answer is made from: the study as it is now, and what machines make of it as soon as they have. */
export type Desk = {
  readonly reading: StudyReading;
  readonly history: readonly HistoryEntry[];
  /** Grows with every change. */
  readonly version: number;
  readonly made?: Made;
};
