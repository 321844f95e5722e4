import { ToolkitError } from '../errors.js';
import type { Report } from '../reporting/report.js';
import { renderReport, type Templates } from './render-report.js';
import { addressPicture, type Picture } from './rendering/picture.js';

/** Formats of office programs: Word documents and Excel workbooks. */
export type OfficeFormat = 'docx' | 'xlsx';

export type OfficeRequest = {
  readonly report: Pick<Report, 'id' | 'label' | 'formats' | 'schema' | 'tabulate' | 'listSheets'>;
  readonly format: OfficeFormat;
  readonly edition?: string | undefined;
  /** What `report.build` gave. */
  readonly data: unknown;
  readonly templates: Templates;
  readonly study: { readonly name: string; readonly language: string };
  /** The charts that `{{drawing id}}` prints, by id. */
  readonly pictures?: ReadonlyMap<string, Picture>;
};

/** A file of an office program, and the Markdown that it was made of, where it was. */
export type OfficeFile = { readonly content: Uint8Array; readonly markdown?: string };

/** Every report that can be had as Markdown can be had as a Word document, and all tables as a workbook. */
export function listOfficeFormats(
  report: Pick<Report, 'formats' | 'tabulate' | 'listSheets'>,
): OfficeFormat[] {
  const { formats, tabulate, listSheets = tabulate } = report;
  return [
    ...(formats.includes('md') ? (['docx'] as const) : []),
    ...(listSheets === undefined ? [] : (['xlsx'] as const)),
  ];
}

/**
 * A report for an office program: `docx` by its Markdown template, the study's own included, with the charts drawn in
 * it; `xlsx` by its table. The same report gives the same bytes. Throws `ToolkitError` as `renderReport` does. What
 * writes the files is loaded when it is first asked for.
 */
export async function renderOffice(request: OfficeRequest): Promise<OfficeFile> {
  const { report, format, data } = request;
  if (!listOfficeFormats(report).includes(format)) throw isNotOffered(request);
  if (format === 'docx') return renderDocument(request);
  const { writeWorkbook } = await import('../packages/write-workbook.js');
  return { content: await writeWorkbook(listSheets(report, data)) };
}

function listSheets({ label, tabulate, listSheets: list }: OfficeRequest['report'], data: unknown) {
  return list?.(data) ?? [{ name: label, ...(tabulate?.(data) ?? { header: [], rows: [] }) }];
}

async function renderDocument(request: OfficeRequest): Promise<OfficeFile> {
  const { report, edition, data, templates, study, pictures = new Map<string, Picture>() } = request;
  const drawings = new Map([...pictures.keys()].map((id) => [id, `![](${addressPicture(id)})\n\n`]));
  const markdown = renderReport({ report, format: 'md', edition, data, templates, drawings });
  const { renderWord } = await import('./rendering/render-word.js');
  const title = `${study.name} – ${report.label}`;
  return { content: await renderWord(markdown, { title, language: study.language, pictures }), markdown };
}

function isNotOffered({ report, format }: OfficeRequest): ToolkitError {
  return new ToolkitError(
    'unknown-report-format',
    `the report "${report.id}" cannot be written as ${format}`,
    { hint: `It can be had as ${[...report.formats, ...listOfficeFormats(report)].join(', ')}.` },
  );
}
