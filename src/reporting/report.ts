import type { z } from 'zod';
import type { Clustering } from '../model/cluster.js';
import type { Study } from '../model/study.js';
import type { Tagging } from '../model/tagging.js';
import type { Anchoring } from '../model/anchoring.js';
import type { ConsentScope } from '../model/participant.js';
import type { Quote } from '../model/quote.js';

/** Why a quote that carries a theme is not printed. */
export type LeftOut = { readonly quoteId: string; readonly reason: string };

/** The representative quotes of one theme, best first, and what was left out. */
export type Pick = {
  readonly quotes: readonly { readonly quote: Quote; readonly reason: string }[];
  readonly leftOut: readonly LeftOut[];
};

export type ReportInput = {
  readonly study: Study;
  readonly taggings: readonly Tagging[];
  readonly clustering: Clustering;
  readonly lost: readonly Extract<Anchoring, { state: 'lost' }>[];
  /** The use that the report is made for; quotes without consent for it never reach a report. */
  readonly consent: ConsentScope;
  /** Attribution line by participant id, e.g. "tech lead, 201-1000". */
  readonly attributions: ReadonlyMap<string, string>;
  /** Representative quotes by theme id, already checked for consent. */
  readonly picks: ReadonlyMap<string, Pick>;
  /** Every quote that may be published for `consent`, by id. */
  readonly publishable: ReadonlyMap<string, Quote>;
};

export type ReportFormat = 'md' | 'html' | 'json' | 'csv';

/** Turns a coded study into the plain data that one kind of report prints. One file and one line in `index.ts`. */
export type Report = {
  /** Kebab-case; also the name of its templates. */
  readonly id: string;
  readonly label: string;
  readonly formats: readonly ReportFormat[];
  /** The contract between data and templates. */
  readonly schema: z.ZodType;
  /** Plain data that `schema` accepts. */
  build(input: ReportInput): unknown;
};
