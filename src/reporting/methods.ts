import { z } from 'zod';
import type { Tagging } from '../model/tagging.js';
import { groupTaggings } from './coding/group-taggings.js';
import { describeStudy, studyFactsSchema } from './contract/study-facts.js';
import { type Checklist, checklists } from './methods/checklist-items.js';
import { gatherFacts, type RecordedFacts } from './methods/recorded-facts.js';
import type { Report, ReportInput } from './report.js';

const factSchema = z.strictObject({ name: z.string(), value: z.string() });
type Fact = z.infer<typeof factSchema>;

const methodsSchema = z.strictObject({
  study: studyFactsSchema,
  facts: z
    .array(z.strictObject({ title: z.string(), rows: z.array(factSchema) }))
    .describe('versions, settings, seeds, dates, and who tagged what'),
  checklists: z.array(
    z.strictObject({
      id: z.string(),
      label: z.string(),
      source: z.string(),
      filled: z.int().min(0).describe('items of which something is recorded'),
      items: z.array(
        z.strictObject({
          number: z.string(),
          asks: z.string(),
          answer: z.string().optional().describe('what is recorded; missing where nothing is'),
        }),
      ),
    }),
  ),
});
type MethodsData = z.infer<typeof methodsSchema>;

/** An appendix on how the study was made: two checklists filled from recorded facts alone, and all that a re-run needs. */
export const methods: Report = {
  id: 'methods',
  label: 'Methods',
  formats: ['md', 'html', 'json'],
  schema: methodsSchema,
  build: buildMethods,
};

function buildMethods(input: ReportInput): MethodsData {
  const facts = gatherFacts(input, groupTaggings(input));
  return {
    study: describeStudy(input),
    facts: [
      { title: 'What it was made with', rows: listMakings(input) },
      { title: 'When, by month', rows: listDates(input) },
      { title: 'Who tagged what', rows: listShares(input) },
    ],
    checklists: checklists.map((checklist) => fillChecklist(checklist, facts)),
  };
}

/** Which recorded facts answer an item; an item that is not named here is for the researcher to fill. */
const answers: Readonly<Record<Checklist['id'], Readonly<Record<string, readonly (keyof RecordedFacts)[]>>>> =
  {
    coreq: {
      9: ['approach'],
      12: ['sampleSize'],
      13: ['withdrawals'],
      16: ['sample'],
      22: ['saturation'],
      24: ['coders'],
      25: ['tree'],
      26: ['approach', 'changes'],
      27: ['software'],
      29: ['quotations'],
      31: ['majorThemes'],
      32: ['minorThemes'],
    },
    srqr: {
      S5: ['approach'],
      S9: ['consent'],
      S10: ['interviews', 'changes'],
      S11: ['software'],
      S12: ['sampleSize', 'sample'],
      S14: ['coders', 'tree'],
      S15: ['agreement'],
      S16: ['majorThemes', 'minorThemes', 'memos'],
      S17: ['quotations'],
    },
  };

function fillChecklist(
  { id, label, source, items }: Checklist,
  facts: RecordedFacts,
): MethodsData['checklists'][number] {
  const filled = items.map(({ number, asks }) => {
    const answer = (answers[id][number] ?? []).flatMap((fact) => facts[fact] ?? []).join(' ');
    return { number, asks, ...(answer === '' ? {} : { answer }) };
  });
  return { id, label, source, filled: filled.filter((item) => 'answer' in item).length, items: filled };
}

function listMakings({ study, clustering, taggers, version, consent }: ReportInput): Fact[] {
  const { settings } = study;
  const { minimumGroupSize, quotesPerTheme } = settings.reports;
  return [
    { name: 'Themeloom', value: version ?? '' },
    { name: 'Language of the transcripts', value: settings.language },
    { name: 'Use that the reports are made for', value: consent },
    { name: 'Smallest group that is told', value: String(minimumGroupSize) },
    { name: 'Quotes chosen for a theme', value: String(quotesPerTheme) },
    ...taggers.map(({ label, explanation }) => ({ name: `Suggestions: ${label}`, value: explanation })),
    {
      name: 'Grouping of alike quotes',
      value: `${clustering.method}, ${clustering.clusters.length} groups, seed ${clustering.seed}`,
    },
  ];
}

/** Months: the day of an interview may tell who was interviewed. */
function listDates({ study }: ReportInput): Fact[] {
  const tellRange = (days: readonly string[]) => {
    const [first = '', last = ''] = [days[0], days.at(-1)];
    return first === last ? first : `${first} to ${last}`;
  };
  const interviews = study.transcripts.flatMap(({ date }) => date?.slice(0, 7) ?? []).sort();
  const decided = study.decisions.flatMap(({ decidedAt }) => decidedAt.slice(0, 7) || []).sort();
  return [
    { name: 'Interviews', value: tellRange(interviews) },
    { name: 'Decisions', value: tellRange(decided) },
  ];
}

/** People and machines apart: a machine's suggestion is nobody's decision. */
function listShares({ taggings, countable }: ReportInput): Fact[] {
  const counted = taggings.filter(({ quoteId }) => countable.has(quoteId));
  const accepted = counted.filter(({ status }) => status === 'accepted');
  const count = (all: readonly Tagging[], of: readonly Tagging[]) =>
    of.length === 0 ? '' : `${all.length} of ${of.length} (${Math.round((100 * all.length) / of.length)} %)`;
  const having = (status: Tagging['status']) => counted.filter((tagging) => tagging.status === status);
  return [
    { name: 'Pairs of a quote and a theme', value: String(counted.length) },
    {
      name: 'Decided by people',
      value: count(
        [...counted].filter(({ status }) => status !== 'suggested'),
        counted,
      ),
    },
    { name: 'Accepted by people', value: count(accepted, counted) },
    { name: 'Rejected by people', value: count(having('rejected'), counted) },
    { name: 'In dispute between people', value: count(having('disputed'), counted) },
    {
      name: 'Suggested by machine, decided by nobody, not counted',
      value: count(having('suggested'), counted),
    },
  ];
}
