/** A stretch of text to be drawn in some way. Stretches may overlap, touch and be empty. */
export type TextMark = {
  readonly start: number;
  readonly end: number;
  readonly className: string;
};

/** A piece of text under the same marks all along; `marks` are their places in the list, in order. */
export type Segment = { readonly start: number; readonly end: number; readonly marks: readonly number[] };

/**
 * Cuts the stretch from `start` to `end` into pieces where marks begin or end. The pieces follow each other without a
 * gap; what lies outside is left out, and so are empty marks.
 */
export function segmentText(
  start: number,
  end: number,
  marks: readonly { readonly start: number; readonly end: number }[],
): readonly Segment[] {
  if (end <= start) return [];
  const cuts = new Set([start, end]);
  for (const mark of marks) {
    if (mark.end <= mark.start) continue;
    if (mark.start > start && mark.start < end) cuts.add(mark.start);
    if (mark.end > start && mark.end < end) cuts.add(mark.end);
  }
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).map((from, index) => {
    const to = places[index + 1] ?? end;
    const under = marks.flatMap((mark, place) => (mark.start <= from && mark.end >= to ? [place] : []));
    return { start: from, end: to, marks: under };
  });
}
