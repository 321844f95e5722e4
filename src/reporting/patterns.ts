import { z } from 'zod';
import type { AttributeTable, Patterns } from '../model/pattern.js';
import { figureSchema, printedTableSchema, printFigures } from './contract/figure.js';
import { makeSheet } from './contract/sheet.js';
import { describeStudy, studyFactsSchema } from './contract/study-facts.js';
import type { Report, ReportInput, Sheet } from './report.js';
import { listPairs, pairSchema, printPairs, tabulatePairs } from './sections/pairs.js';
import { tabulateSaturation, tellSaturation } from './sections/saturation.js';

/** Of the section on pairs of themes: a workbook has all of them on one sheet. */
const PAIRS = 'co-occurrence';
/** Below this a corrected p-value is told as unusual: the usual convention, and no more than that. */
const UNUSUAL = 0.05;

const sectionSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  explanation: z.string().describe('how to read what follows'),
  figures: z.array(figureSchema),
  findings: z.array(z.string()).describe('what it shows, in sentences'),
  tables: z.array(printedTableSchema.extend({ title: z.string() })),
});
type Section = z.infer<typeof sectionSchema>;

const patternsSchema = z.strictObject({
  study: studyFactsSchema,
  caveat: z.string().describe('what the numbers cannot say: printed before them'),
  sections: z.array(sectionSchema),
  pairs: z.array(pairSchema).describe('themes that occur together, with the quotes in which to read it'),
  remarks: z.array(z.string()).describe('what there was too little of, or too much'),
});

/** Who voices what, what goes together, and when interviews stopped bringing new themes: charts and their numbers. */
export const patterns: Report = {
  id: 'patterns',
  label: 'Patterns',
  formats: ['md', 'html', 'json'],
  figures: ['prevalence', 'attributes', 'voices', 'co-occurrence', 'saturation'],
  schema: patternsSchema,
  build: buildPatterns,
  listSheets: (data) => listTables(patternsSchema.parse(data)),
};

/** One sheet for the numbers of each chart, and one for each other table. */
function listTables({ sections, pairs }: z.infer<typeof patternsSchema>): readonly Sheet[] {
  const sheets = sections.flatMap(({ id, figures, tables }) => [
    ...figures.map(({ label, table }) => makeSheet(label, table)),
    ...(id === PAIRS ? [] : tables.map(({ title, header, rows }) => makeSheet(title, { header, rows }))),
  ]);
  return pairs.length === 0 ? sheets : [...sheets, tabulatePairs(pairs)];
}

function buildPatterns(input: ReportInput): z.infer<typeof patternsSchema> {
  const found = input.findPatterns();
  const pairs = listPairs(found.coOccurrence, input);
  return {
    study: describeStudy(input),
    caveat: found.caveat,
    sections: [
      describePrevalence(input),
      ...(found.attributes.length === 0 ? [] : [describeAttributes(found, input)]),
      ...(found.voices.voices.length === 0 ? [] : [describeVoices(input)]),
      describePairs(pairs, input),
      describeSaturation(found, input),
    ],
    pairs,
    remarks: found.notices.map(({ message }) => endSentence(message)),
  };
}

function describePrevalence({ figures }: ReportInput): Section {
  return {
    id: 'prevalence',
    title: 'How many voice each theme',
    explanation:
      'A bar is the share of the participants who voice a theme at least once, the themes under it included. The thin line is a 95 % interval (Wilson 1927), as a random draw of as many people would have it. Nobody was drawn here, so that it is only a measure of how little so few people settle.',
    figures: printFigures(figures, 'prevalence'),
    findings: [],
    tables: [],
  };
}

function describeAttributes({ attributes, comparisons }: Patterns, { figures }: ReportInput): Section {
  const unusual = attributes.flatMap((table) => listUnusual(table));
  return {
    id: 'attributes',
    title: 'Who voices what',
    explanation:
      'The participants by what is recorded of them. Groups too small to be told without telling who is in them are left empty or joined.',
    figures: printFigures(figures, 'attributes'),
    findings: [
      ...unusual,
      ...(unusual.length === 0 && comparisons > 0
        ? [
            `No theme differs between groups by more than chance often brings, over all ${comparisons} comparisons.`,
          ]
        : []),
      ...attributes.flatMap(({ attribute, groups }) =>
        groups.flatMap(({ label, suppressedBecause }) =>
          suppressedBecause === undefined
            ? []
            : [`By ${attribute}, ${label || 'not recorded'} is left empty: ${suppressedBecause}.`],
        ),
      ),
    ],
    tables: attributes.flatMap(tabulateTests),
  };
}

function listUnusual({ attribute, rows }: AttributeTable): string[] {
  return rows.flatMap(({ label, test }) =>
    test !== null && test.corrected < UNUSUAL
      ? [
          `${label} – voiced unevenly by ${attribute}: if it were dealt out by chance, so large a difference would be unusual (p ${tellP(test.corrected)}, corrected for all comparisons).`,
        ]
      : [],
  );
}

function tabulateTests({ attribute, rows }: AttributeTable): Section['tables'] {
  const tested = rows.flatMap(({ label, test }) =>
    test === null ? [] : [[label, tellP(test.p), tellP(test.corrected)]],
  );
  const header = ['Theme', 'p', 'p corrected for all comparisons'];
  return tested.length === 0 ? [] : [{ title: `Differences by ${attribute}`, header, rows: tested }];
}

/** With a capital and one full stop. */
function endSentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1).replace(/\.$/, '')}.`;
}

const tellP = (p: number) => (p < 0.001 ? '< 0.001' : p.toFixed(3));

function describeVoices({ figures }: ReportInput): Section {
  return {
    id: 'voices',
    title: 'How the themes are voiced',
    explanation:
      'By how many participants a theme is voiced in each way. A participant may voice a theme in several.',
    figures: printFigures(figures, 'voices'),
    findings: [],
    tables: [],
  };
}

function describePairs(pairs: Parameters<typeof printPairs>[0], { figures }: ReportInput): Section {
  return {
    id: PAIRS,
    title: 'What goes together',
    explanation:
      'How often two themes are given to the same quote, come up in the same utterance, or in the same interview. That they go together does not say that one brings the other.',
    figures: printFigures(figures, 'co-occurrence'),
    findings: [],
    tables: printPairs(pairs),
  };
}

function describeSaturation({ saturation }: Patterns, { figures }: ReportInput): Section {
  return {
    id: 'saturation',
    title: 'When interviews stopped bringing new themes',
    explanation:
      'How many different themes had come up after each interview, in the order in which they were held and over other orders. It is about the themes of this taxonomy, and cannot know of themes that nobody was asked about. The rule is that of Guest, Namey and Chen (2020): the themes that a run of interviews is the first to hold, as a share of those that the first interviews, the base, hold. It is a rule of thumb; whether there were enough interviews also hangs on how much each tells of the question (information power: Malterud, Siersma and Guassora 2016).',
    figures: printFigures(figures, 'saturation'),
    findings: tellSaturation(saturation).map(endSentence),
    tables: tabulateSaturation(saturation),
  };
}
