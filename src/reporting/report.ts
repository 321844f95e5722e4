import type { z } from 'zod';
import type { Confusions, StudyAgreement } from '../model/agreement.js';
import type { Anchoring } from '../model/anchoring.js';
import type { Clustering } from '../model/cluster.js';
import type { ConsentScope } from '../model/participant.js';
import type { Patterns } from '../model/pattern.js';
import type { Quote } from '../model/quote.js';
import type { Study } from '../model/study.js';
import type { Tagging } from '../model/tagging.js';
import type { FigureSet, Figures } from './contract/figure.js';

/** Why a quote that carries a theme is not printed. */
export type LeftOut = {
  readonly quoteId: string;
  readonly reason: string;
  /** Where its words may tell who somebody is, although they may be used. */
  readonly identifying?: true;
};

/** A quote that was picked, and why. */
export type PickedQuote = {
  readonly quote: Quote;
  readonly reason: string;
  /** Where coders marked that it is about the theme and speaks against it. */
  readonly contradicts?: true;
};

/** The representative quotes of one theme, best first, and what was left out. */
export type Pick = {
  readonly quotes: readonly PickedQuote[];
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
  /** Ids of the participants whose code stands in place of their line, which fewer than `minimumGroupSize` share. */
  readonly coarsened: readonly string[];
  /** Texts of the taxonomy and memos from which words were taken of people who did not agree to `consent`. */
  readonly hiddenTexts: number;
  /** Whether a text beside the quotes, such as what was said around one, would keep the report from being written. */
  readonly mayIdentify: (text: string) => boolean;
  /** Whether an edit took out of a quote what may tell who somebody is: its exact words then stay in the study. */
  readonly hidesIdentity: (quote: Quote) => boolean;
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
  /** Of the tool, e.g. "1.2.0"; missing where nobody told. */
  readonly version?: string;
  /** All that is counted over the accepted taggings: worked out when first asked for. */
  readonly findPatterns: () => Patterns;
  /** How far coders agree on the quotes that may be used for research: worked out when first asked for. */
  readonly compareCoders: () => StudyAgreement;
  /** Which themes coders disagree on, of the same quotes. */
  readonly findConfusions: () => Confusions;
  /** What `drawFigures` drew of these; a set that was not drawn is not there. */
  readonly figures: Figures;
  /** The same study for another use. */
  readonly forUse: (use: ConsentScope) => ReportInput;
};

export type ReportFormat = 'md' | 'html' | 'json' | 'csv';

/** Rows of one length under a header of the same length. */
export type Table = {
  readonly header: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
};

/** A named table of a workbook. */
export type Sheet = Table & { readonly name: string };

/** Turns a coded study into the plain data that one kind of report prints. One file and one line in `index.ts`. */
export type Report = {
  /** Kebab-case; also the name of its templates. */
  readonly id: string;
  readonly label: string;
  readonly formats: readonly ReportFormat[];
  /**
   * Where a format is more than one file: `<report>-<edition>.<format>`, each with a template of that name, all from
   * the same data.
   */
  readonly editions?: Readonly<Partial<Record<ReportFormat, readonly string[]>>>;
  /** `false` for one that is written only where it is named. */
  readonly byDefault?: false;
  /** The one use that it is made for, whatever use the others are made for. */
  readonly use?: ConsentScope;
  /** The charts that it prints. */
  readonly figures?: readonly FigureSet[];
  /**
   * The contract between data and templates: objects, lists, texts, numbers and truth values. What may be missing is
   * optional, never null; a text that is Markdown is a `markdownSchema`.
   */
  readonly schema: z.ZodType;
  /** Plain data that `schema` accepts. */
  build(input: ReportInput): unknown;
  /** The rows of the `csv` format; throws where the data is not what `build` makes. */
  tabulate?(data: unknown): Table;
  /** The sheets of a workbook, where it is not the one table; throws where the data is not what `build` makes. */
  listSheets?(data: unknown): readonly Sheet[];
};
