import type { Span } from '../../model/span.js';
import type { FoundSpan } from '../identifier.js';
import { findSpokenNames } from './find-spoken-names.js';
import type { JudgedText } from './judge-run.js';
import { measureCasing } from './measure-casing.js';

const line = /[^\n]+/gu;

/** The lines of a text that have nothing but capitals, in order: there they tell nothing. */
export function findShoutedLines(text: string): readonly Span[] {
  return [...text.matchAll(line)].flatMap(({ index, 0: own }) =>
    measureCasing(own) === 'upper' ? [{ start: index, end: index + own.length }] : [],
  );
}

/** Names in such lines, found as in text without capitals. */
export function findShoutedNames(judged: JudgedText, lines: readonly Span[]): readonly FoundSpan[] {
  return lines.flatMap(({ start, end }) =>
    findSpokenNames({ ...judged, text: judged.text.slice(start, end) }).map((found) => ({
      ...found,
      start: start + found.start,
      end: start + found.end,
    })),
  );
}

/** Of some ordered spans those that begin in none of others, which are in order too. */
export function leaveOut<Found extends Span>(
  found: readonly Found[],
  others: readonly Span[],
): readonly Found[] {
  let next = 0;
  return found.filter(({ start }) => {
    while ((others[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++;
    return (others[next]?.start ?? Number.POSITIVE_INFINITY) > start;
  });
}
