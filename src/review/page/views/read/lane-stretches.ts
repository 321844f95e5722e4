import type { Stretch } from './place-utterance.js';

/** Lines fit under a line of text up to this many; what is deeper shares the last. */
export const LANES = 4;

/**
 * A lane for each stretch, from 0, so that no two that overlap share one (as far as there are lanes). The order in the
 * list does not matter: earlier ones come first, and of those that begin together the longer.
 */
export function laneStretches(stretches: readonly Stretch[]): readonly number[] {
  const order = stretches.map((_, place) => place);
  const at = (place: number): Stretch => stretches[place] ?? { start: 0, end: 0 };
  order.sort((a, b) => at(a).start - at(b).start || at(b).end - at(a).end || a - b);
  const lanes = new Array<number>(stretches.length).fill(0);
  const ends: number[] = [];
  for (const place of order) {
    const { start, end } = at(place);
    const free = ends.findIndex((until) => until <= start);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = end;
    lanes[place] = Math.min(lane, LANES - 1);
  }
  return lanes;
}
