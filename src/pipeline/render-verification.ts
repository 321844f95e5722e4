import { ToolkitError } from '../errors.js';
import { verificationPageSchema } from '../reporting/contract/verification-page.js';
import { buildVerificationPage, type VerificationRequest } from './checking/build-verification-page.js';
import { renderReport, type Templates } from './render-report.js';

export type { VerificationRequest, VerifiedDraft } from './checking/build-verification-page.js';

const formats = ['md', 'html'] as const;

/** What a report on drafts is written as, by its file's name. Throws `ToolkitError` `unknown-report-format`. */
export function chooseVerificationFormat(file: string): (typeof formats)[number] {
  const format = formats.find((each) => file.toLowerCase().endsWith(`.${each}`));
  if (format !== undefined) return format;
  throw new ToolkitError('unknown-report-format', `${file}: a report on drafts is .md or .html`, {
    hint: 'Name it so: --report checked.html',
    place: { file },
  });
}

/**
 * A check of drafts as Markdown or HTML, by the name of the file that it is for. Throws `ToolkitError`
 * `unknown-report-format`, and for a template that is missing or cannot be used.
 */
export function renderVerification(
  request: VerificationRequest,
  { file, templates }: { readonly file: string; readonly templates: Templates },
): string {
  const format = chooseVerificationFormat(file);
  const report = { id: 'verification', formats, schema: verificationPageSchema };
  return renderReport({ report, format, data: buildVerificationPage(request), templates });
}
