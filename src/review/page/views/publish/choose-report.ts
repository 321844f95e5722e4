import type { ReportPreview, ReportsView } from '../../../messages/comparing.js';

/** What is to be seen; empty where nothing was chosen yet. */
export type Choice = { readonly report: string; readonly format: string; readonly consent: string };
export type Finding = ReportPreview['findings'][number];

const seen = ['html', 'md'];

/** Formats of a report that can be looked at here, the page first. */
export const findSeenFormats = (formats: readonly string[]): readonly string[] =>
  seen.filter((format) => formats.includes(format));

/**
 * A choice that there is: what was chosen where it is offered, else the first report, a page, and the scope that the
 * study's settings name. Undefined where no report can be looked at.
 */
export function settleChoice(reports: ReportsView, choice: Choice): Choice | undefined {
  const report = reports.reports.find(({ id }) => id === choice.report) ?? reports.reports[0];
  if (report === undefined) return undefined;
  const formats = findSeenFormats(report.formats);
  const format = formats.includes(choice.format) ? choice.format : formats[0];
  const consent = reports.consents.includes(choice.consent) ? choice.consent : reports.consent;
  return format === undefined ? undefined : { report: report.id, format, consent };
}

const formatWords: Readonly<Record<string, string>> = {
  html: 'Page (.html)',
  md: 'Text with marks (.md)',
  json: 'Data (.json)',
  csv: 'Table (.csv)',
  docx: 'Word (.docx)',
  xlsx: 'Workbook (.xlsx)',
  pdf: 'PDF',
};

/** What a format is called. */
export const describeFormat = (format: string): string => formatWords[format] ?? `.${format}`;

const severities: Readonly<Record<Finding['severity'], { readonly sign: string; readonly word: string }>> = {
  refused: { sign: '✕', word: 'Refused' },
  undecided: { sign: '?', word: 'To decide' },
};

/** A sign and a word for what the gate makes of a finding. */
export const describeFindingSeverity = (severity: Finding['severity']) => severities[severity];

/** One sentence for what the gate says of the report. */
export function describeGate({ path, findings }: ReportPreview): string {
  const refused = findings.filter(({ severity }) => severity === 'refused').length;
  const undecided = findings.length - refused;
  if (path === '' && findings.length === 0) return 'This report is refused.';
  if (refused > 0)
    return `${path === '' ? 'This report is refused' : 'These are withheld'}: ${count(refused, 'string')} would identify somebody.`;
  if (undecided > 0) return `${count(undecided, 'string')} may identify somebody: decide before you publish.`;
  return 'The gate found nothing that would identify somebody.';
}

const count = (number: number, one: string) =>
  `${number.toLocaleString('en')} ${one}${number === 1 ? '' : 's'}`;

/** A file name for a download: the study's name in small letters and digits, and the extension. */
export function nameExport(study: string, extension: string): string {
  const name = study
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .slice(0, 60);
  return `${name === '' ? 'study' : name}.${extension.replace(/^\./u, '')}`;
}

/** What was written where, in a sentence. */
export function describeWritten(result: {
  readonly folder: string;
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
}): string {
  const { folder, written, unchanged } = result;
  const kept = unchanged.length === 0 ? '' : `${unchanged.join(', ')} was up to date.`;
  if (written.length === 0) return kept === '' ? 'Nothing was written.' : kept;
  return `Written to ${folder}: ${written.join(', ')}. ${kept}`.trim();
}

const quoteParts: readonly (readonly [RegExp, string])[] = [
  [/\.context\.before\b/u, 'in what was said before it'],
  [/\.context\.after\b/u, 'in what was said after it'],
  [/\.attribution\b/u, 'in the line under it'],
];
const themeParts: readonly (readonly [RegExp, string])[] = [
  [/\.themes\[\d+\].*\.(commentary|questions)\b/u, 'the memo of a theme'],
  [/\.themes\[\d+\]\.(label|description|include|exclude|keywords)\b/u, 'what the taxonomy says of a theme'],
];

const findPart = (parts: typeof quoteParts, place: string) =>
  parts.find(([pattern]) => pattern.test(place))?.[1];

/**
 * Where a finding stands, as a person looks for it: the gate names a part of the report's data, such as
 * `themes.dimensions[1].themes[7].representatives[2] (q_5f07).context.before[1].words`.
 */
export function describeFindingPlace(place: string): string {
  const quote = /\((\S+)\)/u.exec(place)?.[1];
  if (quote === undefined) return findPart(themeParts, place) ?? place;
  return `the quote ${quote}, ${findPart(quoteParts, place) ?? 'in its words'}`;
}
