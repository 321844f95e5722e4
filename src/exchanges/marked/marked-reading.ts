import type { ExchangedCoder, ExchangedPassage, ExchangedTheme, Loss } from '../exchange.js';

/** A passage of a text that the file does not hold: found by its words. */
export type MarkedPassage = Omit<ExchangedPassage, 'text' | 'start' | 'end'> & {
  readonly words: string;
  /** What stands around the words; empty where the file does not say. */
  readonly prefix: string;
  readonly suffix: string;
  /** About where the words begin in the other tool's text: decides only between places that are equally alike. */
  readonly near?: number;
  /** Name or address of the text; empty where the file does not say. */
  readonly source: string;
};

/** What somebody marked in texts that the study has to have already. */
export type MarkedReading = {
  readonly origin: string;
  readonly themes: readonly ExchangedTheme[];
  readonly coders: readonly ExchangedCoder[];
  readonly passages: readonly MarkedPassage[];
  readonly losses: readonly Loss[];
};

/** A theme of which a file says no more than its name. */
export const nameOnly = (key: string, label: string): ExchangedTheme => ({
  key,
  parent: null,
  label,
  description: '',
  include: '',
  exclude: '',
  keywords: [],
  notKeywords: [],
  examples: [],
});
