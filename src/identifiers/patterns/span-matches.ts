import type { Span } from '../../model/span.js';

/** Spans of all matches of a global pattern, or of the group that matched where it has groups. */
export function spanMatches(text: string, pattern: RegExp): readonly Span[] {
  return [...text.matchAll(pattern)].map((match) => {
    const whole = match[0];
    const part = match.slice(1).find((group) => group !== undefined) ?? whole;
    const start = match.index + whole.lastIndexOf(part);
    return { start, end: start + part.length };
  });
}
