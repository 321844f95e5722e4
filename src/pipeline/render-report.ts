import { ToolkitError } from '../errors.js';
import type { Report, ReportFormat } from '../reporting/report.js';
import { checkTemplate } from './check-template.js';
import { fillTemplate } from './rendering/fill-template.js';
import { formatTable } from './rendering/format-table.js';
import type { TemplateFormat } from './rendering/template-helpers.js';
import type { Templates } from './rendering/templates.js';

export type { Templates } from './rendering/templates.js';

export type RenderRequest = {
  readonly report: Pick<Report, 'id' | 'formats' | 'schema' | 'tabulate'>;
  readonly format: ReportFormat;
  /** What `report.build` gave. */
  readonly data: unknown;
  readonly templates: Templates;
};

/**
 * A report as text: `json` is its data, `csv` its table, `md` and `html` come from the template `<report>.<format>.hbs`,
 * which is first held against the report's contract. Throws `ToolkitError` for a format that the report has not, a
 * missing template, and one that cannot be used.
 */
export function renderReport({ report, format, data, templates }: RenderRequest): string {
  if (!report.formats.includes(format)) {
    throw new ToolkitError(
      'unknown-report-format',
      `the report "${report.id}" cannot be written as ${format}`,
      {
        hint: `It can be had as ${report.formats.join(', ')}.`,
      },
    );
  }
  if (format === 'json') return `${JSON.stringify(data, null, 2)}\n`;
  if (format === 'csv') return formatTable(report.tabulate?.(data) ?? { header: [], rows: [] });
  return renderTemplate({ report, data, templates, format });
}

function renderTemplate(request: RenderRequest & { readonly format: TemplateFormat }): string {
  const { report, format, data, templates } = request;
  const name = `${report.id}.${format}.hbs`;
  const template = templates.get(name);
  if (template === undefined) {
    throw new ToolkitError('missing-template', `there is no template ${name}`, {
      place: { file: name },
      hint: 'It is shipped in templates/: install Themeloom again, or put your own into the study.',
    });
  }
  checkTemplate(template, { report, templates });
  return fillTemplate({ template, format, data, templates });
}
