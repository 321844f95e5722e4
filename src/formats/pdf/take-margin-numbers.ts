import type { Page, PlacedText } from './page.js';

export type NumberedPages = {
  /** Without the numbers. */
  readonly pages: readonly Page[];
  /** Baselines of the numbers, by page, where these count paragraphs. */
  readonly paragraphs: readonly (readonly number[])[];
  readonly count: number;
};

/** Fewer numbers beside a text are chance. */
const fewestNumbers = 3;
/** Of the steps from one number to the next, so many must go up. */
const leastRising = 0.8;
/** Of the lines, so many at most have a number where paragraphs are counted. */
const mostNumbered = 0.9;
/** An edge at which less of the text begins is no edge. */
const leastShareOfEdge = 0.05;

const isNumber = ({ text }: PlacedText) => /^\s*\d{1,5}\s*$/.test(text);

/**
 * Takes out the numbers of lines or paragraphs that stand left of the text, as MAXQDA and word processors print them:
 * bare numbers left of every edge at which text begins, that mostly rise.
 */
export function takeMarginNumbers(pages: readonly Page[]): NumberedPages {
  const edge = findLeftEdge(pages);
  const isBeside = (text: PlacedText) => isNumber(text) && text.right < edge;
  const found = pages.map(({ texts }) =>
    texts.filter(isBeside).toSorted((one, other) => one.baseline - other.baseline),
  );
  const count = found.flat().length;
  if (count < fewestNumbers || !rise(found)) return { pages, paragraphs: [], count: 0 };
  const bare = pages.map((page) => ({ ...page, texts: page.texts.filter((text) => !isBeside(text)) }));
  return { pages: bare, paragraphs: countParagraphs(bare, found), count };
}

/** The leftmost edge, in points, at which a share of the words begins. */
function findLeftEdge(pages: readonly Page[]): number {
  const words = pages.flatMap(({ texts }) => texts.filter((text) => !isNumber(text)));
  const counts = new Map<number, number>();
  for (const { left } of words) counts.set(Math.floor(left), (counts.get(Math.floor(left)) ?? 0) + 1);
  const edges = [...counts].filter(([, count]) => count >= words.length * leastShareOfEdge);
  return edges.reduce((least, [left]) => Math.min(least, left), Number.POSITIVE_INFINITY);
}

/** Paragraphs are counted through, by ones; lines have a number each, or each fifth has one. */
function countParagraphs(
  pages: readonly Page[],
  found: readonly (readonly PlacedText[])[],
): readonly (readonly number[])[] {
  const numbers = found.flat().map(({ text }) => Number(text));
  const byOne = numbers.slice(1).filter((number, index) => number === (numbers[index] ?? 0) + 1).length;
  const lines = pages.reduce(
    (sum, { texts }) => sum + new Set(texts.map(({ baseline }) => baseline)).size,
    0,
  );
  const areParagraphs = byOne >= (numbers.length - 1) * leastRising && numbers.length <= lines * mostNumbered;
  return areParagraphs ? found.map((texts) => texts.map(({ baseline }) => baseline)) : [];
}

/** Numbers of lines may begin again on each page. */
function rise(found: readonly (readonly PlacedText[])[]): boolean {
  const steps = found.flatMap((texts) =>
    texts.slice(1).map(({ text }, index) => Number(text) - Number(texts[index]?.text ?? 0)),
  );
  return steps.filter((step) => step > 0).length >= steps.length * leastRising;
}
