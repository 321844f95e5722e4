import { ToolkitError } from '../../errors.js';
import {
  type Analysis,
  analyseStudy,
  countTexts,
  gatherReportInput,
  guardPublication,
  type Leak,
  listOutgoing,
  makeReports,
  type readTemplates,
  reports,
  settleTaggings,
} from '../../index.js';
import { type ConsentScope, consentScopeSchema } from '../../model/participant.js';
import type { ReportPreview } from '../messages/comparing.js';
import type { Desk, Suggested } from './desk.js';
import { recall } from './tables/recall.js';
import { wrapAsPage } from './views/wrap-as-page.js';

export type PreviewRequest = {
  readonly report: string;
  readonly format: string;
  readonly consent: string;
  /** ISO day on which consent is judged. */
  readonly today: string;
  /** Of the tool, to be printed. */
  readonly version?: string;
  readonly templates: ReturnType<typeof readTemplates>;
};

/** A report as a page, empty where the gate refused, and what the gate found. */
export type PreviewedReport = Omit<ReportPreview, 'path'> & { readonly html: string };

type Report = (typeof reports)[number];
type Input = ReturnType<typeof gatherReportInput>;
type Finding = ReportPreview['findings'][number];

/** The consent of a name. Throws `ToolkitError` `unknown-consent`. */
export function readConsent(name: string): ConsentScope {
  const read = consentScopeSchema.safeParse(name);
  if (read.success) return read.data;
  throw new ToolkitError('unknown-consent', `there is no use called "${name}"`, {
    hint: `There are: ${[...consentScopeSchema.values].join(', ')}.`,
  });
}

function findReport(id: string): Report {
  const report = reports.find((each) => each.id === id);
  if (report !== undefined) return report;
  throw new ToolkitError('unknown-report', `there is no report "${id}"`, {
    hint: `There are: ${reports.map((each) => each.id).join(', ')}.`,
  });
}

/** Whether these are all suggestions of a version of the study, learned from all that was decided in it. */
const isWhole = ({ version, basis }: Suggested, wanted: number) =>
  version === wanted && basis.stage === 'whole' && basis.dropped === 0;

/** What machines made of this very study is used again; else it is made now, which takes as long as `run`. */
function analyse({ reading: { study }, made, version }: Desk): Analysis {
  if (made?.suggestions === undefined || made.clustering === undefined || made.version !== version)
    return analyseAnew(study);
  if (!isWhole(made.suggestions, version)) return analyseAnew(study);
  const { suggestions } = made.suggestions;
  const { quotes, decisions, settings } = study;
  const counted = countTexts(
    quotes.map(({ exact }) => exact),
    settings.language,
  );
  return {
    study,
    counted,
    suggestions,
    clustering: made.clustering,
    taggings: settleTaggings(decisions, suggestions),
  };
}

const analyseAnew = recall((study: Desk['reading']['study']) => analyseStudy(study));

/** All that reports are made from, for a use of what was said. */
export function prepareReports(
  desk: Desk,
  request: Pick<PreviewRequest, 'consent' | 'today' | 'version'>,
): Input {
  const { anchorings, decided } = desk.reading;
  const { today, version } = request;
  return gatherReportInput({
    analysis: analyse(desk),
    anchorings,
    decided,
    consent: readConsent(request.consent),
    today,
    ...(version === undefined ? {} : { version }),
  });
}

type LeakList = { readonly leaks: readonly Leak[]; readonly severity: Finding['severity'] };

/** Findings of the gate, each with the quote that its place names in brackets, so that it can be looked at. */
function showLeaks({ reading: { study } }: Desk, { leaks, severity }: LeakList): Finding[] {
  const homes = new Map(study.quotes.map(({ id, transcriptId }) => [id, transcriptId]));
  return leaks.map(({ kind, place, masked }) => {
    const named = /\((\S+)\)/u.exec(place)?.[1] ?? '';
    const transcript = homes.get(named) ?? '';
    const quote = transcript === '' ? '' : named;
    return { place, text: `${kind.replaceAll('-', ' ')} ${masked}`, severity, quote, transcript };
  });
}

/** All that the gate refuses in a report: the refusal itself names only the first. */
function listRefused(desk: Desk, report: Report, input: Input): Finding[] {
  const { study, decided } = desk.reading;
  const own = report.use === undefined || report.use === input.consent ? input : input.forUse(report.use);
  const texts = listOutgoing(report.build(own), report.id);
  const { refused, undecided } = guardPublication({
    texts,
    study,
    quotes: own.publishable.values(),
    decided,
  });
  return [
    ...showLeaks(desk, { leaks: refused, severity: 'refused' }),
    ...showLeaks(desk, { leaks: undecided, severity: 'undecided' }),
  ];
}

/** Why quotes are not printed, and how many: each reason once. */
function listLeftOut({ leftOut }: Input): string[] {
  const counts = new Map<string, number>();
  for (const { reason } of leftOut) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return Array.from(counts, ([reason, count]) => `${count} ${count === 1 ? 'quote' : 'quotes'}: ${reason}`);
}

/** What a browser can show: an office file is looked at as the page that it is made like. */
function chooseFormat({ formats }: Report, wanted: string): string {
  return (
    formats.find((format) => format === wanted) ??
    formats.find((format) => format === 'html') ??
    formats[0] ??
    'md'
  );
}

/**
 * A report as it would be written now, as a page of its own, with what the gate finds in it, masked, and what is left out. Throws
 * `ToolkitError` `unknown-report`, `unknown-consent`, and what a template of the study's own throws.
 */
export async function previewReport(desk: Desk, request: PreviewRequest): Promise<PreviewedReport> {
  const report = findReport(request.report);
  const input = prepareReports(desk, request);
  const leftOut = listLeftOut(input);
  const undecided: Leak[] = [];
  try {
    const files = await makeReports({
      input,
      kinds: [report.id],
      formats: [chooseFormat(report, request.format)],
      templates: request.templates,
      decided: desk.reading.decided,
      onUndecided: (found) => undecided.push(...found),
    });
    const findings = showLeaks(desk, { leaks: undecided, severity: 'undecided' });
    return { html: wrapAsPage(files[0]), findings, leftOut };
  } catch (error) {
    if (!(error instanceof ToolkitError) || error.code !== 'publication-refused') throw error;
    return { html: '', findings: listRefused(desk, report, input), leftOut };
  }
}
