/** Places of similarities above 0, the largest first, as many as there is room for; overwritten at each search. */
export type Nearest = { readonly places: Int32Array; readonly similarities: Float64Array };

export function makeNearest(most: number): Nearest {
  return { places: new Int32Array(most), similarities: new Float64Array(most) };
}

/** Writes the largest similarities, the first of equal ones first, and gives their number; `self` is left out. */
export function findNearest(all: Float64Array, self: number, { places, similarities }: Nearest): number {
  const most = places.length;
  let count = 0;
  let least = 0;
  for (let place = 0; place < all.length; place += 1) {
    const similarity = all[place] ?? 0;
    if (similarity <= least || place === self) continue;
    let at = count < most ? count : most - 1;
    while (at > 0 && (similarities[at - 1] ?? 0) < similarity) {
      places[at] = places[at - 1] ?? 0;
      similarities[at] = similarities[at - 1] ?? 0;
      at -= 1;
    }
    places[at] = place;
    similarities[at] = similarity;
    if (count < most) count += 1;
    if (count === most) least = similarities[most - 1] ?? 0;
  }
  return count;
}
