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
};

/** What suggestions were made from. */
export type Basis = {
  /** Keywords alone, before anything is learned; a part of the quotes; or all of them. */
  readonly stage: 'keywords' | 'part' | 'whole';
  /** Decided quotes that were learned from, and how many there were. */
  readonly learned: number;
  readonly decided: number;
  /** Quotes that were judged by it, and how many there were. */
  readonly judged: number;
  readonly quotes: number;
  /** Whether what comes next is learned from more. */
  readonly more: boolean;
  /** How many more were made than can be held. */
  readonly dropped: number;
};

export type Suggested = GatheredSuggestions & {
  /** Version of the study that they were made from. */
  readonly version: number;
  /** Which quotes would teach most, among those that something is proposed for and nobody decided anything of. */
  readonly next: readonly NextQuote[];
  readonly basis: Basis;
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

/** All that an answer is made from: the study as it is now, and what machines make of it as soon as they have. */
export type Desk = {
  readonly reading: StudyReading;
  readonly history: readonly HistoryEntry[];
  /** Grows with every change. */
  readonly version: number;
  readonly made?: Made;
  /** Set while nothing can be recorded, since a file must be mended first. */
  readonly repair?: Repair;
};

export type Repair = {
  /** Relative to the study. */
  readonly files: readonly string[];
  /** Whether the study could not be used since it was opened, so that who speaks, or its themes, may be unknown. */
  readonly isDraft: boolean;
};
