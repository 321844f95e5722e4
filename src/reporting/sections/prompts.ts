import { z } from 'zod';
import type { Cluster } from '../../model/cluster.js';
import type { Quote } from '../../model/quote.js';
import type { Theme } from '../../model/theme.js';
import { type Coding, tallyQuotes } from '../coding/group-taggings.js';
import { listSubjectThemes } from '../coding/voices.js';
import { type PrintQuote, printedQuoteSchema, printQuotes } from '../printing/printed-quote.js';
import type { ReportInput } from '../report.js';

/** The themes cover a cluster when people gave one to more than this share of its quotes. */
const COVERED_ABOVE = 0.5;

export const promptSchema = z
  .strictObject({
    id: z.string(),
    terms: z
      .array(z.string())
      .describe('words that set these quotes apart; each stands in one that may be printed'),
    participants: z.int().min(0).describe('participants who say these quotes'),
    quotes: z.int().min(1).describe('quotes in the cluster'),
    undecided: z.int().min(0).describe('quotes of it to which nobody gave a theme'),
    nearest: z
      .strictObject({ id: z.string(), label: z.string(), quotes: z.int().min(1) })
      .optional()
      .describe('the theme that most of its decided quotes carry, and how many do'),
    example: printedQuoteSchema.optional().describe('the quote nearest to all others that may be printed'),
  })
  .describe('alike quotes that no theme covers: a prompt for a theme, not a finding');
export type Prompt = z.infer<typeof promptSchema>;

export type PromptParts = {
  readonly input: ReportInput;
  readonly coding: Coding;
  readonly print: PrintQuote;
};

/** The clusters at least half of whose quotes carry no theme, those with the most such quotes first. */
export function describePrompts({ input, coding, print }: PromptParts): Prompt[] {
  const subjects = new Map(listSubjectThemes(input.study.taxonomy).map((theme) => [theme.id, theme]));
  const decided = new Set([...subjects.keys()].flatMap((id) => [...(coding.accepted.get(id) ?? [])]));
  const prompts = input.clustering.clusters.flatMap((cluster) => {
    const quoteIds = cluster.quoteIds.filter((id) => input.countable.has(id));
    const undecided = quoteIds.filter((id) => !decided.has(id)).length;
    if (undecided < (1 - COVERED_ABOVE) * quoteIds.length || quoteIds.length === 0) return [];
    const nearest = findNearest(subjects.get(cluster.nearestTheme?.themeId ?? ''), quoteIds, coding);
    const example = printQuotes([cluster.medoidId, ...quoteIds], print)[0];
    return {
      id: cluster.id,
      terms: keepPrintableTerms(cluster, input.publishable),
      ...tallyQuotes(quoteIds, coding),
      undecided,
      ...(nearest === undefined ? {} : { nearest }),
      ...(example === undefined ? {} : { example }),
    };
  });
  return prompts.toSorted((a, b) => b.undecided - a.undecided);
}

function findNearest(theme: Theme | undefined, quoteIds: readonly string[], coding: Coding) {
  if (theme === undefined) return undefined;
  const quotes = quoteIds.filter((id) => coding.accepted.get(theme.id)?.has(id)).length;
  return quotes === 0 ? undefined : { id: theme.id, label: theme.label, quotes };
}

/** A term may come from a quote that must not be printed: printing it would publish that person's word. */
function keepPrintableTerms({ terms, quoteIds }: Cluster, publishable: ReadonlyMap<string, Quote>): string[] {
  const texts = quoteIds.flatMap((id) => publishable.get(id)?.exact.toLowerCase() ?? []);
  return terms.filter((term) => texts.some((text) => text.includes(term.toLowerCase())));
}
