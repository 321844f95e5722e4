import { z } from 'zod';
import type { Convention, StudyAgreement } from '../model/agreement.js';
import { figureSchema, printFigures } from './contract/figure.js';
import { describeStudy, studyFactsSchema } from './contract/study-facts.js';
import type { Report, ReportInput, Table } from './report.js';
import { chooseShown, comparisonSchema, describeComparison } from './sections/agreement-figures.js';
import { describeDisagreements, disagreementsSchema } from './sections/disagreements.js';

const chartSchema = z
  .strictObject({
    coefficient: z.string().describe('its label'),
    rows: z.array(
      z.strictObject({
        label: z.string(),
        value: z.number().optional(),
        low: z.number().optional(),
        high: z.number().optional(),
        n: z.number(),
        undefinedBecause: z.string().optional(),
      }),
    ),
    conventions: z.array(z.strictObject({ value: z.number(), label: z.string(), source: z.string() })),
  })
  .describe('what the chart is drawn from: the first coefficient of the overview');

type ChartRow = {
  readonly label: string;
  readonly value?: number;
  readonly low?: number;
  readonly high?: number;
  readonly n: number;
  readonly undefinedBecause?: string;
};
type ChartData = { coefficient: string; rows: ChartRow[]; conventions: Convention[] };

const agreementSchema = z.strictObject({
  study: studyFactsSchema,
  off: z.string().optional().describe('why a reflexive study has no figures'),
  remarks: z.array(z.string()).describe('what there was too little of, or what to do'),
  chart: chartSchema,
  figures: z.array(figureSchema),
  comparisons: z
    .array(comparisonSchema)
    .describe('by quote or by character; empty where nothing was compared'),
  disagreements: disagreementsSchema,
});

/** How far coders agree, theme by theme, and every quote on which they do not, in its context. */
export const agreement: Report = {
  id: 'agreement',
  label: 'Agreement',
  formats: ['md', 'html', 'json', 'csv'],
  use: 'research',
  byDefault: false,
  figures: ['agreement'],
  schema: agreementSchema,
  build: buildAgreement,
  tabulate: (data) => tabulateValues(agreementSchema.parse(data)),
};

function buildAgreement(input: ReportInput): z.infer<typeof agreementSchema> {
  const { study, figures } = input;
  const compared = input.compareCoders();
  const { byQuote, byCharacter, coefficients } = compared;
  const labels = new Map(study.taxonomy.themes.map(({ id, label }) => [id, label]));
  const units = byCharacter === undefined ? [byQuote] : [byQuote, byCharacter];
  const isOff = study.settings.approach === 'reflexive';
  const notices = (byCharacter ?? byQuote).notices.map(({ message }) => message);
  return {
    study: describeStudy(input),
    ...(isOff ? { off: notices.join(' ') } : {}),
    remarks: isOff ? [] : notices,
    chart: layOutAgreement(compared, labels),
    figures: isOff ? [] : printFigures(figures, 'agreement'),
    comparisons: units.flatMap((one) => describeComparison(one, coefficients, labels)),
    disagreements: describeDisagreements(
      input,
      units.flatMap(({ disagreements }) => disagreements),
    ),
  };
}

/** What the chart shows: one coefficient, the pooled value first; themes that nobody judged are not there. */
export function layOutAgreement(
  { byQuote, byCharacter, coefficients }: StudyAgreement,
  labels: ReadonlyMap<string, string>,
): ChartData {
  const shown = byCharacter ?? byQuote;
  const [first] = chooseShown(shown);
  const own = shown.coefficients.filter(({ id, n }) => id === first?.id && n > 0);
  const { label = '', conventions = [] } = coefficients.find(({ id }) => id === first?.id) ?? {};
  return {
    coefficient: label,
    rows: [...own.slice(-1), ...own.slice(0, -1)].map(({ theme, value, interval, n, undefinedBecause }) => ({
      label: theme === null ? 'All themes, pooled' : (labels.get(theme) ?? theme),
      ...(value === null ? {} : { value }),
      ...(interval === null ? {} : { low: interval[0], high: interval[1] }),
      n,
      ...(undefinedBecause === null ? {} : { undefinedBecause }),
    })),
    conventions: own.length === 0 ? [] : conventions.map((one) => ({ ...one })),
  };
}

/** One row a coefficient and theme. */
function tabulateValues({ comparisons }: z.infer<typeof agreementSchema>): Table {
  const names = ['value', 'low', 'high', 'analyticLow', 'analyticHigh', 'observed', 'prevalence'] as const;
  const header = ['unit', 'coefficient', 'theme', 'label', ...names, 'n', 'undefinedBecause'];
  const rows = comparisons.flatMap(({ unit, values }) =>
    values.map((one) => [
      unit,
      one.coefficient,
      one.theme ?? '',
      one.label,
      ...names.map((name) => one[name] ?? ''),
      one.n,
      one.undefinedBecause ?? '',
    ]),
  );
  return { header, rows };
}
