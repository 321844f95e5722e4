import type { Look } from './drawing/look.js';

/** Plain JSON, e.g. a Vega-Lite spec. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json | undefined };

/** A Vega-Lite spec as plain JSON: it can be written to a file, restyled and drawn elsewhere. */
export type ChartSpec = { readonly [key: string]: Json | undefined };

/** The numbers of a chart: rows of one length under a header of the same length. */
export type ChartTable = {
  readonly header: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
};

/** What can be drawn of some data, or one sentence on why there is nothing to draw. */
export type Drawing =
  | {
      readonly spec: ChartSpec;
      /** What a reader must know beside the chart, one sentence each, e.g. that it shows 30 of 112 themes. */
      readonly remarks: readonly string[];
    }
  | { readonly emptyBecause: string };

/**
 * Turns numbers into a chart. A new chart is one file and one line in `index.ts`. Numbers that are not finite count as
 * not known; labels may be any text.
 */
export type Chart<Data> = {
  /** Kebab-case. */
  readonly id: string;
  readonly label: string;
  /** The text alternative: what is drawn and what it shows, in one or two sentences. */
  describe(data: Data): string;
  /** All that the chart is made from, including what it has no room for. */
  tabulate(data: Data): ChartTable;
  specify(data: Data, look: Look): Drawing;
};
