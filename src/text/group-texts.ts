import { findGroupCount, groupByConsensus } from './group-by-consensus.js';
import { groupByLinks } from './group-by-links.js';
import { rateSupport, type Support } from './group-certainty.js';
import type { GroupCount } from './group-count.js';
import { type Groups, meanDirections } from './group-points.js';
import type { DenseFloats } from './kernels/kernels.js';
import { listMembers } from './list-members.js';
import { countRows, rowAt, type SparseRows, type SparseVector, stackRows } from './sparse-rows.js';
import { makeDensePoints, pickRows } from './vectors/dense-points.js';
import { dropCommon } from './vectors/drop-common.js';
import type { Means } from './vectors/find-main-axes.js';
import { placeFewTexts, placeTexts } from './vectors/place-texts.js';
import { spaceEvenly } from './vectors/space-evenly.js';

/** Fewer texts than this have no groups worth the name. */
const FEWEST_TEXTS = 6;
/** From fewer different texts no word vectors can be learned. */
const FEWEST_TO_LEARN = 30;
/** Linking takes time and memory with the square of the texts: of more different ones an even sample is linked. */
const MOST_LINKED = 1000;

/** The same texts twice, as TF-IDF rows of length 1 over the same terms. */
export type WeighedWords = {
  /** Content alone. A text without any says nothing, and texts too few to learn from are joined by it. */
  readonly content: SparseRows;
  /** Function words too, at less weight: what word vectors are learned from. */
  readonly all: SparseRows;
};

/** A group of rows; all its numbers are 0 to 1. */
export type TextGroup = {
  /** The nearest to the centre first. */
  readonly rows: readonly number[];
  /** Mean cosine of its rows with their centre. */
  readonly cohesion: number;
  /** By row as above: the share of runs in which it stays with the group; null where there was but one way to group. */
  readonly certainty: readonly number[] | null;
  readonly stability: number | null;
};

export type TextGroups = GroupCount & {
  readonly groups: readonly TextGroup[];
  readonly method: 'consensus' | 'agglomerative' | 'none';
};

/** Rows that have a place, their places and the groups they are in. */
export type PlacedGroups = GroupCount & {
  readonly rows: readonly number[];
  readonly places: DenseFloats;
  readonly groups: Groups;
  readonly support: Support | null;
};

export type Wanted = Means & { readonly k?: number };

function pickTexts(rows: SparseRows, picked: readonly number[]): SparseRows {
  return stackRows(
    picked.map((row) => rowAt(rows, row)),
    rows.width,
  );
}

/** A group holds two rows at least. */
function limitGroups(asked: number, rows: number): number {
  return Math.max(Math.min(asked, Math.floor(rows / 2)), 1);
}

/** Rows with anything in them. */
function listFilled(rows: SparseRows): readonly number[] {
  return Array.from({ length: countRows(rows) }, (_, row) => row).filter(
    (row) => rowAt(rows, row).columns.length > 0,
  );
}

/** Tells equal rows. */
function nameRow({ columns, values }: SparseVector): string {
  return `${columns.join()} ${values.join()}`;
}

/** Whether so many of the rows differ from each other; stops looking once they do. */
function haveDifferent(rows: SparseRows, filled: readonly number[], wanted: number): boolean {
  const names = new Set<string>();
  return filled.some((row) => names.add(nameRow(rowAt(rows, row))).size >= wanted);
}

/** Lists of equal rows, in the order of their first ones. */
function gatherEqual(rows: SparseRows, filled: readonly number[]): readonly (readonly number[])[] {
  const equal = new Map<string, number[]>();
  for (const row of filled) {
    const name = nameRow(rowAt(rows, row));
    const known = equal.get(name);
    if (known === undefined) equal.set(name, [row]);
    else known.push(row);
  }
  return [...equal.values()];
}

