import { z } from 'zod';
import type {
  Agreement,
  CoefficientFigures,
  CoefficientNote,
  Convention,
  StudyAgreement,
} from '../../model/agreement.js';
import { printedTableSchema } from '../contract/figure.js';

const valueSchema = z.strictObject({
  coefficient: z.string().describe('id of the coefficient'),
  theme: z.string().optional().describe('id of the theme; missing for all themes pooled'),
  label: z.string().describe('label of the theme'),
  value: z.number().optional(),
  low: z.number().optional().describe('of the 95 % interval from drawing the units anew'),
  high: z.number().optional(),
  analyticLow: z.number().optional().describe('of the 95 % interval by formula'),
  analyticHigh: z.number().optional(),
  observed: z.number().optional().describe('share of pairs of coders who say the same'),
  prevalence: z.number().optional().describe('share of units that have the theme, in the mean of the coders'),
  n: z.number().describe('units that were compared'),
  undefinedBecause: z.string().optional().describe('why there is no value'),
});
export type AgreementValue = z.infer<typeof valueSchema>;

export const comparisonSchema = z.strictObject({
  unit: z.string().describe('quote or character'),
  title: z.string(),
  explanation: z.string().describe('what was compared'),
  overview: printedTableSchema.describe('theme by theme: the coefficients most often asked for'),
  gaps: z.array(z.string()).describe('why values are missing'),
  coefficients: z
    .array(
      z.strictObject({
        id: z.string(),
        label: z.string(),
        source: z.string().describe('where the formula stands'),
        convention: z.string().optional().describe('how values are commonly read, and who says so'),
        table: printedTableSchema.describe('with both intervals'),
      }),
    )
    .describe('every coefficient'),
  values: z.array(valueSchema).describe('the same as numbers'),
});
export type Comparison = z.infer<typeof comparisonSchema>;

const POOLED = 'All themes, pooled';

/** Two decimals; what rounds to nothing has no sign. */
const show = (value: number | undefined) =>
  value === undefined
    ? '–'
    : value
        .toFixed(2)
        .replace(/^-(?=0\.00$)/, '')
        .replace('-', '−');
const showRange = (low: number | undefined, high: number | undefined) =>
  low === undefined || high === undefined ? '–' : `${show(low)} to ${show(high)}`;
const showShare = (share: number | undefined) => (share === undefined ? '–' : `${Math.round(share * 100)} %`);

function readValue(figures: CoefficientFigures, labels: ReadonlyMap<string, string>): AgreementValue {
  const { id, theme, value, interval, analytic, observed, prevalence, n, undefinedBecause } = figures;
  return {
    coefficient: id,
    ...(theme === null ? {} : { theme }),
    label: theme === null ? POOLED : (labels.get(theme) ?? theme),
    ...(value === null ? {} : { value }),
    ...(interval === null ? {} : { low: interval[0], high: interval[1] }),
    ...(analytic === null ? {} : { analyticLow: analytic[0], analyticHigh: analytic[1] }),
    ...(observed === null ? {} : { observed }),
    ...(prevalence === null ? {} : { prevalence }),
    n,
    ...(undefinedBecause === null ? {} : { undefinedBecause }),
  };
}

/** The coefficients of the overview. Cohen's kappa is for two coders; Conger's is the same for two, and for more. */
export function chooseShown({ unit, coders }: Agreement): readonly { id: string; sign: string }[] {
  const first =
    unit === 'quote' ? { id: 'krippendorff-alpha', sign: 'α' } : { id: 'unitizing-alpha', sign: 'αᵤ' };
  const kappa = { id: coders.length === 2 ? 'cohen-kappa' : 'conger-kappa', sign: 'κ' };
  return [first, kappa, { id: 'gwet-ac1', sign: 'AC1' }];
}

