/** One step on the disk: a file with its new content, or without any where it is deleted. */
export type Change = { readonly file: string; readonly content: string | undefined };

/** How many of each were taken out. */
export type RemovedCounts = {
  readonly transcripts: number;
  /** Group interviews from which the participant's turns were cut. */
  readonly cutTranscripts: number;
  /** Recorded and marked ones. */
  readonly quotes: number;
  /** Lines of `decisions/`. */
  readonly decisions: number;
  /** Examples in the taxonomy. */
  readonly examples: number;
  /** Passages in memos and other texts, now `[withdrawn]`. */
  readonly passages: number;
  /** Rows of `import-report.csv`. */
  readonly rows: number;
  /** Report files, which are drawn anew. */
  readonly reports: number;
};

/** A line of `withdrawals.jsonl`: all that stays of a participant. */
export type Tombstone = {
  readonly participant: string;
  /** ISO day. */
  readonly withdrawnAt: string;
  readonly removed: RemovedCounts;
};

/** A file that holds, or may hold, the participant's words still, and why. */
export type RemainingFile = { readonly file: string; readonly reason: string };

/** What becomes of one file. */
export type Edit = {
  /** Absent where the file stays as it is. */
  readonly change?: Change;
  readonly counts?: Partial<RemovedCounts>;
  /** 1-based lines at which passages became `[withdrawn]`. */
  readonly lines?: readonly number[];
  readonly remaining?: RemainingFile;
};
