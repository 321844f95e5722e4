import { z } from 'zod';
import type { Quote } from '../model/quote.js';
import type { Theme } from '../model/theme.js';
import { findCarrier } from './coding/find-carrier.js';
import { type Coding, groupTaggings, tallyTheme } from './coding/group-taggings.js';
import { type CompareThemes, type OutlinedTheme, outlineThemes } from './coding/outline-themes.js';
import {
  listSubjectDimensions,
  listVoices,
  tallyVoices,
  type Voice,
  voiceTallySchema,
} from './coding/voices.js';
import { describeStudy, studyFactsSchema } from './contract/study-facts.js';
import { tallyFields } from './contract/tally.js';
import { type Context, contextSchema, createContextCutter } from './printing/cut-context.js';
import {
  createQuotePrinter,
  type PrintQuote,
  printedQuoteSchema,
  printQuotes,
} from './printing/printed-quote.js';
import type { Report, ReportInput } from './report.js';
import { describeGlance, glanceSchema } from './sections/glance.js';
import { describeLeftOut, leftOutSchema } from './sections/left-out.js';
import { createMemoReader, memoFields } from './sections/memo.js';
import { describePrompts, promptSchema } from './sections/prompts.js';
import { describeSuggestions, suggestionsSchema } from './sections/suggestions.js';

const contradictsSchema = z
  .literal(true)
  .optional()
  .describe('where a coder marked that it is about the theme and speaks against it');

const themeSchema = z.strictObject({
  id: z.string(),
  number: z.string().describe('"2" or "2.1": its place in the tree as printed'),
  label: z.string(),
  under: z.string().optional().describe('label of the theme above it'),
  description: z.string(),
  include: z.string().describe('what belongs to it'),
  exclude: z.string().describe('what does not'),
  ...tallyFields,
  withSubThemes: z.boolean().describe('true where the counts take in the themes under it'),
  carried: z
    .strictObject({ quotes: z.int().min(2), of: z.int().min(2) })
    .optional()
    .describe('where one participant says half or more of its quotes: how many, and of how many'),
  voices: z.array(voiceTallySchema).describe('how its quotes speak'),
  representatives: z
    .array(printedQuoteSchema.extend({ context: contextSchema, contradicts: contradictsSchema }))
    .describe('a representative choice of its quotes, best first'),
  ...memoFields,
  disputed: z.array(z.string()).describe('ids of quotes on which coders disagree: not counted'),
  suggestions: suggestionsSchema,
});
type ThemeData = z.infer<typeof themeSchema>;

const themesSchema = z.strictObject({
  study: studyFactsSchema,
  glance: glanceSchema,
  dimensions: z
    .array(z.strictObject({ id: z.string(), label: z.string(), themes: z.array(themeSchema) }))
    .describe('themes in the order of the tree, those with more participants and then more quotes first'),
  prompts: z.array(promptSchema).describe('clusters that no theme covers'),
  leftOut: leftOutSchema,
  taggers: z
    .array(z.strictObject({ id: z.string(), label: z.string(), explanation: z.string() }))
    .describe('what makes each tagger propose a theme'),
});

type Parts = {
  readonly input: ReportInput;
  readonly coding: Coding;
  readonly voices: readonly Voice[];
  readonly print: PrintQuote;
  readonly cut: (quote: Quote) => Context;
};

/** Each theme with who voices it, what they say and the memo; then what no theme covers, and what was left out. */
export const themes: Report = {
  id: 'themes',
  label: 'Themes',
  formats: ['md', 'html', 'json'],
  schema: themesSchema,
  build: buildThemes,
};

function buildThemes(input: ReportInput): z.infer<typeof themesSchema> {
  const coding = groupTaggings(input);
  const voices = listVoices(input.study.taxonomy);
  const print = createQuotePrinter({ input, coding, voices });
  return {
    study: describeStudy(input),
    glance: describeGlance(input, coding),
    dimensions: describeDimensions({ input, coding, voices, print, cut: createContextCutter(input) }),
    prompts: describePrompts({ input, coding, print }),
    leftOut: describeLeftOut(input),
    taggers: input.taggers.map(({ id, label, explanation }) => ({ id, label, explanation })),
  };
}

function describeDimensions(parts: Parts) {
  const { taxonomy, memos } = parts.input.study;
  const readMemo = createMemoReader({ memos });
  const compare = compareByVoicing(parts.coding);
  return listSubjectDimensions(taxonomy).map(({ id, label }) => ({
    id,
    label,
    themes: outlineThemes(
      taxonomy.themes.filter(({ dimension }) => dimension === id),
      compare,
    ).map((outlined) => ({ ...describeTheme(outlined, parts), ...readMemo(outlined.theme.id) })),
  }));
}

function compareByVoicing(coding: Coding): CompareThemes {
  return (a, b) => {
    const [one, other] = [tallyTheme(a, coding), tallyTheme(b, coding)];
    return other.participants - one.participants || other.quotes - one.quotes;
  };
}

function describeTheme(
  { theme, number, under, hasSubThemes }: OutlinedTheme,
  { input, coding, voices, print, cut }: Parts,
): Omit<ThemeData, keyof typeof memoFields> {
  const { id, label, description, include, exclude } = theme;
  const chosen = input.picks.get(id)?.quotes ?? [];
  return {
    id,
    number,
    label,
    ...(under === undefined ? {} : { under: under.label }),
    description,
    include,
    exclude,
    ...tallyTheme(theme, coding),
    withSubThemes: hasSubThemes,
    ...describeCarrier(theme, coding),
    voices: tallyVoices(theme, voices, coding),
    representatives: chosen.flatMap(({ quote, contradicts }) =>
      printQuotes([quote.id], print).map((printed) => ({
        ...printed,
        ...(contradicts === undefined ? {} : { contradicts }),
        context: cut(quote),
      })),
    ),
    disputed: (coding.disputed.get(id) ?? []).map(({ quoteId }) => quoteId),
    suggestions: describeSuggestions(coding.suggested.get(id) ?? [], { input, print }),
  };
}

/** How much one participant says of a theme where that is half or more; no code, since that person may not be quoted. */
function describeCarrier({ id }: Theme, coding: Coding): Pick<ThemeData, 'carried'> {
  const counts = new Map<string, number>();
  for (const quoteId of coding.acceptedUnder.get(id) ?? []) {
    const participant = coding.places.get(quoteId)?.participantId;
    if (participant !== undefined) counts.set(participant, (counts.get(participant) ?? 0) + 1);
  }
  const carrier = findCarrier(counts);
  return carrier === undefined ? {} : { carried: { quotes: carrier.quotes, of: carrier.of } };
}
