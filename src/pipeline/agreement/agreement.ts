import type { Notice } from '../../model/notice.js';
import type { Interval } from '../../text/measures/read-interval.js';

/** `quote`: coders judged the same quotes. `character`: coders marked passages of their own. */
export type AgreementUnit = 'quote' | 'character';

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
