/** By item: the name of its group. */
export type Grouping = readonly (string | number)[];

type Overlap = {
  readonly items: number;
  readonly left: readonly number[];
  readonly right: readonly number[];
  /** Sizes of all overlaps of a left with a right group, each with the sizes of both. */
  readonly cells: readonly { readonly both: number; readonly left: number; readonly right: number }[];
};

function count(names: Grouping): Map<string | number, number> {
  const counts = new Map<string | number, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function overlay(a: Grouping, b: Grouping): Overlap {
  const [left, right] = [count(a), count(b)];
  const cells = new Map<string, { both: number; left: number; right: number }>();
  for (const [item, name] of a.entries()) {
    const other = b[item] ?? '';
    const key = JSON.stringify([name, other]);
    const cell = cells.get(key) ?? { both: 0, left: left.get(name) ?? 0, right: right.get(other) ?? 0 };
    cells.set(key, { ...cell, both: cell.both + 1 });
  }
  return {
    items: a.length,
    left: [...left.values()],
    right: [...right.values()],
    cells: [...cells.values()],
  };
}

/** Normalised mutual information, 0 to 1, divided by the mean of both entropies (Strehl and Ghosh 2002). */
export function measureInformation(a: Grouping, b: Grouping): number {
  const { items, left, right, cells } = overlay(a, b);
  const entropy = (sizes: readonly number[]) =>
    sizes.reduce((sum, size) => sum - (size / items) * Math.log(size / items), 0);
  const shared = cells.reduce(
    (sum, cell) => sum + (cell.both / items) * Math.log((cell.both * items) / (cell.left * cell.right)),
    0,
  );
  const mean = (entropy(left) + entropy(right)) / 2;
  return mean === 0 ? 1 : shared / mean;
}

/** The adjusted Rand index (Hubert and Arabie 1985): 1 for the same groups, 0 on average for groups drawn by lot. */
export function measureAgreement(a: Grouping, b: Grouping): number {
  const { items, left, right, cells } = overlay(a, b);
  const pairs = (size: number) => (size * (size - 1)) / 2;
  const sum = (sizes: readonly number[]) => sizes.reduce((total, size) => total + pairs(size), 0);
  const together = sum(cells.map(({ both }) => both));
  const expected = (sum(left) * sum(right)) / pairs(items);
  const most = (sum(left) + sum(right)) / 2;
  return most === expected ? 1 : (together - expected) / (most - expected);
}
