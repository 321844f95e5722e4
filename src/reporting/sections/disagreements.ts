import { z } from 'zod';
import type { Disagreement } from '../../model/agreement.js';
import type { Decision } from '../../model/decision.js';
import { groupBy } from '../coding/group-by.js';
import { groupTaggings } from '../coding/group-taggings.js';
import { outlineThemes } from '../coding/outline-themes.js';
import { contextSchema, createContextCutter } from '../printing/cut-context.js';
import { createQuotePrinter, printedQuoteSchema } from '../printing/printed-quote.js';
import type { ReportInput } from '../report.js';

const disputedQuoteSchema = printedQuoteSchema.extend({
  context: contextSchema,
  applies: z.array(z.string()).describe('coders who gave the theme'),
  doesNotApply: z.array(z.string()).describe('coders who judged the quote and did not give it'),
  instead: z.array(z.string()).describe('labels of the themes that the latter gave and the former did not'),
  notes: z.array(z.strictObject({ coder: z.string(), note: z.string() })),
});

export const disagreementsSchema = z
  .array(
    z.strictObject({
      id: z.string(),
      label: z.string(),
      include: z.string().describe('what belongs to it'),
      exclude: z.string().describe('what does not'),
      count: z.int().min(1).describe('quotes on which coders disagree'),
      quotes: z.array(disputedQuoteSchema).describe('those that may be shown'),
      withheld: z.int().min(0).describe('those that may not be shown'),
    }),
  )
  .describe('theme by theme in the order of the taxonomy; themes without disagreement are not there');
export type Disagreements = z.infer<typeof disagreementsSchema>;
type DisputedQuote = z.infer<typeof disputedQuoteSchema>;

/** Labels of the other themes by theme and quote. */
function readInstead({ study, findConfusions }: ReportInput): (theme: string, quote: string) => string[] {
  const labels = new Map(study.taxonomy.themes.map(({ id, label }) => [id, label]));
  const pairs = findConfusions().pairs.flatMap(({ themes: [a, b], quoteIds }) =>
    quoteIds.flatMap((quote) => [
      { key: `${a} ${quote}`, label: labels.get(b) ?? b },
      { key: `${b} ${quote}`, label: labels.get(a) ?? a },
    ]),
  );
  const grouped = groupBy(pairs, ({ key }) => key);
  return (theme, quote) => (grouped.get(`${theme} ${quote}`) ?? []).map(({ label }) => label);
}

/** The last note of each coder on a theme and a quote. */
function readNotes(decisions: readonly Decision[]): (theme: string, quote: string) => DisputedQuote['notes'] {
  const noted = decisions.filter(({ note }) => note !== undefined);
  const grouped = groupBy(noted, ({ themeId, quoteId }) => `${themeId} ${quoteId}`);
  return (theme, quote) => {
    const last = new Map(
      (grouped.get(`${theme} ${quote}`) ?? []).map(({ coder, note = '' }) => [coder, note]),
    );
    return Array.from(last, ([coder, note]) => ({ coder, note }));
  };
}

function createDescriber(input: ReportInput): (disagreement: Disagreement) => DisputedQuote[] {
  const print = createQuotePrinter({ input, coding: groupTaggings(input), voices: [] });
  const cut = createContextCutter(input);
  const instead = readInstead(input);
  const notes = readNotes(input.study.decisions);
  return ({ theme, quote, applies, doesNotApply }) => {
    const printed = print(quote);
    const found = input.publishable.get(quote);
    if (printed === undefined || found === undefined) return [];
    return [
      {
        ...printed,
        context: cut(found),
        applies: [...applies],
        doesNotApply: [...doesNotApply],
        instead: instead(theme, quote),
        notes: notes(theme, quote),
      },
    ];
  };
}

/** What coders disagree on, with what was said around it, ready for a discussion. */
export function describeDisagreements(input: ReportInput, all: readonly Disagreement[]): Disagreements {
  const describe = createDescriber(input);
  const byTheme = groupBy(all, ({ theme }) => theme);
  return outlineThemes(input.study.taxonomy.themes).flatMap(({ theme }) => {
    const own = byTheme.get(theme.id) ?? [];
    if (own.length === 0) return [];
    const { id, label, include, exclude } = theme;
    const quotes = own.flatMap(describe);
    return [{ id, label, include, exclude, count: own.length, quotes, withheld: own.length - quotes.length }];
  });
}
