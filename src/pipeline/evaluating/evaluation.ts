import type { Notice } from '../../model/notice.js';
import type { Bin } from '../../text/measures/calibration.js';
import type { Rates } from '../../text/measures/rate-hits.js';
import type { Interval } from '../../text/measures/read-interval.js';

/** One theme, 0 to 1; `null` where it cannot be told. */
export type ThemeFigures = Rates & {
  readonly theme: string;
  /** On how many quotes people accepted it. */
  readonly support: number;
  /** 95 % interval of `f1`, from drawing the interviews anew; `null` where they are too few or too alike. */
  readonly interval: Interval | null;
};

/** How far one tagger matches people, 0 to 1; `null` where it cannot be told. */
export type OverallFigures = {
  /** Id of the tagger; `<tagger>:<part>` of a part of it; `both` or `all` for what the taggers say together. */
  readonly id: string;
  /** The share of quotes whose best theme of the dimension is one that people accepted. */
  readonly topOne: number | null;
  /** Mean over the themes that apply to at least one quote. */
  readonly meanAveragePrecision: number | null;
  readonly micro: Rates;
  readonly macro: Rates;
};

export type TaggerFigures = OverallFigures & {
  /** `null` where the confidence is no probability. */
  readonly calibrationError: number | null;
  readonly perTheme: readonly ThemeFigures[];
};

/** The same with fewer decisions to learn from. */
export type CurvePoint = {
  /** So many accepted quotes a theme at least, where there are as many; `null` for all. */
  readonly decisionsPerTheme: number | null;
  /** How many quotes were learned from, in the mean of the folds. */
  readonly quotes: number;
  readonly taggers: readonly OverallFigures[];
};

/** One coder scored as if a tagger, on the quotes that another one judged too. */
export type CoderFigures = {
  readonly coder: string;
  readonly against: string;
  readonly quotes: number;
  readonly micro: Rates;
  readonly macro: Rates;
};

/** How well a ranking puts what people marked first, 0 to 1; `null` where it cannot be told. */
export type RankFigures = {
  /** How often a marked sentence ranks above one that was passed over; 0.5 is chance. */
  readonly auc: number | null;
  /** Of the marked sentences, the share among as many best ranked ones. */
  readonly recallAtMarked: number | null;
};

/** How far the passages that are proposed match those that people marked, sentence by sentence. */
export type PassageFigures = {
  /** Sentences of participants in the transcripts that hold quotes, and how many of them are marked. */
  readonly sentences: number;
  readonly marked: number;
  readonly rules: RankFigures;
  /** Held out by transcript; `null` where there is too little to learn from. */
  readonly learned: RankFigures | null;
  /** Why something is `null`. */
  readonly undefinedBecause?: string;
};

/** What `evaluate --json` prints. */
export type Evaluation = {
  /** How many quotes were judged by people. */
  readonly quotes: number;
  /** How many themes apply to at least one quote. */
  readonly themes: number;
  readonly folds: number;
  readonly taggers: readonly TaggerFigures[];
  readonly learningCurve: readonly CurvePoint[];
  readonly ceiling: readonly CoderFigures[];
  /** The points of each tagger's reliability diagram; empty where its confidence is no probability. */
  readonly reliability: readonly { readonly tagger: string; readonly bins: readonly Bin[] }[];
  /** Missing where only quotes were given and no transcripts. */
  readonly quoteSuggestions?: PassageFigures;
  readonly notices: readonly Notice[];
};
