import { z } from 'zod';
import { type Coding, groupTaggings, tallyTheme } from './coding/group-taggings.js';
import { type OutlinedTheme, outlineThemes } from './coding/outline-themes.js';
import { describeStudy, studyFactsSchema } from './contract/study-facts.js';
import { tallyFields } from './contract/tally.js';
import type { Report, ReportInput, Sheet } from './report.js';
import { confusionsSchema, describeConfusions } from './sections/confusions.js';

const entrySchema = z.strictObject({
  id: z.string(),
  number: z.string().describe('"2" or "2.1": its place in the tree'),
  label: z.string(),
  under: z.string().optional().describe('label of the theme above it'),
  description: z.string(),
  include: z.string(),
  exclude: z.string(),
  keywords: z.array(z.string()).describe('as written in the taxonomy: stems, phrases, word*, =Word, a ~3 b'),
  notKeywords: z.array(z.string()),
  examples: z.array(z.string()).describe('examples written in the taxonomy: not quotes of this study'),
  ...tallyFields,
  withSubThemes: z.boolean().describe('true where the counts take in the themes under it'),
  disputed: z.int().min(0).describe('quotes to which one coder said yes and another no: not counted'),
  differing: z
    .int()
    .min(0)
    .optional()
    .describe(
      'quotes that one coder gave it and another judged without giving it; missing for a reflexive study',
    ),
});

const codebookSchema = z.strictObject({
  study: studyFactsSchema,
  dimensions: z
    .array(z.strictObject({ id: z.string(), label: z.string(), themes: z.array(entrySchema) }))
    .describe('in the order of the taxonomy'),
  confusions: confusionsSchema,
});

/** The taxonomy: each theme with its rules, keywords, examples and counts. */
export const codebook: Report = {
  id: 'codebook',
  label: 'Codebook',
  formats: ['md', 'html', 'json'],
  schema: codebookSchema,
  build: buildCodebook,
  listSheets: (data) => [listEntries(codebookSchema.parse(data))],
};

/** One row a theme; several keywords or examples stand in one cell, a line each. */
function listEntries({ dimensions }: z.infer<typeof codebookSchema>): Sheet {
  const texts = ['id', 'number', 'label', 'under', 'description', 'include', 'exclude'] as const;
  const lists = ['keywords', 'notKeywords', 'examples'] as const;
  const counts = ['participants', 'quotes', 'disputed'] as const;
  return {
    name: 'Codebook',
    header: ['dimension', ...texts, ...lists, ...counts],
    rows: dimensions.flatMap(({ label, themes }) =>
      themes.map((entry) => [
        label,
        ...texts.map((name) => entry[name] ?? ''),
        ...lists.map((name) => entry[name].join('\n')),
        ...counts.map((name) => entry[name]),
      ]),
    ),
  };
}

function buildCodebook(input: ReportInput): z.infer<typeof codebookSchema> {
  const { dimensions, themes } = input.study.taxonomy;
  const coding = groupTaggings(input);
  return {
    study: describeStudy(input),
    dimensions: dimensions.map(({ id, label }) => ({
      id,
      label,
      themes: outlineThemes(themes.filter(({ dimension }) => dimension === id)).map((outlined) =>
        describeEntry(outlined, coding, input),
      ),
    })),
    confusions: describeConfusions(input),
  };
}

function describeEntry(
  { theme, number, under, hasSubThemes }: OutlinedTheme,
  coding: Coding,
  input: ReportInput,
) {
  const isReflexive = input.study.settings.approach === 'reflexive';
  const { id, label, description, include, exclude, keywords, notKeywords, examples } = theme;
  return {
    id,
    number,
    label,
    ...(under === undefined ? {} : { under: under.label }),
    description,
    include,
    exclude,
    keywords: [...keywords],
    notKeywords: [...notKeywords],
    examples: [...examples],
    ...tallyTheme(theme, coding),
    withSubThemes: hasSubThemes,
    disputed: coding.disputed.get(id)?.length ?? 0,
    ...(isReflexive ? {} : { differing: input.findConfusions().disagreements.get(id)?.length ?? 0 }),
  };
}
