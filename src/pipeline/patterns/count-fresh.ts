import type { Orders } from '../../text/measures/list-orders.js';

/** Themes that an interview is the first to hold, order by order: `size` orders of `width` interviews each. */
export type FreshCounts = {
  readonly counts: Uint32Array;
  readonly width: number;
  readonly size: number;
};

/** Themes that the same interviews hold count as one of that weight: eight interviews have 255 such kinds at most. */
type Kinds = { readonly held: readonly Uint32Array[]; readonly weights: Uint32Array };

/** How many themes each interview adds in each order. */
export function countFresh(themes: readonly (readonly number[])[], orders: Orders): FreshCounts {
  const width = themes.length;
  const { held, weights } = joinAlike(themes);
  const counts = new Uint32Array(width * orders.size);
  const seenIn = new Int32Array(weights.length).fill(-1);
  for (let order = 0; order < orders.size; order += 1) {
    for (let at = order * width; at < (order + 1) * width; at += 1) {
      let fresh = 0;
      for (const kind of held[orders.values[at] ?? 0] ?? []) {
        if (seenIn[kind] === order) continue;
        seenIn[kind] = order;
        fresh += weights[kind] ?? 0;
      }
      counts[at] = fresh;
    }
  }
  return { counts, width, size: orders.size };
}

function joinAlike(themes: readonly (readonly number[])[]): Kinds {
  const holders = new Map<number, number[]>();
  for (const [interview, held] of themes.entries()) {
    for (const theme of held) {
      const known = holders.get(theme);
      if (known === undefined) holders.set(theme, [interview]);
      else known.push(interview);
    }
  }
  const kinds = new Map<string, { readonly interviews: readonly number[]; weight: number }>();
  for (const interviews of holders.values()) {
    const key = interviews.join();
    const kind = kinds.get(key);
    if (kind === undefined) kinds.set(key, { interviews, weight: 1 });
    else kind.weight += 1;
  }
  const held = themes.map((): number[] => []);
  for (const [at, { interviews }] of [...kinds.values()].entries())
    for (const interview of interviews) held[interview]?.push(at);
  return {
    held: held.map((own) => Uint32Array.from(own)),
    weights: Uint32Array.from(kinds.values(), ({ weight }) => weight),
  };
}
