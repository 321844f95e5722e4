import { ToolkitError } from '../errors.js';
import { findReport } from '../reporting/index.js';
import type { Report, ReportFormat, ReportInput } from '../reporting/report.js';
import { type DecidedIdentifiers, guardPublication, type Leak, refuseLeaks } from './guard-publication.js';
import { listLines, listOutgoing, type OutgoingText } from './guarding/outgoing-text.js';
import { renderReport, type Templates } from './render-report.js';

export type MakeReportsRequest = {
  readonly input: ReportInput;
  /** Report ids, e.g. `themes`. */
  readonly kinds: readonly string[];
  /** Without it, every format that a report has. */
  readonly formats?: readonly string[];
  readonly templates: Templates;
  /** What was decided on identifiers; without it nobody began to. */
  readonly decided?: DecidedIdentifiers;
  /** Called with what may tell who somebody is and nobody decided on, where that is let through. */
  readonly onUndecided?: (found: readonly Leak[]) => void;
  readonly onReport?: (name: string, done: number, total: number) => void;
};

/** A report ready to be written: `themes.html` and its content. */
export type ReportFile = { readonly name: string; readonly content: string };

/**
 * Builds each report's data once and renders it in each format asked for. Throws `ToolkitError` for an unknown kind,
 * a format that none of the kinds has, a template that cannot be used, and `publication-refused` where something may
 * tell who somebody is (see `guardPublication`).
 */
export function makeReports(request: MakeReportsRequest): readonly ReportFile[] {
  const reports = request.kinds.map(findReport);
  const jobs = reports.map((report) => ({ report, formats: chooseFormats(report, request.formats) }));
  checkFormats(reports, request.formats);
  const total = jobs.reduce((sum, job) => sum + job.formats.length, 0);
  let done = 0;
  const outgoing: (readonly OutgoingText[])[] = [];
  const files = jobs.flatMap(({ report, formats }) => {
    const data = report.build(request.input);
    outgoing.push(listOutgoing(data, report.id));
    return formats.map((format) => {
      const name = `${report.id}.${format}`;
      request.onReport?.(name, done++, total);
      return { name, content: renderReport({ report, format, data, templates: request.templates }) };
    });
  });
  guardReports([...outgoing.flat(), ...listRendered(files, request.templates)], request);
  return files;
}

/** A study's own template may join what is apart in the data; a shipped one prints each value by itself. */
function listRendered(files: readonly ReportFile[], templates: Templates): readonly OutgoingText[] {
  if ([...templates.values()].every(({ file }) => file.startsWith('themeloom/templates/'))) return [];
  return files.flatMap(({ name, content }) => (/\.(?:md|html)$/.test(name) ? listLines(content, name) : []));
}

function guardReports(texts: readonly OutgoingText[], request: MakeReportsRequest): void {
  const { study, publishable } = request.input;
  const verdict = guardPublication({ texts, study, quotes: publishable.values(), decided: request.decided });
  refuseLeaks(verdict);
  if (verdict.undecided.length > 0) request.onUndecided?.(verdict.undecided);
}

function chooseFormats(report: Report, wanted: readonly string[] | undefined): readonly ReportFormat[] {
  return wanted === undefined ? report.formats : report.formats.filter((format) => wanted.includes(format));
}

function checkFormats(reports: readonly Report[], wanted: readonly string[] = []): void {
  const offered = new Set<string>(reports.flatMap((report) => report.formats));
  const missing = wanted.find((format) => !offered.has(format));
  if (missing !== undefined) {
    throw new ToolkitError('unknown-report-format', `no report asked for can be written as "${missing}"`, {
      hint: `These can be had: ${[...offered].join(', ')}.`,
    });
  }
}
