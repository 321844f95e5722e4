import type { Stretch } from './place-utterance.js';

/** A bar of the strip, in thousandths of its height. */
export type Bar = { readonly top: number; readonly height: number };

/** Thinner bars would not be seen. */
const LEAST = 3;

/** Where a stretch lies in a text of `length` units. */
export function placeBar({ start, end }: Stretch, length: number): Bar {
  if (length <= 0) return { top: 0, height: LEAST };
  const height = Math.max(LEAST, ((end - start) / length) * 1000);
  return { top: Math.min((start / length) * 1000, 1000 - height), height };
}

/** The nearest stretch before (-1) or after (1) `offset`; `undefined` where there is none. */
export function findNeighbour<T extends Stretch>(
  stretches: readonly T[],
  offset: number,
  direction: 1 | -1,
): T | undefined {
  const sorted = [...stretches].sort((a, b) => a.start - b.start || a.end - b.end);
  return direction > 0
    ? sorted.find(({ start }) => start > offset)
    : sorted.findLast(({ start }) => start < offset);
}
