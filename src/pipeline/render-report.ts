import { ToolkitError } from '../errors.js';
import type { Report, ReportFormat } from '../reporting/report.js';
import { checkTemplate } from './check-template.js';
import { fillTemplate } from './rendering/fill-template.js';
import { formatTable } from './rendering/format-table.js';
import type { Drawings, TemplateFormat } from './rendering/template-helpers.js';
import type { Templates } from './rendering/templates.js';

export type { Templates } from './rendering/templates.js';

export type RenderRequest = {
  readonly report: Pick<Report, 'id' | 'formats' | 'schema' | 'tabulate'>;
  readonly format: ReportFormat;
  /** One of the report's editions in this format, where it has any. */
  readonly edition?: string | undefined;
  /** What `report.build` gave. */
  readonly data: unknown;
  readonly templates: Templates;
  /** What `{{drawing id}}` prints, by id. Plain Markdown shows no charts. */
  readonly drawings?: Drawings | undefined;
};

/**
 * A report as text: `json` is its data, `csv` its table, `md` and `html` come from the template `<report>.<format>.hbs`
 * or `<report>-<edition>.<format>.hbs`, which is first held against the report's contract. Throws `ToolkitError` for a
 * format that the report has not, a missing template, and one that cannot be used.
 */
export function renderReport({ report, format, data, ...others }: RenderRequest): string {
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
  return renderTemplate({ report, data, format, ...others });
}

function renderTemplate(request: RenderRequest & { readonly format: TemplateFormat }): string {
  const { report, format, data, templates, drawings } = request;
  const name = `${nameEdition(report, request.edition)}.${format}.hbs`;
  const template = templates.get(name);
  if (template === undefined) {
    throw new ToolkitError('missing-template', `there is no template ${name}`, {
      place: { file: name },
      hint: 'It is shipped in templates/: install Themeloom again, or put your own into the study.',
    });
  }
  checkTemplate(template, { report, templates });
  return fillTemplate({ template, format, data, templates, drawings });
}

/** What a report's file and template are named, without their extensions. */
export function nameEdition({ id }: Pick<Report, 'id'>, edition: string | undefined): string {
  return edition === undefined ? id : `${id}-${edition}`;
}
