import type { Span } from '../model/span.js';

const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;

/** Whether an offset (UTF-16 units) lies between the two halves of a surrogate pair. */
export function splitsPair(text: string, offset: number): boolean {
  return isHigh(text.charCodeAt(offset - 1)) && isLow(text.charCodeAt(offset));
}

/**
 * Up to `length` UTF-16 units before and after a span; one unit less where the cut would fall inside a
 * surrogate pair.
 */
export function cutSurroundings(
  text: string,
  span: Span,
  length: number,
): { prefix: string; suffix: string } {
  const from = Math.max(0, span.start - length);
  const to = Math.min(text.length, span.end + length);
  return {
    prefix: text.slice(splitsPair(text, from) ? from + 1 : from, span.start),
    suffix: text.slice(span.end, splitsPair(text, to) ? to - 1 : to),
  };
}
