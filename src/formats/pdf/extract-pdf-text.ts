import { ToolkitError } from '../../errors.js';
import type { Notice } from '../../model/notice.js';
import { dropRunningLines } from './drop-running-lines.js';
import { gatherLines } from './gather-lines.js';
import { joinParagraphs } from './join-paragraphs.js';
import type { Page, PrintedLine } from './page.js';
import { readPages } from './read-pages.js';
import { takeMarginNumbers } from './take-margin-numbers.js';

export type PdfText = {
  /** Paragraphs, parted by blank lines. */
  readonly text: string;
  readonly notices: readonly Notice[];
};

/** From this share of lines on that white space parts in the middle, a page has columns. */
const manyParted = 0.2;

/**
 * The text of a PDF, with a caution that says what was left out and asks to read it through: print does not keep
 * paragraphs. Throws what `readPages` throws, and `pdf-without-text` for scanned pages.
 */
export async function extractPdfText(file: {
  readonly name: string;
  readonly bytes: Uint8Array;
}): Promise<PdfText> {
  return layOutText(file.name, await readPages(file));
}

/** The text of pages whose places are known. Throws `pdf-without-text` where they have none. */
export function layOutText(name: string, printed: readonly Page[]): PdfText {
  const numbered = takeMarginNumbers(printed);
  const lines = numbered.pages.map((page, index) =>
    markNumbered(gatherLines(page), numbered.paragraphs[index] ?? []),
  );
  const { pages, dropped } = dropRunningLines(lines);
  const { paragraphs, hyphens } = joinParagraphs(pages);
  if (paragraphs.length === 0) throw withoutText(name, printed.length);
  const parted = pages.flat().filter(({ isParted }) => isParted).length;
  const areColumns = parted > manyParted * pages.flat().length;
  return {
    text: `${paragraphs.join('\n\n')}\n`,
    notices: [
      tellExtraction(name, {
        pages: printed.length,
        paragraphs: paragraphs.length,
        numbers: numbered.count,
        dropped,
        hyphens,
      }),
      ...(areColumns ? [tellColumns(name)] : []),
    ],
  };
}

function markNumbered(lines: readonly PrintedLine[], numbers: readonly number[]): readonly PrintedLine[] {
  if (numbers.length === 0) return lines;
  return lines.map((line) => ({
    ...line,
    isNumbered: numbers.some((baseline) => Math.abs(baseline - line.baseline) < line.size / 2),
  }));
}

type Extraction = {
  readonly pages: number;
  readonly paragraphs: number;
  readonly numbers: number;
  readonly dropped: readonly string[];
  readonly hyphens: number;
};

function tellExtraction(file: string, done: Extraction): Notice {
  const { pages, paragraphs, numbers, dropped, hyphens } = done;
  const parts = [
    ...(dropped.length === 0
      ? []
      : [
          `${dropped.length} running header(s), footer(s) and page number(s) left out, the first "${cut(dropped[0])}"`,
        ]),
    ...(numbers === 0 ? [] : [`${numbers} numbers in the margin left out`]),
    ...(hyphens === 0 ? [] : [`${hyphens} word(s) joined that were parted at the end of a line`]),
  ];
  const what = [`${pages} page(s) gave ${paragraphs} paragraph(s)`, ...parts].join('; ');
  const message = `${what}. A PDF keeps no paragraphs, and highlights and comments in it are not taken, and words that were deleted with tracked changes may stand in it: read the text through against the PDF before you mark quotes`;
  return { severity: 'caution', code: 'pdf-extracted', message, place: { file } };
}

function tellColumns(file: string): Notice {
  const message =
    'the pages look like columns or tables, which were read across: import the document that the PDF was made from, or set the text right by hand';
  return { severity: 'caution', code: 'pdf-columns', message, place: { file } };
}

function cut(text: string | undefined): string {
  return (text ?? '').slice(0, 60);
}

function withoutText(name: string, pages: number): ToolkitError {
  return new ToolkitError(
    'pdf-without-text',
    `${name} has ${pages} page(s) without any text: a scan, or pictures.`,
    {
      hint: 'Run text recognition (OCR) on it first, or import the document it was made from.',
      place: { file: name },
    },
  );
}
