import type { Notice } from './notice.js';

/** Participants out of participants, with the 95 % interval of their share, 0 to 1. */
export type PeopleShare = {
  readonly participants: number;
  readonly of: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
};

/** A theme, named for print. */
export type NamedTheme = { readonly theme: string; readonly label: string };

/** How many people voice a theme, the themes under it included. */
export type Prevalence = {
  readonly themes: readonly (NamedTheme & PeopleShare & { readonly quotes: number })[];
};

/** People who share a value of an attribute. */
export type AttributeGroup = {
  readonly label: string;
  /** `other` joins the values that too few people share; `not-recorded` are the empty cells, which no test looks at. */
  readonly kind: 'value' | 'other' | 'not-recorded';
  readonly participants: number;
  /** Why its cells are empty. */
  readonly suppressedBecause?: string;
};

/** Who of a group voices a theme; empty where the group is too small to be told. */
export type AttributeCell =
  | PeopleShare
  | {
      readonly participants: null;
      readonly of: number;
      readonly share: null;
      readonly low: null;
      readonly high: null;
    };

/** Whether a theme depends on the group; `corrected` is for all comparisons of the study. */
export type AttributeTest = {
  readonly p: number;
  readonly corrected: number;
  readonly method: 'exact' | 'permutation';
};

export type AttributeRow = NamedTheme & {
  /** One per group, in their order. */
  readonly cells: readonly AttributeCell[];
  /** `null` where there is nothing to compare. */
  readonly test: AttributeTest | null;
};

/** Who voices what, by the values of one attribute. */
export type AttributeTable = {
  readonly attribute: string;
  readonly groups: readonly AttributeGroup[];
  readonly rows: readonly AttributeRow[];
};

export type VoicedTheme = NamedTheme & {
  readonly participants: number;
  readonly quotes: number;
  /** Quotes that no voice was decided for. */
  readonly unvoiced: number;
  /** One per voice, in their order. */
  readonly voices: readonly {
    readonly voice: string;
    readonly label: string;
    readonly participants: number;
    readonly quotes: number;
    readonly quoteIds: readonly string[];
  }[];
};

/** What is dreamt, feared, felt as pain or met as obstacle, by theme. */
export type VoiceTable = {
  readonly voices: readonly { readonly id: string; readonly label: string }[];
  readonly themes: readonly VoicedTheme[];
};

export type CoOccurrenceUnit = 'quote' | 'utterance' | 'interview';

/** Two themes that occur together; `a` and `b` are theme ids, in the order of the taxonomy. */
export type CoOccurrenceCell = {
  readonly a: string;
  readonly b: string;
  /** Units that hold both, and the share of these among units that hold either (Jaccard 1901). */
  readonly units: number;
  readonly jaccard: number;
  readonly participants: number;
  /** The quotes of either theme in the units that hold both. */
  readonly quoteIds: readonly string[];
};

export type CoOccurrence = {
  readonly unit: CoOccurrenceUnit;
  /** The themes that occur at all, and in how many units. */
  readonly themes: readonly (NamedTheme & { readonly units: number })[];
  /** Only pairs that occur together; a theme and one under it are no pair. */
  readonly cells: readonly CoOccurrenceCell[];
};

/** After `n` interviews: themes seen in the order of the study, and over other orders. */
export type SaturationStep = {
  readonly n: number;
  readonly transcript: string;
  /** Themes that this interview is the first to hold. */
  readonly fresh: number;
  readonly observed: number;
  readonly median: number;
  /** The band that holds nine tenths of the orders. */
  readonly low: number;
  readonly high: number;
};

/** When new themes were few enough, by base, run and threshold. */
export type SaturationVerdict = {
  readonly base: number;
  readonly run: number;
  /** 0 or 0.05. */
  readonly threshold: number;
  /** Interviews before the run that brought few enough new themes, in the study's order; `null` where none did. */
  readonly reachedAt: number | null;
  /** Of all orders looked at, the share in which it is reached, and where. */
  readonly ordersReached: number;
  readonly median: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly text: string;
};

export type Saturation = {
  /** How many interviews, in what order they stand, and over how many other orders the band goes. */
  readonly interviews: number;
  readonly orderedBy: 'date' | 'name';
  readonly orders: number;
  readonly isEveryOrder: boolean;
  readonly steps: readonly SaturationStep[];
  /** A change of codebook or guide, after interview `n`. */
  readonly marks: readonly { readonly n: number; readonly label: string }[];
  readonly verdicts: readonly SaturationVerdict[];
  /** One sentence for a base of 4, a run of 2 and 5 %. */
  readonly verdict?: string;
  readonly noVerdictBecause?: string;
};

/** Everything that is counted over the accepted taggings of a study. */
export type Patterns = {
  readonly prevalence: Prevalence;
  readonly attributes: readonly AttributeTable[];
  /** Tests made over all attributes; p-values are corrected for this number. */
  readonly comparisons: number;
  readonly voices: VoiceTable;
  /** By quote, by utterance, by interview. */
  readonly coOccurrence: readonly CoOccurrence[];
  readonly saturation: Saturation;
  /** What the numbers cannot say, to be printed beside them. */
  readonly caveat: string;
  readonly notices: readonly Notice[];
};
