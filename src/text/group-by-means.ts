import { countGroups, dotGroups, type GroupSums, type Groups, measureSums, sumGroups } from './group-sums.js';
import { countRows, type SparseRows } from './sparse-rows.js';

/** By row: the group whose mean makes the smallest angle with it, the first of equally near ones. */
function assignRows(rows: SparseRows, sums: GroupSums): Groups {
  const lengths = measureSums(sums);
  const dots = new Float64Array(sums.count);
  const cosineAt = (group: number): number => (dots[group] ?? 0) / (lengths[group] || 1);
  return Uint32Array.from({ length: countRows(rows) }, (_, row) => {
    dotGroups(rows, row, sums, dots);
    let nearest = 0;
    for (let group = 1; group < sums.count; group += 1) {
      if (cosineAt(group) > cosineAt(nearest)) nearest = group;
    }
    return nearest;
  });
}

/**
 * Spherical k-means (Dhillon and Modha 2001) from given groups of the first rows or of all: every row moves to the
 * group whose mean is nearest, until none moves or after `rounds`. No randomness; a group may end up empty.
 */
export function regroupByMeans(rows: SparseRows, start: Groups, rounds: number): Groups {
  const count = countGroups(start);
  let groups = start;
  for (let round = 0; round < rounds; round += 1) {
    const moved = assignRows(rows, sumGroups(rows, groups, count));
    const settled = moved.length === groups.length && moved.every((group, row) => group === groups[row]);
    groups = moved;
    if (settled) break;
  }
  return groups;
}
