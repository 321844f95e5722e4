import { z } from 'zod';
import { type Coding, groupTaggings, tallyQuotes, tallyTheme } from './coding/group-taggings.js';
import { outlineThemes } from './coding/outline-themes.js';
import { placeQuotes, spreadQuotes } from './coding/place-quotes.js';
import { listSubjectThemes, listVoices, type Voice, voiceTallySchema } from './coding/voices.js';
import { printedTableSchema } from './contract/figure.js';
import { describeStudy, studyFactsSchema } from './contract/study-facts.js';
import { tallyFields } from './contract/tally.js';
import {
  createQuotePrinter,
  type PrintQuote,
  printedQuoteSchema,
  printQuotes,
} from './printing/printed-quote.js';
import type { Report, ReportInput } from './report.js';

/** A theme shows this many quotes in a voice; the quote bank has the others. */
const MOST_SHOWN = 4;

const voicedThemeSchema = z.strictObject({
  id: z.string().optional().describe('missing for the quotes that carry no theme'),
  label: z.string().optional(),
  ...tallyFields,
  shown: z.array(printedQuoteSchema),
  more: z.int().min(0).describe('quotes of these that are not shown'),
});

const voicesSchema = z.strictObject({
  study: studyFactsSchema,
  table: printedTableSchema.describe(
    'themes by voices: participants, and their quotes in brackets; empty where a theme is not voiced so',
  ),
  voices: z.array(
    voiceTallySchema.extend({
      question: z.string().optional().describe('the question that this voice answers, in plain words'),
      description: z.string(),
      themes: z
        .array(voicedThemeSchema)
        .describe('each quote once, under its most specific theme; those with more participants first'),
    }),
  ),
});
type VoicesData = z.infer<typeof voicesSchema>;

/** What the common voices tell, as one would ask for it. */
const questions: ReadonlyMap<string, string> = new Map([
  ['dream', 'What do they hope for?'],
  ['fear', 'What keeps them up at night?'],
  ['pain-point', 'What hurts as things are?'],
  ['obstacle', 'What stands in their way?'],
]);

/** How people speak: what they dream of, fear, suffer from and run into, by theme, in their own words. */
export const voices: Report = {
  id: 'voices',
  label: 'Voices',
  formats: ['md', 'html', 'json'],
  schema: voicesSchema,
  build: buildVoices,
};

type Parts = {
  readonly input: ReportInput;
  readonly coding: Coding;
  readonly print: PrintQuote;
};

function buildVoices(input: ReportInput): VoicesData {
  const coding = groupTaggings(input);
  const known = listVoices(input.study.taxonomy);
  const parts = { input, coding, print: createQuotePrinter({ input, coding, voices: known }) };
  return {
    study: describeStudy(input),
    table: crossVoices(known, parts),
    voices: known.map((voice) => describeVoice(voice, parts)),
  };
}

function crossVoices(known: readonly Voice[], { input, coding }: Parts): VoicesData['table'] {
  const themes = outlineThemes(listSubjectThemes(input.study.taxonomy));
  const voiced = themes.filter(({ theme }) => tallyTheme(theme, coding).quotes > 0);
  return {
    header: ['Theme', ...known.map(({ label }) => label)],
    rows: voiced.map(({ theme }) => {
      const quoteIds = [...(coding.acceptedUnder.get(theme.id) ?? [])];
      const cells = known.map(({ id }) => {
        const both = quoteIds.filter((quoteId) => coding.accepted.get(id)?.has(quoteId));
        const { participants, quotes } = tallyQuotes(both, coding);
        return quotes === 0 ? '–' : `${participants} (${quotes})`;
      });
      return [theme.label, ...cells];
    }),
  };
}

function describeVoice(voice: Voice, parts: Parts): VoicesData['voices'][number] {
  const { input, coding } = parts;
  const { taxonomy } = input.study;
  const quoteIds = [...(coding.accepted.get(voice.id) ?? [])];
  const picked = (input.picks.get(voice.id)?.quotes ?? []).map(({ quote }) => quote.id);
  const question = questions.get(voice.id);
  const themes = placeQuotes([...new Set([...picked, ...quoteIds])], taxonomy, coding).map(
    ({ theme, quoteIds: placed }) => ({
      ...(theme === undefined ? {} : { id: theme.id, label: theme.label }),
      ...showQuotes(placed, parts),
    }),
  );
  return {
    ...voice,
    ...tallyQuotes(quoteIds, coding),
    ...(question === undefined ? {} : { question }),
    description: taxonomy.themes.find(({ id }) => id === voice.id)?.description ?? '',
    themes: themes.toSorted((a, b) => rankTheme(a) - rankTheme(b) || b.participants - a.participants),
  };
}

/** What carries no theme comes last. */
const rankTheme = ({ id }: { readonly id?: string }) => (id === undefined ? 1 : 0);

function showQuotes(quoteIds: readonly string[], { input, coding, print }: Parts) {
  const printable = quoteIds.filter((id) => input.publishable.has(id));
  const shown = printQuotes(spreadQuotes(printable, coding, MOST_SHOWN), print);
  return { ...tallyQuotes(quoteIds, coding), shown, more: quoteIds.length - shown.length };
}
