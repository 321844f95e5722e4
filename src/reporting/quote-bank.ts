import { z } from 'zod';
import { groupBy } from './coding/group-by.js';
import { type Coding, groupTaggings } from './coding/group-taggings.js';
import { outlineThemes } from './coding/outline-themes.js';
import { listSubjectThemes, listVoices } from './coding/voices.js';
import { describeStudy, studyFactsSchema } from './contract/study-facts.js';
import { createQuotePrinter, printedQuoteSchema, printQuotes } from './printing/printed-quote.js';
import type { Report, ReportInput, Table } from './report.js';

const labelledSchema = z.strictObject({ id: z.string(), label: z.string() });

const bankedQuoteSchema = printedQuoteSchema.extend({
  exact: z
    .string()
    .optional()
    .describe(
      'the words of the transcript, unedited; missing where the edit took out what may tell who somebody is',
    ),
  wording: z.string().optional().describe('the published wording, where it is not the exact words'),
  themes: z
    .array(
      labelledSchema.extend({
        contradicts: z
          .literal(true)
          .optional()
          .describe('where a coder marked that the quote speaks against it'),
      }),
    )
    .describe('themes that people accepted for it, in the order of the taxonomy'),
});
type BankedQuote = z.infer<typeof bankedQuoteSchema>;

const quoteBankSchema = z.strictObject({
  study: studyFactsSchema,
  groups: z
    .array(
      z.strictObject({
        theme: labelledSchema.optional().describe('missing for the quotes that carry no theme'),
        quotes: z.array(bankedQuoteSchema).min(1),
      }),
    )
    .describe('every quote once, under the first of its themes; those without a theme come last'),
});
type QuoteBank = z.infer<typeof quoteBankSchema>;

/** Every quote that may be published, with its themes, voices, attribution and place. */
export const quoteBank: Report = {
  id: 'quote-bank',
  label: 'Quote bank',
  formats: ['csv', 'json', 'html'],
  schema: quoteBankSchema,
  build: buildQuoteBank,
  tabulate: (data) => tabulateQuotes(quoteBankSchema.parse(data)),
};

function buildQuoteBank(input: ReportInput): QuoteBank {
  const { taxonomy } = input.study;
  const coding = groupTaggings(input);
  const themes = outlineThemes(listSubjectThemes(taxonomy)).map(({ theme: { id, label } }) => ({
    id,
    label,
  }));
  const themesOf = listThemesByQuote(themes, coding, listContradictions(input));
  const print = createQuotePrinter({ input, coding, voices: listVoices(taxonomy) });
  const banked = printQuotes(input.publishable.keys(), print).map((quote) => ({
    ...quote,
    ...readWords(input, quote.id),
    themes: themesOf.get(quote.id) ?? [],
  }));
  const groups = groupBy(banked, (quote) => quote.themes[0]?.id);
  return {
    study: describeStudy(input),
    groups: [...themes, undefined].flatMap((theme) => {
      const quotes = groups.get(theme?.id);
      return quotes === undefined ? [] : [{ ...(theme === undefined ? {} : { theme }), quotes }];
    }),
  };
}

type Labelled = z.infer<typeof labelledSchema>;

/** Pairs of a theme and a quote that a coder marked as speaking against it, by `namePair`. */
function listContradictions({ taggings }: ReportInput): ReadonlySet<string> {
  const marked = taggings.filter(({ decisions }) => decisions.some(({ contradicts }) => contradicts));
  return new Set(marked.map(({ themeId, quoteId }) => namePair(themeId, quoteId)));
}

const namePair = (themeId: string, quoteId: string) => JSON.stringify([themeId, quoteId]);

function listThemesByQuote(
  themes: readonly Labelled[],
  coding: Coding,
  contradictions: ReadonlySet<string>,
): Map<string, BankedQuote['themes']> {
  const pairs = themes.flatMap((theme) =>
    [...(coding.accepted.get(theme.id) ?? [])].map((quoteId) => ({
      quoteId,
      theme: contradictions.has(namePair(theme.id, quoteId))
        ? { ...theme, contradicts: true as const }
        : theme,
    })),
  );
  const grouped = groupBy(pairs, ({ quoteId }) => quoteId);
  return new Map([...grouped].map(([quoteId, group]) => [quoteId, group.map(({ theme }) => theme)]));
}

function readWords(
  { publishable, hidesIdentity }: ReportInput,
  quoteId: string,
): Pick<BankedQuote, 'exact' | 'wording'> {
  const quote = publishable.get(quoteId);
  if (quote === undefined) return {};
  const { exact, wording } = quote;
  return {
    ...(hidesIdentity(quote) ? {} : { exact }),
    ...(wording === undefined ? {} : { wording }),
  };
}

/** One row a quote; several themes or voices stand in one cell, separated by "; ". */
function tabulateQuotes({ groups }: QuoteBank): Table {
  const header = [
    'id',
    'participant',
    'attribution',
    'transcript',
    'utterance',
    'time',
    'themes',
    'voices',
    'words',
    'wording',
    'exact',
  ];
  const joinLabels = (items: readonly { label: string }[]) => items.map(({ label }) => label).join('; ');
  const rows = groups.flatMap(({ quotes }) =>
    quotes.map((quote) => [
      quote.id,
      quote.participant,
      quote.attribution,
      quote.transcript,
      quote.utterance,
      quote.time ?? '',
      joinLabels(quote.themes),
      joinLabels(quote.voices),
      quote.words,
      quote.wording ?? '',
      quote.exact ?? '',
    ]),
  );
  return { header, rows };
}
