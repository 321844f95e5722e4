import { findChromium } from './find-chromium.js';
import { printPdf } from './print-pdf.js';
import { writeIfChanged } from './write-file.js';

export type WrittenReports = {
  /** Names, relative to the folder. */
  readonly written: readonly string[];
  /** Those that already held the same, left untouched. */
  readonly unchanged: readonly string[];
};

export type WritableFile = { readonly name: string; readonly content: string | Uint8Array };
export type WriteReportsOptions = {
  /** Whether each page of HTML is also written as PDF, as a Chromium on this machine prints it. */
  readonly pdf?: boolean;
};

/**
 * Writes reports into a folder, which is made if it is missing, each whole or not at all. Throws `ToolkitError` as
 * `writeFile` does, `outside-folder` for a name that leads out of the folder; for PDF also `no-chromium` (before
 * anything is written) and `pdf-failed`.
 */
export function writeReports(
  folder: string,
  files: readonly WritableFile[],
  { pdf = false }: WriteReportsOptions = {},
): WrittenReports {
  const printed = pdf ? printPages(files) : [];
  const outcomes = [...files, ...printed].map(({ name, content }) => ({
    name,
    wrote: writeIfChanged({ folder, file: name }, content),
  }));
  return {
    written: outcomes.filter(({ wrote }) => wrote).map(({ name }) => name),
    unchanged: outcomes.filter(({ wrote }) => !wrote).map(({ name }) => name),
  };
}

function printPages(files: readonly WritableFile[]): readonly WritableFile[] {
  const chromium = findChromium();
  return files.flatMap(({ name, content }) =>
    name.endsWith('.html') && typeof content === 'string'
      ? [{ name: name.replace(/html$/, 'pdf'), content: printPdf(content, chromium) }]
      : [],
  );
}
