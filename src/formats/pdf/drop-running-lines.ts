import type { PrintedLine } from './page.js';

export type CleanedPages = {
  readonly pages: readonly (readonly PrintedLine[])[];
  /** Lines left out, each as often as it was printed. */
  readonly dropped: readonly string[];
};

/** Lines at the top and at the bottom of a page that may run through all pages. */
const depth = 2;
/** Points by which a running line may move from page to page. */
const sway = 3;

const pageNumber =
  /^(?:(?:page|seite|página|pagina|p\.|s\.)\s*)?[-–—]?\s*\d{1,4}(?:\s*(?:\/|of|von|de|di)\s*\d{1,4})?\s*[-–—]?$/i;

/** On so many pages one line is no chance; on fewer, it must be on all. */
const enoughPages = 3;
/** Somebody may begin two pages with the same answer. */
const labelled = /^[^:]{1,30}:/;

type Place = { readonly key: string; readonly baseline: number; readonly page: number };

/**
 * Leaves out what is printed on page after page: page numbers that stand alone, and first or last lines that come
 * back, digits aside, at the same height on most pages.
 */
export function dropRunningLines(pages: readonly (readonly PrintedLine[])[]): CleanedPages {
  const places = pages.flatMap((lines, page) =>
    listEdges(lines).map(({ text, baseline }): Place => ({ key: foldDigits(text), baseline, page })),
  );
  const dropped: string[] = [];
  const kept = pages.map((lines) => {
    const edges = new Set(listEdges(lines));
    const running = lines.filter(
      (line) => edges.has(line) && (isPageNumber(line, lines) || isRunning(line, places, pages.length)),
    );
    dropped.push(...running.map(({ text }) => text));
    return lines.filter((line) => !running.includes(line));
  });
  return { pages: kept, dropped };
}

function listEdges(lines: readonly PrintedLine[]): readonly PrintedLine[] {
  return lines.length <= 2 * depth ? lines : [...lines.slice(0, depth), ...lines.slice(-depth)];
}

function isPageNumber(line: PrintedLine, lines: readonly PrintedLine[]): boolean {
  return pageNumber.test(line.text) && (line === lines[0] || line === lines.at(-1));
}

function isRunning({ text, baseline }: PrintedLine, places: readonly Place[], count: number): boolean {
  const key = foldDigits(text);
  const on = new Set(
    places
      .filter((place) => place.key === key && Math.abs(place.baseline - baseline) <= sway)
      .map(({ page }) => page),
  );
  const isOnAll = on.size === count && count > 1 && !labelled.test(text);
  return (on.size >= enoughPages || isOnAll) && on.size * 2 > count;
}

function foldDigits(text: string): string {
  return text.replace(/\d+/g, '0');
}
