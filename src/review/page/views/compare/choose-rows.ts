import type { ComparisonView } from '../../../messages/comparing.js';

export type Row = ComparisonView['rows'][number];
export type Figure = ComparisonView['figures'][number];
export type Verdict = Row['a'];
/** How a row was settled, and why. */
export type Settled = Pick<Row, 'resolved' | 'noteResolved'>;

/** Which rows are looked at: disagreements that nobody settled, settled ones, what both say alike, or all. */
export const shows = ['open', 'settled', 'agreed', 'all'] as const;
export type Show = (typeof shows)[number];

/** What a row is known by for good, however the list is ordered. */
export const nameRow = (row: Row): string => `${row.quote.id} ${row.theme}`;

const tests: Readonly<Record<Show, (row: Row) => boolean>> = {
  open: (row) => !row.agree && row.resolved === 'nothing',
  settled: (row) => row.resolved !== 'nothing',
  agreed: (row) => row.agree && row.resolved === 'nothing',
  all: () => true,
};

/** The rows to look at, in the order that they came in; `theme` empty for every theme. */
export function chooseRows(rows: readonly Row[], show: Show, theme: string): readonly Row[] {
  return rows.filter((row) => tests[show](row) && (theme === '' || row.theme === theme));
}

/** Rows as they will be when what was settled here has arrived; `settled` is by the name of a row. */
export function settleRows(rows: readonly Row[], settled: ReadonlyMap<string, Settled>): readonly Row[] {
  if (settled.size === 0) return rows;
  return rows.map((row) => {
    const made = settled.get(nameRow(row));
    if (made === undefined || made.resolved === row.resolved) return row;
    return { ...row, resolved: made.resolved, noteResolved: made.noteResolved };
  });
}

/** How many rows each choice would show, of one theme or of all. */
export function countRows(rows: readonly Row[], theme: string): Readonly<Record<Show, number>> {
  const count = (show: Show) => chooseRows(rows, show, theme).length;
  return { open: count('open'), settled: count('settled'), agreed: count('agreed'), all: count('all') };
}

/** Themes of the rows with how many open disagreements each has, most first and then as they came. */
export function countOpenByTheme(
  rows: readonly Row[],
): readonly { readonly theme: string; readonly open: number }[] {
  const open = new Map<string, number>();
  for (const row of rows) open.set(row.theme, (open.get(row.theme) ?? 0) + (tests.open(row) ? 1 : 0));
  return [...open].map(([theme, count]) => ({ theme, open: count })).sort((a, b) => b.open - a.open);
}

/**
 * Where to stand after the list has changed: the same row if it is still there, else what came into its place, else
 * the last one; -1 in an empty list.
 */
export function findPlace(rows: readonly Row[], name: string, before: number): number {
  const same = rows.findIndex((row) => nameRow(row) === name);
  return same === -1 ? Math.min(Math.max(0, before), rows.length - 1) : same;
}
