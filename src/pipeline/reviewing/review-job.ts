import type { Action } from '../../model/action.js';
import type { Anchoring } from '../../model/anchoring.js';
import type { Decision } from '../../model/decision.js';

/** What the files of a study hold beside the study itself; a `StudyReading` is one. */
export type KnownFiles = {
  /** The whole text of each memo, by theme. */
  readonly memoTexts: ReadonlyMap<string, string>;
  /** Ids of quotes that are marked in a transcript's own file. */
  readonly marks: ReadonlySet<string>;
  /** Each coder's last word, also on quotes and themes that the study lacks now. */
  readonly lastWords: readonly Decision[];
  /** What became of every quote, also of those that are lost. */
  readonly anchorings: readonly Anchoring[];
};

/** An action, who does it and when. */
export type ReviewJob = {
  readonly action: Action;
  readonly coder: string;
  /** ISO 8601, with the zone. */
  readonly at: string;
  /** Without it memos are taken as they are in the study, and only the study's own decisions move. */
  readonly files?: KnownFiles;
};

/** One kind of action, with who does it and when. */
export type JobOf<Kind extends Action['kind']> = Omit<ReviewJob, 'action'> & {
  readonly action: Extract<Action, { kind: Kind }>;
};
