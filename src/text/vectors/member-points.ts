import type { Groups, Points } from '../group-points.js';
import type { DenseFloats, Kernels, SparseFloats } from '../kernels/kernels.js';

/** The groups of the same rows in several runs, each with so many groups. */
export type Memberships = { readonly runs: readonly Groups[]; readonly groupCount: number };

/** One row a member: 1 / √runs in the column of its group in each run. */
function tabulate({ runs, groupCount }: Memberships): SparseFloats {
  const count = runs[0]?.length ?? 0;
  const columns = new Uint32Array(count * runs.length);
  for (const [run, groups] of runs.entries()) {
    for (let row = 0; row < count; row += 1)
      columns[row * runs.length + run] = run * groupCount + (groups[row] ?? 0);
  }
  return {
    width: runs.length * groupCount,
    rowStarts: Uint32Array.from({ length: count + 1 }, (_, row) => row * runs.length),
    columns,
    values: new Float32Array(columns.length).fill(1 / Math.sqrt(runs.length)),
  };
}

/** These rows as the columns of a full table. */
function stackColumns(
  { width, rowStarts, columns, values }: SparseFloats,
  chosen: readonly number[],
): DenseFloats {
  const stacked = new Float32Array(width * chosen.length);
  for (const [place, row] of chosen.entries()) {
    for (let j = rowStarts[row] ?? 0; j < (rowStarts[row + 1] ?? 0); j += 1)
      stacked[(columns[j] ?? 0) * chosen.length + place] = values[j] ?? 0;
  }
  return { width: chosen.length, values: stacked };
}

/** Rows as points whose dot product is the share of runs in which they are in one group. */
export function makeMemberPoints(memberships: Memberships, kernels: Kernels): Points {
  const table = tabulate(memberships);
  const { runs } = memberships;
  const share = 1 / Math.sqrt(runs.length);
  return {
    count: table.rowStarts.length - 1,
    width: table.width,
    assign: (centres) => kernels.assignSparse(table, centres),
    addTo(into, row, point) {
      for (let j = point * runs.length; j < (point + 1) * runs.length; j += 1) {
        const place = row * table.width + (table.columns[j] ?? 0);
        into.values[place] = (into.values[place] ?? 0) + share;
      }
    },
    compareWith: (chosen) => kernels.multiplySparse(table, stackColumns(table, chosen)),
    pick: (points) =>
      makeMemberPoints(
        { ...memberships, runs: runs.map((groups) => points.map((point) => groups[point] ?? 0)) },
        kernels,
      ),
  };
}