function tabulateOverview(agreement: Agreement, values: readonly AgreementValue[]) {
  const shown = chooseShown(agreement);
  const columns = shown.map(({ id }) => values.filter(({ coefficient }) => coefficient === id));
  const header = ['Theme', agreement.unit === 'quote' ? 'Quotes' : 'Characters', 'Same answer', 'Prevalence'];
  const rows = (columns[0] ?? []).map(({ label, n, observed, prevalence }, row) => [
    label,
    String(n),
    showShare(observed),
    showShare(prevalence),
    ...columns.flatMap((column) => {
      const own = column[row];
      return [show(own?.value), showRange(own?.low, own?.high)];
    }),
  ]);
  return { header: [...header, ...shown.flatMap(({ sign }) => [sign, '95 %'])], rows };
}

/** For each reason the themes that have no value because of it, as the first coefficient tells it. */
function tellGaps(values: readonly AgreementValue[]): string[] {
  const themes = new Map<string, string[]>();
  for (const { undefinedBecause, theme, label } of values) {
    if (undefinedBecause === undefined || theme === undefined) continue;
    const own = themes.get(undefinedBecause) ?? [];
    own.push(label);
    themes.set(undefinedBecause, own);
  }
  return Array.from(themes, ([reason, labels]) => `No value for ${labels.join(', ')}: ${reason}.`);
}

const endSentence = (text: string) => (text.endsWith('.') ? text : `${text}.`);

function tellConvention(conventions: readonly Convention[]): { convention?: string } {
  const [first] = conventions;
  if (first === undefined) return {};
  const read = conventions.map(({ value, label }) => `“${label}” from ${value.toFixed(3).replace(/0$/, '')}`);
  return {
    convention: `Commonly read as ${read.join(' and ')}, which is a convention: ${endSentence(first.source)}`,
  };
}

function describeCoefficient(
  { id, label, source, conventions }: CoefficientNote,
  values: readonly AgreementValue[],
) {
  return {
    id,
    label,
    source: endSentence(source),
    ...tellConvention(conventions),
    table: {
      header: ['Theme', 'Value', '95 % by drawing anew', '95 % by formula'],
      rows: values.map((one) => [
        one.label,
        one.value === undefined ? (one.undefinedBecause ?? '–') : show(one.value),
        showRange(one.low, one.high),
        showRange(one.analyticLow, one.analyticHigh),
      ]),
    },
  };
}

function explain({ unit, coders, basis }: Agreement): string {
  const share = basis.of === 0 ? 0 : Math.round((basis.compared / basis.of) * 100);
  const names = coders.join(', ');
  return unit === 'quote'
    ? `${names}: ${basis.compared} of ${basis.of} quotes were judged by at least two of them (${share} %; 10 to 25 % of the data is usual, O’Connor & Joffe 2020). Each theme is taken by itself: it applies to a quote, or it does not. Who decided anything of a quote in a dimension is taken to have judged all its themes for it.`
    : `${names}: they marked passages of their own in ${basis.compared} of ${basis.of} transcripts. αᵤ compares where the passages lie; the other coefficients take every character for a unit.`;
}

/** The figures of one unit; none for a reflexive study, and where nothing could be compared. */
export function describeComparison(
  agreement: Agreement,
  notes: StudyAgreement['coefficients'],
  labels: ReadonlyMap<string, string>,
): Comparison[] {
  const { unit, coefficients, basis } = agreement;
  if (coefficients.length === 0 || basis.compared === 0) return [];
  const values = coefficients.map((one) => readValue(one, labels));
  const of = (id: string) => values.filter(({ coefficient }) => coefficient === id);
  return [
    {
      unit,
      title: unit === 'quote' ? 'Quote by quote' : 'Where the passages lie',
      explanation: explain(agreement),
      overview: tabulateOverview(agreement, values),
      gaps: tellGaps(of(chooseShown(agreement)[0]?.id ?? '')),
      coefficients: notes.flatMap((note) => {
        const own = of(note.id);
        return own.length === 0 ? [] : [describeCoefficient(note, own)];
      }),
      values,
    },
  ];
}
