import type { z } from 'zod';
import { draftExport, findReportFolder, makeReports, readTemplates, writeReports } from '../../index.js';
import type { Desk } from '../answers/desk.js';
import { prepareReports, previewReport } from '../answers/report-preview.js';
import type { ReportPreview, writtenSchema } from '../messages/comparing.js';
import type { Answer, Question } from './question.js';

type Of<Kind extends Question['kind']> = Extract<Question, { readonly kind: Kind }>;

/** A report to be shown in a frame, and what the page says beside it. Throws `ToolkitError` as `previewReport` does. */
export async function previewForFrame(
  desk: Desk,
  { request, path, today, version }: Of<'preview-report'>,
): Promise<Answer> {
  const templates = readTemplates(desk.reading.folder);
  const { html, ...found } = await previewReport(desk, { ...request, templates, today, version });
  const message: ReportPreview = { path: html === '' ? '' : path, ...found };
  return { json: JSON.stringify(message), ...(html === '' ? {} : { page: html }) };
}

/**
 * Writes one report in one format where the command line writes it too. Throws `ToolkitError`: `publication-refused`, what the
 * disk refuses, and for an unknown report, format or use.
 */
export async function writeReport(
  desk: Desk,
  { request: { report, format, consent }, today, version }: Of<'write-report'>,
): Promise<z.infer<typeof writtenSchema>> {
  const { reading } = desk;
  const folder = findReportFolder(reading);
  const files = await makeReports({
    input: prepareReports(desk, { consent, today, version }),
    kinds: [report],
    formats: [format],
    templates: readTemplates(reading.folder),
    decided: reading.decided,
  });
  const { written, unchanged } = writeReports(folder, files);
  return { folder, written: [...written], unchanged: [...unchanged] };
}

/** The bytes of the study for another tool, for research. Throws `ToolkitError` as `draftExport` does. */
export async function draftFile({ reading }: Desk, { extension, today }: Of<'export'>): Promise<Uint8Array> {
  const { bytes } = await draftExport(reading, { name: `study.${extension.replace(/^\./, '')}`, today });
  return bytes;
}
