import { measureText } from './measure-text.js';

export type Stacked = {
  /** Of the label that was given. */
  readonly index: number;
  readonly text: string;
  /** Counted from 0; labels of one lane do not touch. */
  readonly lane: number;
  /** Where the label begins and ends, in pixels. */
  readonly from: number;
  readonly to: number;
};

export type Stacking = {
  /** Of the plot, in which the labels stay, in pixels. */
  readonly width: number;
  readonly size: number;
  /** Labels that would need more lanes are left out. */
  readonly lanes: number;
};

/** Between two labels of a lane, in pixels. */
const GAP = 10;

/**
 * Sets labels beside their places, each in the first lane where it touches no other: to the right of its place where
 * there is room. From right to left, so that a line to a higher lane passes no label.
 */
export function stackLabels(
  labels: readonly { readonly at: number; readonly text: string }[],
  { width, size, lanes }: Stacking,
): readonly Stacked[] {
  const placed: Stacked[] = [];
  const ordered = labels
    .map((label, index) => ({ ...label, index }))
    .sort((a, b) => b.at - a.at || a.index - b.index);
  for (const { at, text, index } of ordered) {
    const room = measureText(text, size) * 1.03 + 6;
    const from = at + room > width && at - room >= 0 ? at - room : Math.min(at, Math.max(0, width - room));
    const to = from + room;
    const isFree = (lane: number) =>
      placed.every((one) => one.lane !== lane || from > one.to + GAP || to < one.from - GAP);
    const lane = Array.from({ length: lanes }, (_, one) => one).find(isFree);
    if (lane !== undefined) placed.push({ index, text, lane, from, to });
  }
  return placed;
}
