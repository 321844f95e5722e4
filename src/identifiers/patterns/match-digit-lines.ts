import type { Span } from '../../model/span.js';
import { spanMatches } from './span-matches.js';

/** UTF-16 units; lines with digits that are nearer to each other are looked at in one go. */
const NEAR = 200;

/**
 * As `spanMatches`, but only in lines that hold a digit, and those between them: speech has few, and a pattern that
 * cannot match without a digit need not try the others.
 */
export function matchDigitLines(text: string, pattern: RegExp): readonly Span[] {
  const found: Span[] = [];
  const digit = /\d/g;
  for (let hit = digit.exec(text); hit !== null; ) {
    const from = text.lastIndexOf('\n', hit.index) + 1;
    let to = findLineEnd(text, hit.index);
    do {
      digit.lastIndex = to;
      hit = digit.exec(text);
      if (hit !== null && hit.index - to < NEAR) to = findLineEnd(text, hit.index);
      else break;
    } while (hit !== null);
    for (const { start, end } of spanMatches(text.slice(from, to), pattern))
      found.push({ start: from + start, end: from + end });
  }
  return found;
}

function findLineEnd(text: string, index: number): number {
  const end = text.indexOf('\n', index);
  return end < 0 ? text.length : end;
}