/** By word vectors; undefined where fewer than half of the rows get a place by them. */
function groupMany(
  { all }: WeighedWords,
  filled: readonly number[],
  wanted: Wanted,
): PlacedGroups | undefined {
  // A copy of a large table is worth being spared.
  const told = filled.length === countRows(all) ? all : pickTexts(all, filled);
  const every = placeTexts(dropCommon(told), wanted);
  const { width, values } = every;
  const placed = [...filled.keys()].filter((place) =>
    values.subarray(place * width, (place + 1) * width).some((value) => value !== 0),
  );
  if (placed.length < Math.max(filled.length / 2, FEWEST_TEXTS)) return undefined;
  const places = pickRows(every, Uint32Array.from(placed));
  const chosen =
    wanted.k === undefined
      ? findGroupCount(places, wanted)
      : { count: limitGroups(wanted.k, placed.length), alsoFitting: [] };
  const { groups, runs } = groupByConsensus(places, { ...wanted, count: chosen.count });
  const support = rateSupport(groups, runs, chosen.count);
  return { ...chosen, rows: placed.map((place) => filled[place] ?? 0), places, groups, support };
}

/** By the words themselves; equal rows stay together. */
function groupFew({ content: rows }: WeighedWords, filled: readonly number[], wanted: Wanted): PlacedGroups {
  const equal = gatherEqual(rows, filled);
  const linked = Array.from(spaceEvenly(equal.length, MOST_LINKED), (place) => equal[place] ?? []);
  const different = placeFewTexts(
    pickTexts(
      rows,
      linked.map(([first]) => first ?? 0),
    ),
    wanted,
  );
  const places = Uint32Array.from(linked.flatMap((list, place) => list.map(() => place)));
  const most = wanted.k === undefined ? undefined : limitGroups(wanted.k, places.length);
  const grouped = groupByLinks({ rows: different, places }, wanted.kernels, most);
  return { ...grouped, rows: linked.flat(), places: pickRows(different, places), support: null };
}

/** The groups of rows that are like the rest of their group, each with its figures. */
function describeGroups(placed: PlacedGroups, texts: SparseRows, { kernels }: Means): readonly TextGroup[] {
  const { rows, places, groups, support, count } = placed;
  const centres = meanDirections(makeDensePoints(places, kernels), groups, count);
  const cosines = Float64Array.from(groups, (group, place) => {
    let sum = 0;
    for (let i = 0; i < places.width; i += 1) {
      sum += (places.values[place * places.width + i] ?? 0) * (centres.values[group * places.width + i] ?? 0);
    }
    return Math.min(Math.max(sum, 0), 1);
  });
  const members = listMembers(pickTexts(texts, rows), groups, count);
  return members.flatMap((list, group) => {
    if (list.length < 2) return [];
    const ordered = list.toSorted((a, b) => (cosines[b] ?? 0) - (cosines[a] ?? 0) || a - b);
    return [
      {
        rows: ordered.map((place) => rows[place] ?? 0),
        cohesion: ordered.reduce((sum, place) => sum + (cosines[place] ?? 0), 0) / ordered.length,
        certainty: support === null ? null : ordered.map((place) => support.certainty[place] ?? 0),
        stability: support === null ? null : (support.stability[group] ?? 0),
      },
    ];
  });
}

/**
 * Groups of alike texts. Thirty different texts and more are grouped by word vectors
 * that are learned from them and by a consensus of runs; fewer by average link. A text without content, or like no
 * other of its group, is in none. `k` is the most groups there may be; without it they are counted by their silhouette. The
 * same seed gives the same groups.
 */
export function groupTexts(words: WeighedWords, wanted: Wanted): TextGroups {
  const { content } = words;
  const filled = listFilled(content);
  if (filled.length < FEWEST_TEXTS) return { count: 0, alsoFitting: [], groups: [], method: 'none' };
  const many = haveDifferent(content, filled, FEWEST_TO_LEARN) ? groupMany(words, filled, wanted) : undefined;
  const placed = many ?? groupFew(words, filled, wanted);
  return {
    count: placed.count,
    alsoFitting: placed.alsoFitting,
    groups: describeGroups(placed, content, wanted),
    method: many === undefined ? 'agglomerative' : 'consensus',
  };
}
