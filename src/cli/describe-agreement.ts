import type { Agreement, CoefficientFigures } from '../index.js';
import { alignColumns } from './align-columns.js';

type Column = { readonly id: string; readonly sign: string };
/** What is told of a coefficient beside its values. */
type Told = { readonly id: string; readonly label: string; readonly convention?: string };

/** The coefficients that a terminal shows; `--json` has all. */
const alpha = { id: 'krippendorff-alpha', sign: 'α' };
const ac1 = { id: 'gwet-ac1', sign: 'AC1' };
const unitizing = { id: 'unitizing-alpha', sign: 'αᵤ' };

const show = (value: number | null | undefined) =>
  value === null || value === undefined ? '–' : value.toFixed(2);

/** Cohen's kappa is for two coders; Conger's is the same for two, and for more. */
function chooseColumns({ unit, coders }: Agreement): readonly Column[] {
  const kappa = { id: coders.length === 2 ? 'cohen-kappa' : 'conger-kappa', sign: 'κ' };
  return unit === 'character' ? [unitizing, kappa, ac1] : [alpha, kappa, ac1];
}

/** A line for each theme, then the pooled one. The first coefficient stands with its interval. */
function describeTable(agreement: Agreement, columns: readonly Column[]): readonly string[] {
  const figures = new Map<string, CoefficientFigures[]>();
  for (const one of agreement.coefficients) figures.set(one.id, [...(figures.get(one.id) ?? []), one]);
  const [first, ...others] = columns.map(({ id }) => figures.get(id) ?? []);
  const rows = (first ?? []).map(({ theme, value, interval, observed, prevalence, n }, row) => [
    theme ?? 'all themes, pooled',
    show(value),
    interval === null ? '–' : interval.map(show).join(' to '),
    ...others.map((other) => show(other[row]?.value)),
    show(observed),
    show(prevalence),
    String(n),
  ]);
  const [sign = '', ...signs] = columns.map((column) => column.sign);
  const header = ['theme', sign, '95 %', ...signs, 'observed', 'prevalence', `${agreement.unit}s`];
  return alignColumns([header, ...rows]);
}

/** For each reason the themes that have no value because of it. */
function describeGaps(figures: readonly CoefficientFigures[]): readonly string[] {
  const themes = new Map<string, string[]>();
  for (const { theme, undefinedBecause } of figures) {
    if (undefinedBecause === null || theme === null) continue;
    const known = themes.get(undefinedBecause);
    if (known === undefined) themes.set(undefinedBecause, [theme]);
    else known.push(theme);
  }
  return Array.from(themes, ([reason, list]) => `no value for ${list.join(', ')}: ${reason}`);
}

function describeFigures(agreement: Agreement, shelf: readonly Told[]): readonly string[] {
  const { coefficients } = agreement;
  const columns = chooseColumns(agreement);
  const ids = columns.map(({ id }) => id);
  const gaps = describeGaps(coefficients.filter(({ id }) => id === ids[0]));
  if (coefficients.every(({ value }) => value === null)) return gaps;
  return [
    ...describeTable(agreement, columns),
    '',
    ...gaps,
    ...shelf.flatMap(({ id, label, convention }) =>
      convention !== undefined && ids.includes(id) ? [`convention for ${label}: ${convention}`] : [],
    ),
  ];
}

/** What the figures rest on, the figures as a table, why some are missing, and how values are commonly read. */
export function describeAgreement(agreement: Agreement, shelf: readonly Told[]): readonly string[] {
  const { unit, coders, coefficients, basis } = agreement;
  if (coefficients.length === 0) return [];
  const units = unit === 'quote' ? 'quotes judged by at least two' : 'transcripts worked on by all';
  const share = basis.of === 0 ? 0 : Math.round((basis.compared / basis.of) * 100);
  return [
    `coders: ${coders.length === 0 ? 'none' : coders.join(', ')}`,
    `${basis.compared} of ${basis.of} ${units} (${share} %; 10 to 25 % of the data is usual: O’Connor & Joffe 2020)`,
    '',
    ...describeFigures(agreement, shelf),
  ];
}
