import { makeDice } from './draw-numbers.js';

/** Up to so many things are put in every order: 8! is 40,320. */
const MOST_PERMUTED = 8;

export type Orders = {
  /** The orders of the numbers from 0 up to `count`, one after the other. */
  readonly values: Uint16Array | Uint32Array;
  /** How many orders there are. */
  readonly size: number;
  /** Whether these are all that there are. */
  readonly isEvery: boolean;
};

/** Every order of `count` things where there are eight at most, each once; else `rounds` orders that the seed decides. */
export function listOrders(count: number, { seed, rounds }: { seed: number; rounds: number }): Orders {
  return count <= MOST_PERMUTED ? permute(count) : drawOrders(count, seed, rounds);
}

/** Permutations of one thing more: it is put at every place of each shorter one. */
function permute(count: number): Orders {
  let orders: number[][] = [[]];
  for (let next = 0; next < count; next += 1) {
    orders = orders.flatMap((order) =>
      Array.from({ length: next + 1 }, (_, place) => order.toSpliced(place, 0, next)),
    );
  }
  return { values: Uint16Array.from(orders.flat()), size: orders.length, isEvery: true };
}

/** Fisher and Yates' shuffle, time after time. */
function drawOrders(count: number, seed: number, rounds: number): Orders {
  const roll = makeDice(seed);
  const values = new Uint32Array(count * rounds);
  const order = Uint32Array.from({ length: count }, (_, at) => at);
  for (let round = 0; round < rounds; round += 1) {
    for (let last = count - 1; last > 0; last -= 1) {
      const other = roll(last + 1);
      const kept = order[last] ?? 0;
      order[last] = order[other] ?? 0;
      order[other] = kept;
    }
    values.set(order, round * count);
  }
  return { values, size: rounds, isEvery: false };
}
