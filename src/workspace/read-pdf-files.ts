import { basename, extname } from 'node:path';
import { ToolkitError } from '../errors.js';
import { extractPdfText } from '../formats/pdf/extract-pdf-text.js';
import type { Notice } from '../model/notice.js';
import type { GivenFile, LeftFile } from './import-transcripts.js';
import { readGivenFile } from './read-file.js';
import { studyFolders } from './study-files.js';
import { describeFailure } from './try-reading.js';

/** What a PDF gave: a text file of the same name, or why it gave none. */
export type PdfReading =
  | { readonly kind: 'transcript'; readonly file: GivenFile; readonly notices: readonly Notice[] }
  | { readonly kind: 'left'; readonly left: LeftFile };

const isPdfName = (path: string) => extname(path).toLowerCase() === '.pdf';

/** Reads the text of those files that are named as PDFs, by path; one that gives no text is said. */
export async function readPdfFiles(paths: readonly string[]): Promise<ReadonlyMap<string, PdfReading>> {
  const readings = new Map<string, PdfReading>();
  for (const path of paths) if (isPdfName(path)) readings.set(path, await readPdfFile(path));
  return readings;
}

async function readPdfFile(path: string): Promise<PdfReading> {
  const name = basename(path);
  try {
    const { text, notices } = await extractPdfText({ name, bytes: readGivenFile(path, name) });
    const file = { name: name.replace(/\.pdf$/i, '.txt'), bytes: new TextEncoder().encode(text) };
    const place = { file: `${studyFolders.transcripts}/${file.name}` };
    return { kind: 'transcript', file, notices: notices.map((notice) => ({ ...notice, place })) };
  } catch (error) {
    if (!(error instanceof ToolkitError)) throw error;
    return { kind: 'left', left: { file: name, reason: describeFailure(error) } };
  }
}
