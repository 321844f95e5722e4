import type { DenseFloats } from './kernels/kernels.js';

/** Two groups that become one, each named by one of its rows, and their mean similarity. */
export type Merge = { readonly into: number; readonly from: number; readonly similarity: number };

function compareAll({ width, values }: DenseFloats): readonly Float64Array[] {
  const count = values.length / Math.max(width, 1);
  const similarities = Array.from({ length: count }, () => new Float64Array(count));
  for (const [row, own] of similarities.entries()) {
    for (let other = row; other < count; other += 1) {
      let sum = 0;
      for (let i = 0; i < width; i += 1) {
        sum += (values[row * width + i] ?? 0) * (values[other * width + i] ?? 0);
      }
      own[other] = sum;
      const back = similarities[other];
      if (back !== undefined) back[row] = sum;
    }
  }
  return similarities;
}

/** The group nearest to `group`; on a tie `favoured`, else the first. */
function findNearest(
  group: number,
  similarities: readonly Float64Array[],
  sizes: Uint32Array,
  favoured: number,
) {
  let nearest = favoured;
  let highest = favoured < 0 ? Number.NEGATIVE_INFINITY : (similarities[group]?.[favoured] ?? 0);
  for (let other = 0; other < sizes.length; other += 1) {
    if (other === group || sizes[other] === 0) continue;
    const similarity = similarities[group]?.[other] ?? 0;
    if (similarity > highest) {
      highest = similarity;
      nearest = other;
    }
  }
  return { nearest, similarity: highest };
}

/** The mean similarity of a group to the union of two is the mean of both, weighted by size (Lance and Williams). */
function mergeGroups(
  into: number,
  from: number,
  similarities: readonly Float64Array[],
  sizes: Uint32Array,
): void {
  const a = sizes[into] ?? 0;
  const b = sizes[from] ?? 0;
  sizes[into] = a + b;
  sizes[from] = 0;
  for (let other = 0; other < sizes.length; other += 1) {
    if (other === into || sizes[other] === 0) continue;
    const mean = ((similarities[into]?.[other] ?? 0) * a + (similarities[from]?.[other] ?? 0) * b) / (a + b);
    const towards = similarities[into];
    const back = similarities[other];
    if (towards !== undefined) towards[other] = mean;
    if (back !== undefined) back[into] = mean;
  }
}

/**
 * Average-link agglomeration of rows of length 1 by cosine, as the list of its n − 1 merges, the likest first. Takes
 * time and memory in proportion to n²: nearest-neighbour chains (Murtagh 1983). No randomness.
 */
export function linkRows(rows: DenseFloats): readonly Merge[] {
  const similarities = compareAll(rows);
  const sizes = new Uint32Array(similarities.length).fill(1);
  const merges: Merge[] = [];
  const chain: number[] = [];
  while (merges.length + 1 < sizes.length) {
    if (chain.length === 0) chain.push(sizes.findIndex((size) => size > 0));
    const group = chain.at(-1) ?? 0;
    const before = chain.at(-2) ?? -1;
    const { nearest, similarity } = findNearest(group, similarities, sizes, before);
    if (nearest !== before) {
      chain.push(nearest);
      continue;
    }
    chain.length -= 2;
    const [into, from] = group < before ? [group, before] : [before, group];
    mergeGroups(into, from, similarities, sizes);
    merges.push({ into, from, similarity });
  }
  return merges.sort((a, b) => b.similarity - a.similarity);
}

/** The groups that are left when `k` are: by row a number from 0, in the order of each group's first row. */
export function cutMerges(merges: readonly Merge[], k: number): Uint32Array {
  const rows = merges.length + 1;
  const parents = Uint32Array.from({ length: rows }, (_, row) => row);
  const rootOf = (row: number): number => {
    let root = row;
    while (parents[root] !== root) root = parents[root] ?? root;
    return root;
  };
  for (const { into, from } of merges.slice(0, Math.max(rows - k, 0))) {
    const [low, high] = [rootOf(into), rootOf(from)].sort((a, b) => a - b);
    parents[high ?? 0] = low ?? 0;
  }
  const numbers = new Map<number, number>();
  return Uint32Array.from(parents, (_, row) => {
    const root = rootOf(row);
    const number = numbers.get(root) ?? numbers.size;
    numbers.set(root, number);
    return number;
  });
}
