import type { z } from 'zod';
import type { Anchoring } from '../model/anchoring.js';
import type { Clustering } from '../model/cluster.js';
import type { ConsentScope } from '../model/participant.js';
import type { Quote } from '../model/quote.js';
import type { Study } from '../model/study.js';
import type { Tagging } from '../model/tagging.js';

/** Why a quote that carries a theme is not printed. */
export type LeftOut = { readonly quoteId: string; readonly reason: string };

/** The representative quotes of one theme, best first, and what was left out. */
export type Pick = {
  readonly quotes: readonly { readonly quote: Quote; readonly reason: string }[];
  readonly leftOut: readonly LeftOut[];
};

/** What a report tells its reader of a tagger. */
type TaggerNote = { readonly id: string; readonly label: string; readonly explanation: string };

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
  /** Quotes that may not be published for `consent`, each with the reason. */
  readonly leftOut: readonly LeftOut[];
  /** Every quote that may be published for `consent`, by id. */
  readonly publishable: ReadonlyMap<string, Quote>;
  /** Every quote that may be counted, by id: its speaker agreed to research, or it may be published. */
  readonly countable: ReadonlyMap<string, Quote>;
  /** Ids of the participants whose quotes may be counted: "7 of 12" is out of these. */
  readonly countedParticipants: readonly string[];
  /** The taggers that made the suggestions. */
  readonly taggers: readonly TaggerNote[];
};

export type ReportFormat = 'md' | 'html' | 'json' | 'csv';

/** Rows of one length under a header of the same length. */
export type Table = {
  readonly header: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
};

/** Turns a coded study into the plain data that one kind of report prints. One file and one line in `index.ts`. */
export type Report = {
  /** Kebab-case; also the name of its templates. */
  readonly id: string;
  readonly label: string;
  readonly formats: readonly ReportFormat[];
  /**
   * The contract between data and templates: objects, lists, texts, numbers and truth values. What may be missing is
   * optional, never null; a text that is Markdown is a `markdownSchema`.
   */
  readonly schema: z.ZodType;
  /** Plain data that `schema` accepts. */
  build(input: ReportInput): unknown;
  /** The rows of the `csv` format; throws where the data is not what `build` makes. */
  tabulate?(data: unknown): Table;
};
