import type { Convention } from '../model/agreement.js';

/**
 * Ratings of the same units by several coders. Rows that are alike are one row with its count, so that a thousand
 * quotes judged alike by everybody cost no more than one.
 */
export type RatingTable = {
  /** Row-major, one column per coder: the index of a category from 0, or `MISSING`. */
  readonly ratings: Int16Array;
  /** How many units each row stands for. */
  readonly counts: Float64Array;
  readonly coders: number;
  /** How many categories a coder may choose from, used or not. */
  readonly categories: number;
};

/** This coder did not rate this unit. */
export const MISSING = -1;

/** Sections of texts, longest first. */
export type Sections = {
  /** In UTF-16 units. */
  readonly lengths: Float64Array;
  /** By section: the index of its text. */
  readonly texts: Uint32Array;
};

/** What several coders marked for one category in the same texts; `sections/measure-marks` makes it. */
export type MarkedTexts = {
  readonly coders: number;
  /** By text: its length in UTF-16 units. */
  readonly lengths: Float64Array;
  /** By text: how often it counts. */
  readonly counts: Float64Array;
  /** By text: the squared distances between the sections of any two coders, in squared UTF-16 units. */
  readonly distances: Float64Array;
  /** The marked passages of all coders. */
  readonly marks: Sections;
  /**
   * What each coder left unmarked between, before and after the passages, if the longest passage does not fit into
   * it.
   */
  readonly gaps: Sections;
  /** By text: how many other gaps there are, into which every passage fits, and how long they are together. */
  readonly roomyGaps: { readonly numbers: Float64Array; readonly lengths: Float64Array };
};

/**
 * A coefficient is 1 where nobody disagrees and 0 where coders disagree as often as by chance:
 * `value = 1 - disagreement.observed / disagreement.expected`. What has no value has a reason in words.
 */
export type Rating =
  | {
      readonly value: number;
      readonly disagreement: { readonly observed: number; readonly expected: number };
    }
  | { readonly undefinedBecause: string };

/**
 * By row: by how much one unit of it moves the observed and the expected disagreement, linearised. Summed over all
 * units, each as often as it counts, both are 0.
 */
export type Influences = { readonly observed: Float64Array; readonly expected: Float64Array };

/** One number of agreement. A new coefficient is one file and one line in `index.ts`. */
export type Coefficient<Data> = {
  /** Kebab-case. */
  readonly id: string;
  readonly label: string;
  /** Where the formula stands. */
  readonly source: string;
  /** How its values are commonly read, and who says so: a convention, no verdict. */
  readonly convention?: string;
  /** The same as numbers, ascending. */
  readonly thresholds?: readonly Convention[];
  /** Takes time linear in the rows or sections. */
  rate(data: Data): Rating;
  /** What an analytic interval is made from, where the literature has one; asked for where there is a value. */
  trace?(data: Data): Influences;
};
