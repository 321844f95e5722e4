import { ToolkitError } from '../errors.js';
import type { Quote } from '../model/quote.js';
import type { Figure } from '../reporting/contract/figure.js';
import { findReport } from '../reporting/index.js';
import type { Report, ReportFormat, ReportInput } from '../reporting/report.js';
import { drawFigures } from './draw-figures.js';
import { type DecidedIdentifiers, guardPublication, type Leak, refuseLeaks } from './guard-publication.js';
import { listLines, listOutgoing, type OutgoingText } from './guarding/outgoing-text.js';
import { listOfficeFormats, type OfficeFormat, renderOffice } from './render-office.js';
import { nameEdition, renderReport, type Templates } from './render-report.js';
import { listChartFiles } from './rendering/list-chart-files.js';
import { listPictures } from './rendering/picture.js';

export type MakeReportsRequest = {
  readonly input: ReportInput;
  /** Report ids, e.g. `themes`. */
  readonly kinds: readonly string[];
  /** Without it, every format that a report has but those of office programs, `docx` and `xlsx`. */
  readonly formats?: readonly string[];
  /** Whether each chart of these reports is a file too: the drawing, and the spec to restyle it. */
  readonly charts?: boolean;
  readonly templates: Templates;
  /** What was decided on identifiers; without it nobody began to. */
  readonly decided?: DecidedIdentifiers;
  /** Called with what may tell who somebody is and nobody decided on, where that is let through. */
  readonly onUndecided?: (found: readonly Leak[]) => void;
  readonly onReport?: (name: string, done: number, total: number) => void;
};

/** A report ready to be written: `themes.html` and its content, which is bytes for office programs only. */
export type ReportFile<Content = string | Uint8Array> = { readonly name: string; readonly content: Content };

type FileFormat = ReportFormat | OfficeFormat;
/** A file, and all that its template printed, where it has one. */
type Rendered = { readonly file: ReportFile; readonly printed?: string };

/**
 * Draws the charts that the reports print, builds each report's data once and renders it in each format asked for.
 * Throws `ToolkitError` for an unknown kind, a format that none of the kinds has, a template that cannot be used, and
 * `publication-refused` where something may tell who somebody is (see `guardPublication`).
 */
export async function makeReports(request: MakeReportsRequest): Promise<readonly ReportFile[]> {
  const reports = request.kinds.map(findReport);
  const input = { ...request.input, figures: await drawFigures(request.input, request.kinds) };
  const jobs = reports.map((report) => ({
    report,
    input: chooseInput(report, input),
    formats: chooseFormats(report, request.formats),
  }));
  checkFormats(reports, request.formats);
  const total = jobs.reduce((sum, { report, formats }) => sum + listEditions(report, formats).length, 0);
  const outgoing: (readonly OutgoingText[])[] = [];
  const rendered: Rendered[] = [];
  for (const { report, input, formats } of jobs) {
    const data = report.build(input);
    outgoing.push(listOutgoing(data, report.id));
    for (const { format, edition } of listEditions(report, formats)) {
      const name = `${nameEdition(report, edition)}.${format}`;
      request.onReport?.(name, rendered.length, total);
      rendered.push(await renderFile(name, { report, format, edition, data, input, request }));
    }
  }
  const quotes = listPrinted(jobs.map(({ input }) => input));
  const texts = [...outgoing.flat(), ...listRendered(rendered, request.templates)];
  const drawn = request.charts === true ? [...input.figures.values()].flat() : [];
  guardReports({ texts: [...texts, ...drawn.flatMap(listWords)], quotes }, request);
  return [...rendered.map(({ file }) => file), ...listChartFiles(drawn)];
}

/** All that a chart says in words stands in its table and beside it. */
function listWords({ id, svg, spec, ...beside }: Figure): readonly OutgoingText[] {
  return listOutgoing(beside, id);
}

