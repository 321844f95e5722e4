import type {
  Clustering,
  FittedModel,
  GatheredSuggestions,
  HistoryEntry,
  NextQuote,
  PassageSuggestion,
  StudyReading,
  Theme,
} from '../../index.js';

/** What takes long is made in the background, part by part; a part is missing until it is there. Plain data: it crosses threads. */
export type Made = {
  /** Of the study, when the latest part was begun. */
  readonly version: number;
  readonly suggestions?: Suggested;
  readonly clustering?: Clustering;
  readonly passages?: ProposedPassages;
  readonly model?: LearnedModel;
  /** All that was ever proposed since the study was opened, and before anybody decided it. */
  readonly proposed: Proposed;
};

export type Suggested = GatheredSuggestions & {
  /** Version of the study that they were made from. */
  readonly version: number;
  /** Which quotes would teach most, among those that something is proposed for and nobody decided anything of. */
  readonly next: readonly NextQuote[];
};

/** Passages worth marking, best first. */
export type ProposedPassages = {
  readonly byTranscript: ReadonlyMap<string, readonly PassageSuggestion[]>;
  /** How many quotes they were learned from. */
  readonly quotes: number;
};

/** What was learned, to tag words that nobody marked. */
export type LearnedModel = {
  readonly fitted: FittedModel;
  /** What it was learned from. */
  readonly decisions: number;
  readonly themes: readonly Theme[];
};

/** By tagger, then by theme: ids of quotes. */
export type Proposed = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;

/** All that an answer is made from: the study as it is now, and what machines make of it as soon as they have. */
export type Desk = {
  readonly reading: StudyReading;
  readonly history: readonly HistoryEntry[];
  /** Grows with every change. */
  readonly version: number;
  readonly made?: Made;
};
