/** A note beside the text: where it would like to begin, and how tall it is, in pixels from the top of its utterance. */
export type Wish = { readonly top: number; readonly height: number };

/** Where each note begins, so that none covers another and each is as near to its place as those above let it. */
export function stackNotes(wishes: readonly Wish[], gap: number): readonly number[] {
  let free = 0;
  return wishes.map(({ top, height }) => {
    const placed = Math.max(free, top);
    free = placed + height + gap;
    return placed;
  });
}