type Job = {
  readonly report: Report;
  readonly format: FileFormat;
  readonly edition: string | undefined;
  readonly data: unknown;
  readonly input: ReportInput;
  readonly request: MakeReportsRequest;
};

async function renderFile(name: string, { input, request, format, ...job }: Job): Promise<Rendered> {
  const { templates } = request;
  if (format === 'docx' || format === 'xlsx') {
    const pictures = listPictures([...input.figures.values()].flat());
    const study = input.study.settings;
    const { content, markdown } = await renderOffice({ ...job, format, templates, study, pictures });
    return { file: { name, content }, ...(markdown === undefined ? {} : { printed: markdown }) };
  }
  const drawings = format === 'html' ? listDrawings(input) : undefined;
  const content = renderReport({ ...job, format, templates, drawings });
  const isPrinted = format === 'md' || format === 'html';
  return { file: { name, content }, ...(isPrinted ? { printed: content } : {}) };
}

/** A report for one use only is made for it, whatever use was asked for. */
function chooseInput({ use }: Report, input: ReportInput): ReportInput {
  if (use === undefined || use === input.consent) return input;
  return { ...input.forUse(use), figures: input.figures };
}

/** One file a format, or one for each edition in it. */
function listEditions({ editions = {} }: Report, formats: readonly FileFormat[]) {
  return formats.flatMap((format): { format: FileFormat; edition: string | undefined }[] => {
    const named =
      format === 'docx' ? listDocuments(editions) : format === 'xlsx' ? undefined : editions[format];
    return (named ?? [undefined]).map((edition) => ({ format, edition }));
  });
}

/** Word documents are of the editions in Markdown; what has no page in HTML, such as slides, is no document. */
function listDocuments({ md, html }: NonNullable<Report['editions']>): readonly string[] | undefined {
  return html === undefined ? md : md?.filter((edition) => html.includes(edition));
}

function listDrawings({ figures }: ReportInput): ReadonlyMap<string, string> {
  return new Map(
    [...figures.values()].flat().flatMap(({ id, svg }) => (svg === undefined ? [] : [[id, svg] as const])),
  );
}

/** A study's own template may join what is apart in the data; a shipped one prints each value by itself. */
function listRendered(rendered: readonly Rendered[], templates: Templates): readonly OutgoingText[] {
  if ([...templates.values()].every(({ file }) => file.startsWith('themeloom/templates/'))) return [];
  return rendered.flatMap(({ file, printed }) =>
    printed === undefined ? [] : listLines(printed, file.name),
  );
}

type Outgoing = { readonly texts: readonly OutgoingText[]; readonly quotes: Iterable<Quote> };

function guardReports(outgoing: Outgoing, request: MakeReportsRequest): void {
  const { study } = request.input;
  const verdict = guardPublication({ ...outgoing, study, decided: request.decided });
  refuseLeaks(verdict);
  if (verdict.undecided.length > 0) request.onUndecided?.(verdict.undecided);
}

/** The quotes that any of the reports may print, each once. */
function listPrinted(inputs: readonly ReportInput[]): Iterable<Quote> {
  return new Map(inputs.flatMap(({ publishable }) => [...publishable])).values();
}

function chooseFormats(report: Report, wanted: readonly string[] | undefined): readonly FileFormat[] {
  return wanted === undefined
    ? report.formats
    : listFormats(report).filter((format) => wanted.includes(format));
}

function listFormats(report: Report): readonly FileFormat[] {
  return [...report.formats, ...listOfficeFormats(report)];
}

function checkFormats(reports: readonly Report[], wanted: readonly string[] = []): void {
  const offered = new Set<string>(reports.flatMap(listFormats));
  const missing = wanted.find((format) => !offered.has(format));
  if (missing !== undefined) {
    throw new ToolkitError('unknown-report-format', `no report asked for can be written as "${missing}"`, {
      hint: `These can be had: ${[...offered].join(', ')}.`,
    });
  }
}
