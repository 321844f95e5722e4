import type { Notice } from './notice.js';

/** `quote`: coders judged the same quotes. `character`: coders marked passages of their own. */
export type AgreementUnit = 'quote' | 'character';

/** Lowest and highest plausible value. */
type Interval = readonly [number, number];

/** One coefficient for one theme; `null` where there is no value, and then a reason in words. */
export type CoefficientFigures = {
  readonly id: string;
  /** `null` for all themes pooled. */
  readonly theme: string | null;
  readonly value: number | null;
  /**
   * 95 % interval from drawing the quotes (by character: the transcripts) anew; `null` where that tells nothing.
   */
  readonly interval: Interval | null;
  /** The share of pairs of coders who say the same, in the mean of the quotes or characters. */
  readonly observed: number | null;
  /** The share of quotes or characters to which the theme applies, in the mean of the coders. */
  readonly prevalence: number | null;
  /** How many quotes at least two coders judged, or how many characters the texts of all coders have. */
  readonly n: number;
  readonly undefinedBecause: string | null;
  /** 95 % interval by the formula of the literature; `null` where it has none, or nobody disagrees. */
  readonly analytic: Interval | null;
};

/** A quote of which coders say different things; by character, one that not everybody marked for the theme. */
export type Disagreement = {
  readonly theme: string;
  readonly quote: string;
  /** Names of coders. */
  readonly applies: readonly string[];
  readonly doesNotApply: readonly string[];
};

/** How far coders agree. `agree --json` prints the first three. */
export type Agreement = {
  readonly unit: AgreementUnit;
  readonly coders: readonly string[];
  /** Empty for a reflexive study. */
  readonly coefficients: readonly CoefficientFigures[];
  /** How many of the study's quotes (by character: of its transcripts) the figures rest on. */
  readonly basis: { readonly compared: number; readonly of: number };
  readonly disagreements: readonly Disagreement[];
  readonly notices: readonly Notice[];
};

/** How values of a coefficient are commonly read, and who says so: a convention, no verdict. */
export type Convention = { readonly value: number; readonly label: string; readonly source: string };

/** A coefficient as a report names it. */
export type CoefficientNote = {
  readonly id: string;
  readonly label: string;
  /** Where the formula stands. */
  readonly source: string;
  readonly conventions: readonly Convention[];
};

/** All that is told of agreement in one study. */
export type StudyAgreement = {
  readonly byQuote: Agreement;
  /** Where coders marked passages on their own in the same transcripts. */
  readonly byCharacter?: Agreement;
  readonly coefficients: readonly CoefficientNote[];
};

/** Two themes of one dimension: on some quotes one coder gave the first where another gave the second. */
export type Confusion = { readonly themes: readonly [string, string]; readonly quoteIds: readonly string[] };

/** Which themes coders disagree on, and which they take for one another. */
export type Confusions = {
  /** By theme id: the quotes on which coders disagree. */
  readonly disagreements: ReadonlyMap<string, readonly string[]>;
  /** Those with most quotes first. */
  readonly pairs: readonly Confusion[];
};
