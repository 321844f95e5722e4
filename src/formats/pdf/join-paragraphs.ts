import { acceptLabels } from '../turns/accept-labels.js';
import { joinHyphens } from './join-hyphens.js';
import type { PrintedLine } from './page.js';

/** Times the usual distance of lines: from here on a paragraph ends. */
const paragraphGap = 1.3;
/** Times the size of the letters: an indent, and how far a full line may stay from the right edge. */
const indent = 1;
const slack = 1.5;

/** Lower case goes on with a sentence, unless it counts: `b)`, `iv.`. */
const goesOnInLowerCase = /^\p{Ll}(?!\p{Ll}{0,2}[.)])/u;

/** Lines of print with the measures of their document. */
type Column = { readonly right: number; readonly distance: number; readonly edge: number };

type Step = { readonly before: PrintedLine; readonly next: PrintedLine; readonly isNewPage: boolean };

export type JoinedPages = { readonly paragraphs: readonly string[]; readonly hyphens: number };

/**
 * Sets lines together to paragraphs. One begins at a speaker's label, at a paragraph's number, below a wider gap,
 * where the left edge changes as at an indent, and where the line above had room for one more word.
 */
export function joinParagraphs(pages: readonly (readonly PrintedLine[])[]): JoinedPages {
  const lines = pages.flat();
  const opens = listOpenings(lines);
  const firsts = new Set(pages.map(([first]) => first));
  const column = measureColumn(pages);
  const paragraphs: PrintedLine[][] = [];
  for (const [index, next] of lines.entries()) {
    const before = lines[index - 1];
    const goesOn =
      before !== undefined &&
      !opens.has(index) &&
      !next.isNumbered &&
      !isBreak({ before, next, isNewPage: firsts.has(next) }, column);
    const last = paragraphs.at(-1);
    if (goesOn && last !== undefined) last.push(next);
    else paragraphs.push([next]);
  }
  return joinHyphens(paragraphs.map((paragraph) => paragraph.map(({ text }) => text)));
}

/** Indices of the lines that begin with a speaker's label. */
function listOpenings(lines: readonly PrintedLine[]): ReadonlySet<number> {
  const texts = lines.map(({ text }, index) => ({ text, line: index + 1 }));
  return new Set(acceptLabels(texts).openings.keys());
}

function isBreak({ before, next, isNewPage }: Step, { right, distance, edge }: Column): boolean {
  const step = isNewPage ? distance : next.baseline - before.baseline;
  if (step > paragraphGap * distance || step <= 0) return true;
  if (next.left - before.left > indent * next.size && before.left - edge <= indent * next.size) {
    // Below a label the speech is set in: a line further in goes on unless the one above was full of speech too.
    return !startsWithLabel(before) && hadRoom(before, next, right);
  }
  const isOutdented = before.left - next.left > indent * next.size && next.left <= edge;
  if (isOutdented && startsWithLabel(next)) return true;
  return hadRoom(before, next, right);
}

function startsWithLabel({ text }: PrintedLine): boolean {
  return /^\P{Ll}[^:\t]{0,40}(?::|\t)/u.test(text);
}

/** Whether the first word of a line would have fitted at the end of the line above, and may begin a sentence. */
function hadRoom(before: PrintedLine, next: PrintedLine, right: number): boolean {
  if (goesOnInLowerCase.test(next.text)) return false;
  const letter = (next.right - next.left) / Math.max(1, next.text.length);
  const word = /^\S*/.exec(next.text)?.[0].length ?? 0;
  return before.right + (word + 1) * letter + slack * next.size < right;
}

function measureColumn(pages: readonly (readonly PrintedLine[])[]): Column {
  const lines = pages.flat();
  const distances = pages.flatMap((page) =>
    page.slice(1).map(({ baseline }, index) => baseline - (page[index]?.baseline ?? 0)),
  );
  return {
    right: findQuantile(
      lines.map(({ right }) => right),
      0.9,
    ),
    distance: findQuantile(distances, 0.25),
    edge: findQuantile(
      lines.map(({ left }) => left),
      0.1,
    ),
  };
}

/** The value below which so large a share of the values lies; 0 of none. */
function findQuantile(values: readonly number[], share: number): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length * share)] ?? 0;
}
