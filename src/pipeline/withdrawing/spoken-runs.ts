import type { Span } from '../../model/span.js';
import { foldWord, scanWords } from '../../text/tokenise.js';
import { type TextView, viewText } from './view-text.js';

/** Words in a row by which somebody's words are known again: fewer are anybody's. */
export const RUN_LENGTH = 5;
/** A short text counts as somebody's from here on, where it is said whole by them and by nobody else. */
const SHORTEST_SAYING = 3;

/** The runs of words of one person. */
export type SpokenRuns = {
  /** All that they said, also what others said too. */
  readonly own: ReadonlySet<string>;
  /** Those that nobody else said. */
  readonly telling: ReadonlySet<string>;
  /** What they said and what others said, as words between spaces. */
  readonly said: readonly string[];
  readonly saidByOthers: readonly string[];
};

/** The runs in texts of one person, and which of them are in no text of anybody else. */
export function gatherRuns(own: readonly string[], others: readonly string[]): SpokenRuns {
  const runs = new Set(own.flatMap((text) => listRuns(readWords(text).words)));
  const shared = new Set(others.flatMap((text) => listRuns(readWords(text).words)));
  return {
    own: runs,
    telling: new Set([...runs].filter((run) => !shared.has(run))),
    said: own.map(spaceWords),
    saidByOthers: others.map(spaceWords),
  };
}

/**
 * The passages of a text that are one person's words: stretches covered by their runs, at least one of which nobody else
 * said. Escapes, tags and entities in the text do not hide them.
 */
export function findSpoken(text: string, runs: SpokenRuns): readonly Span[] {
  const spans = viewText(text).flatMap((view) => findInView(view, runs));
  return mergeSpans(spans);
}

/** Puts `mark` in the place of every passage that is one person's words. */
export function redactSpoken(text: string, runs: SpokenRuns, mark = '[withdrawn]'): string {
  return findSpoken(text, runs).reduceRight(
    (redacted, { start, end }) => `${redacted.slice(0, start)}${mark}${redacted.slice(end)}`,
    text,
  );
}

/** Whether a text of a few words, such as an example of a theme, is one person's and nobody else's. */
export function isSaying(text: string, runs: SpokenRuns): boolean {
  if (findSpoken(text, runs).length > 0) return true;
  const words = spaceWords(text);
  if (words.split(' ').length - 2 < SHORTEST_SAYING) return false;
  const isIn = (texts: readonly string[]) => texts.some((said) => said.includes(words));
  return isIn(runs.said) && !isIn(runs.saidByOthers);
}

type Words = { readonly words: readonly string[]; readonly spans: readonly Span[] };

function readWords(text: string): Words {
  const words: string[] = [];
  const spans: Span[] = [];
  scanWords(text, (start, end) => {
    words.push(foldWord(text.slice(start, end)));
    spans.push({ start, end });
  });
  return { words, spans };
}

const spaceWords = (text: string) => ` ${readWords(text).words.join(' ')} `;

function listRuns(words: readonly string[]): readonly string[] {
  return words
    .slice(0, Math.max(0, words.length - RUN_LENGTH + 1))
    .map((_, at) => words.slice(at, at + RUN_LENGTH).join(' '));
}

function findInView({ text, offsets }: TextView, { own, telling }: SpokenRuns): readonly Span[] {
  const { words, spans } = readWords(text);
  const found: { first: number; last: number; isTelling: boolean }[] = [];
  listRuns(words).forEach((run, at) => {
    if (!own.has(run)) return;
    const last = at + RUN_LENGTH - 1;
    const before = found.at(-1);
    if (before === undefined || before.last < at - 1)
      found.push({ first: at, last, isTelling: telling.has(run) });
    else {
      before.last = last;
      before.isTelling ||= telling.has(run);
    }
  });
  return found
    .filter(({ isTelling }) => isTelling)
    .map(({ first, last }) => ({
      start: offsets[spans[first]?.start ?? 0] ?? 0,
      end: (offsets[(spans[last]?.end ?? 1) - 1] ?? 0) + 1,
    }));
}

function mergeSpans(spans: readonly Span[]): readonly Span[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const before = merged.at(-1);
    if (before === undefined || before.end < start) merged.push({ start, end });
    else before.end = Math.max(before.end, end);
  }
  return merged;
}
