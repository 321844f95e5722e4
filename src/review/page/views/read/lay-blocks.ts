import type { Stretch } from './place-utterance.js';

/** Utterances that are drawn and left out together: `from` in, `to` out. */
export type Block = { readonly from: number; readonly to: number };

/** How the column sets text, for a guess at heights before anything is drawn. Lengths in CSS pixels. */
export type TypeSetting = {
  readonly charsPerLine: number;
  readonly lineHeight: number;
  /** Between two utterances. */
  readonly gap: number;
};

/** A block holds about this much text: a screen or two. */
export const BLOCK_CHARS = 4000;

/** Up to this length a transcript is drawn whole, so that the browser's own search finds everything in it. */
export const WHOLE_CHARS = 80_000;

/** Cuts the utterances into blocks of about `chars` characters; a longer utterance is a block alone. */
export function cutBlocks(
  utterances: readonly { readonly span: Stretch }[],
  chars: number = BLOCK_CHARS,
): readonly Block[] {
  const blocks: Block[] = [];
  let from = 0;
  let held = 0;
  utterances.forEach(({ span }, place) => {
    const length = span.end - span.start;
    if (place > from && held + length > chars) {
      blocks.push({ from, to: place });
      from = place;
      held = 0;
    }
    held += length;
  });
  return from < utterances.length ? [...blocks, { from, to: utterances.length }] : blocks;
}

/** A guess at each block's height in pixels. */
export function guessHeights(
  blocks: readonly Block[],
  utterances: readonly { readonly span: Stretch }[],
  { charsPerLine, lineHeight, gap }: TypeSetting,
): Float64Array {
  return Float64Array.from(blocks, ({ from, to }) => {
    let height = 0;
    for (let place = from; place < to; place += 1) {
      const span = utterances[place]?.span ?? { start: 0, end: 0 };
      height += Math.max(1, Math.ceil((span.end - span.start) / charsPerLine)) * lineHeight + gap;
    }
    return height;
  });
}

/** Where each block begins, and, last, where the last one ends: one more than there are heights. */
export function sumHeights(heights: Float64Array): Float64Array {
  const tops = new Float64Array(heights.length + 1);
  for (let place = 0; place < heights.length; place += 1)
    tops[place + 1] = (tops[place] ?? 0) + (heights[place] ?? 0);
  return tops;
}

/** Place of the block at `y`: the last that begins at or above it. */
export function findBlockAt(tops: Float64Array, y: number): number {
  let low = 0;
  let high = Math.max(0, tops.length - 2);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((tops[middle] ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Places of the blocks to draw for the screen from `from` to `to`, a margin above and below it: `from` in, `to` out. */
export function findWindow(
  tops: Float64Array,
  screen: { readonly from: number; readonly to: number; readonly margin: number },
): Block {
  const count = tops.length - 1;
  if (count <= 0) return { from: 0, to: 0 };
  const first = findBlockAt(tops, screen.from - screen.margin);
  return { from: first, to: Math.max(first, findBlockAt(tops, screen.to + screen.margin)) + 1 };
}

/** Place of the block that holds an utterance. */
export function findBlockOf(blocks: readonly Block[], utterance: number): number {
  const place = blocks.findIndex(({ to }) => utterance < to);
  return place < 0 ? Math.max(0, blocks.length - 1) : place;
}
