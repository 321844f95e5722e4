import { renderReport } from '../../src/pipeline/render-report.js';
import type { Report, ReportFormat, ReportInput } from '../../src/reporting/report.js';
import { readTemplates } from './read-templates.js';

const templates = readTemplates();

export type Page = { readonly name: string; readonly text: string };

/** What a report is in one format: a page, or one for each edition, with its charts. */
export function renderPages(report: Report, format: ReportFormat, input: ReportInput): readonly Page[] {
  const data = report.build(input);
  const drawn = new Map(
    [...input.figures.values()]
      .flat()
      .flatMap(({ id, svg }) => (svg === undefined ? [] : [[id, svg] as const])),
  );
  const drawings = format === 'html' ? drawn : undefined;
  return (report.editions?.[format] ?? [undefined]).map((edition) => ({
    name: edition === undefined ? report.id : `${report.id}-${edition}`,
    text: renderReport({ report, format, edition, data, templates, drawings }),
  }));
}
