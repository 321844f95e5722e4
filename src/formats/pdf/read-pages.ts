import { ToolkitError } from '../../errors.js';
import type { Page, PlacedText } from './page.js';

/** Longer files are books: nobody reads an interview of a thousand pages. */
const mostPages = 1000;

/** Sideways text is a watermark or a margin note: its slope is above this. */
const steepest = 0.02;

type Matrix = readonly number[];
type PdfText = { readonly str: string; readonly transform: Matrix; readonly width: number };

/**
 * The text of each page with its places. Throws `pdf-library-missing` where unpdf is not installed, `pdf-not-readable`
 * for a damaged or locked file, `pdf-too-long` above a thousand pages.
 */
export async function readPages({
  name,
  bytes,
}: {
  readonly name: string;
  readonly bytes: Uint8Array;
}): Promise<readonly Page[]> {
  const { getDocumentProxy } = await loadUnpdf(name);
  // The library takes the bytes over and empties them: it gets a copy, and never a Buffer, whose slice is none.
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 }).catch(notReadable(name));
  try {
    if (pdf.numPages > mostPages) throw tooLong(name, pdf.numPages);
    const pages: Page[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number).catch(notReadable(name));
      const view = page.getViewport({ scale: 1 });
      const { items } = await page.getTextContent().catch(notReadable(name));
      const texts = items.flatMap((item) => ('str' in item ? placeText(item, view.transform) : []));
      pages.push({ height: view.height, texts });
      page.cleanup();
    }
    return pages;
  } finally {
    await pdf.destroy();
  }
}

async function loadUnpdf(name: string) {
  try {
    return await import('unpdf');
  } catch (cause) {
    throw new ToolkitError('pdf-library-missing', `${name} is a PDF, and what reads PDFs is not installed.`, {
      hint: 'Install it with npm install unpdf@1.7.0, or save the document as .docx or .txt and import that.',
      place: { file: name },
      cause,
    });
  }
}

function notReadable(name: string): (cause: unknown) => never {
  return (cause) => {
    const isLocked = cause instanceof Error && cause.name === 'PasswordException';
    const what = isLocked ? 'is locked by a password' : 'is damaged or no PDF';
    throw new ToolkitError('pdf-not-readable', `${name} ${what}.`, {
      hint: 'Open it in a PDF reader and save it again without a password, or import the document it was made from.',
      place: { file: name },
      cause,
    });
  };
}

function tooLong(name: string, count: number): ToolkitError {
  return new ToolkitError('pdf-too-long', `${name} has ${count} pages; at most ${mostPages} are read.`, {
    hint: 'Split it into one file per interview.',
    place: { file: name },
  });
}

/** Where a text stands when the page lies upright; none for blanks and for text that runs sideways. */
function placeText({ str, transform, width }: PdfText, view: Matrix): readonly PlacedText[] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = view;
  const [ta = 1, tb = 0, , , x = 0, y = 0] = transform;
  const across = a * ta + c * tb;
  const down = b * ta + d * tb;
  const text = str.replace(/\p{Cc}/gu, ' ');
  if (text.trim() === '' || !(across > 0) || Math.abs(down) > steepest * across) return [];
  const left = a * x + c * y + e;
  const baseline = b * x + d * y + f;
  if (![left, baseline, width].every(Number.isFinite)) return [];
  return [{ text, left, right: left + Math.max(0, width), baseline, size: across }];
}
