import type { Decision } from '../../model/decision.js';
import type { TaggingStatus } from '../../model/tagging.js';
import type { Theme } from '../../model/theme.js';
import { settleTaggings } from '../settle-taggings.js';

export const APPLIES = 1;
export const DOES_NOT_APPLY = 0;
/** Nobody judged the quote in this dimension, or the coders disagree. */
export const UNKNOWN = -1;

/** What people say of every quote and theme, row-major: one row per quote, one column per theme. */
export type Truth = { readonly verdicts: Int8Array; readonly width: number };

export type TruthInput = {
  readonly quoteIds: readonly string[];
  readonly themes: readonly Theme[];
  readonly decisions: readonly Decision[];
};

/** By quote id, then by theme id. */
type Statuses = ReadonlyMap<string, ReadonlyMap<string, TaggingStatus>>;

function readStatuses(decisions: readonly Decision[]): Statuses {
  const statuses = new Map<string, Map<string, TaggingStatus>>();
  for (const { quoteId, themeId, status } of settleTaggings(decisions, [])) {
    const own = statuses.get(quoteId) ?? new Map<string, TaggingStatus>();
    statuses.set(quoteId, own.set(themeId, status));
  }
  return statuses;
}

/** By theme: the columns of its ancestors. Ends even where parents go round in a circle. */
function listAncestors(themes: readonly Theme[]): readonly (readonly number[])[] {
  const columns = new Map(themes.map(({ id }, column) => [id, column]));
  return themes.map((theme) => {
    const ancestors = new Set<number>();
    let parent = columns.get(theme.parentId ?? '');
    while (parent !== undefined && !ancestors.has(parent)) {
      ancestors.add(parent);
      parent = columns.get(themes[parent]?.parentId ?? '');
    }
    return [...ancestors];
  });
}

const verdictOf = { accepted: APPLIES, rejected: DOES_NOT_APPLY, disputed: UNKNOWN, suggested: UNKNOWN };

/** Where a theme stands in a row, and which other columns its verdict settles. */
type Layout = {
  readonly columns: ReadonlyMap<string, number>;
  /** By theme: the columns of its ancestors. */
  readonly ancestors: readonly (readonly number[])[];
  /** By theme: the columns of all themes of its dimension. */
  readonly mates: readonly (readonly number[])[];
};

function layOut(themes: readonly Theme[]): Layout {
  const dimensions = new Map<string, number[]>();
  const mates = themes.map(({ dimension }, column) => {
    const own = dimensions.get(dimension) ?? [];
    dimensions.set(dimension, own);
    own.push(column);
    return own;
  });
  return {
    columns: new Map(themes.map(({ id }, column) => [id, column])),
    ancestors: listAncestors(themes),
    mates,
  };
}

/** Fills the row of a quote, which holds `UNKNOWN`, from the few themes that somebody decided on. */
function judgeQuote(
  row: Int8Array,
  statuses: ReadonlyMap<string, TaggingStatus>,
  { columns, ancestors, mates }: Layout,
): void {
  const decided = [...statuses].flatMap(([id, status]) => {
    const column = columns.get(id);
    return column === undefined ? [] : [{ column, status }];
  });
  for (const { column } of decided) {
    for (const mate of mates[column] ?? []) row[mate] = DOES_NOT_APPLY;
  }
  for (const { column, status } of decided) {
    if (status !== 'accepted') continue;
    for (const ancestor of ancestors[column] ?? []) row[ancestor] = APPLIES;
  }
  for (const { column, status } of decided) row[column] = verdictOf[status];
}

/**
 * What people say. A quote with at least one decision in a dimension was judged in it: a theme of the dimension that
 * nobody gave it does not apply, unless one of its children does.
 */
export function readTruth({ quoteIds, themes, decisions }: TruthInput): Truth {
  const width = themes.length;
  const verdicts = new Int8Array(quoteIds.length * width).fill(UNKNOWN);
  const statuses = readStatuses(decisions);
  const layout = layOut(themes);
  for (const [row, quoteId] of quoteIds.entries()) {
    const own = statuses.get(quoteId);
    if (own !== undefined) judgeQuote(verdicts.subarray(row * width, (row + 1) * width), own, layout);
  }
  return { verdicts, width };
}

/** By theme: on how many quotes it applies. */
export function countSupport({ verdicts, width }: Truth): readonly number[] {
  const support = Array.from({ length: width }, () => 0);
  for (const [pair, verdict] of verdicts.entries()) {
    if (verdict === APPLIES) support[pair % width] = (support[pair % width] ?? 0) + 1;
  }
  return support;
}

/** How many quotes were judged in at least one dimension. */
export function countJudged({ verdicts, width }: Truth): number {
  const rows = new Set<number>();
  for (const [pair, verdict] of verdicts.entries()) {
    if (verdict !== UNKNOWN) rows.add(Math.floor(pair / width));
  }
  return rows.size;
}
