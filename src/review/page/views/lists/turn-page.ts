/** One page of a long list. Pages are counted from 0; `from` and `to` are places in the list, start in, end out. */
export type PageOf<T> = {
  readonly items: readonly T[];
  readonly page: number;
  readonly pages: number;
  readonly from: number;
  readonly to: number;
  readonly total: number;
};

/** The page that was asked for, or the nearest that there is. An empty list has one empty page. */
export function turnPage<T>(items: readonly T[], page: number, size: number): PageOf<T> {
  const pages = Math.max(1, Math.ceil(items.length / size));
  const nearest = Math.min(Math.max(0, page), pages - 1);
  const from = nearest * size;
  const to = Math.min(items.length, from + size);
  return { items: items.slice(from, to), page: nearest, pages, from, to, total: items.length };
}

/** "51 to 100 of 3,204" */
export function describePage({ from, to, total }: PageOf<unknown>): string {
  const show = (count: number) => count.toLocaleString('en');
  return total === 0 ? 'none' : `${show(from + 1)} to ${show(to)} of ${show(total)}`;
}
