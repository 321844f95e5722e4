import { z } from 'zod';
import { groupTaggings, tallyTheme } from './coding/group-taggings.js';
import { outlineThemes } from './coding/outline-themes.js';
import { listSubjectDimensions, listVoices } from './coding/voices.js';
import { describeStudy, studyFactsSchema } from './contract/study-facts.js';
import { tallyFields } from './contract/tally.js';
import {
  createQuotePrinter,
  type PrintedQuote,
  printedQuoteSchema,
  printQuotes,
} from './printing/printed-quote.js';
import type { Report, ReportInput } from './report.js';
import { createMemoReader, memoFields } from './sections/memo.js';

/** As many people speak under a theme, each once. */
const QUOTES_PER_THEME = 3;

const articleSchema = z.strictObject({
  study: studyFactsSchema,
  themes: z
    .array(
      z.strictObject({
        id: z.string(),
        number: z.int().min(1),
        label: z.string(),
        description: z.string(),
        ...tallyFields,
        people: z.array(printedQuoteSchema).describe('up to three quotes, each from another participant'),
        ...memoFields,
      }),
    )
    .describe(
      'themes of the first dimension in the order of the taxonomy; a theme with nothing to tell is not there',
    ),
});

/** The form in which findings are published: numbered themes, what people say, the commentary, questions. */
export const article: Report = {
  id: 'article',
  label: 'Article',
  formats: ['md', 'html', 'json'],
  schema: articleSchema,
  build: buildArticle,
};

function buildArticle(input: ReportInput): z.infer<typeof articleSchema> {
  const { taxonomy, memos } = input.study;
  const coding = groupTaggings(input);
  const print = createQuotePrinter({ input, coding, voices: listVoices(taxonomy) });
  const readMemo = createMemoReader({ memos });
  const [first] = listSubjectDimensions(taxonomy);
  const told = outlineThemes(taxonomy.themes.filter(({ dimension }) => dimension === first?.id))
    .map(({ theme }) => ({
      id: theme.id,
      label: theme.label,
      description: theme.description,
      ...tallyTheme(theme, coding),
      people: choosePeople(printQuotes(listPicked(input, theme.id), print)),
      ...readMemo(theme.id),
    }))
    .filter(({ people, commentary, questions }) => people.length + questions.length > 0 || commentary);
  return {
    study: describeStudy(input),
    themes: told.map((theme, index) => ({ ...theme, number: index + 1 })),
  };
}

function listPicked({ picks }: ReportInput, themeId: string): string[] {
  return (picks.get(themeId)?.quotes ?? []).map(({ quote }) => quote.id);
}

function choosePeople(quotes: readonly PrintedQuote[]): PrintedQuote[] {
  const seen = new Set<string>();
  const firsts = quotes.filter(({ participant }) => !seen.has(participant) && seen.add(participant));
  return firsts.slice(0, QUOTES_PER_THEME);
}
