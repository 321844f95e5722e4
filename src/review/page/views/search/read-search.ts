/** What is searched for. Empty means "any"; `where` is `attribute=value`. */
export type Search = {
  readonly q: string;
  readonly in: string;
  readonly theme: string;
  readonly coder: string;
  readonly where: string;
};

const names = ['q', 'in', 'theme', 'coder', 'where'] as const;

/** The search that a route's query holds. */
export function readSearch(query: ReadonlyMap<string, string>): Search {
  const read = (name: (typeof names)[number]) => query.get(name) ?? '';
  return { q: read('q'), in: read('in'), theme: read('theme'), coder: read('coder'), where: read('where') };
}

/** The query of a route, without what is empty. */
export function writeSearch(search: Search): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => (search[name].trim() === '' ? [] : [[name, search[name]]])),
  );
}

/** What the server is asked, or nothing while there is neither a word nor a filter that finds quotes. */
export function findSearchPath(search: Search): string | undefined {
  if (search.q.trim() === '' && search.theme === '' && search.coder === '') return undefined;
  return `/api/search?${new URLSearchParams(writeSearch(search))}`;
}

/** How many filters narrow the search, beside the words. */
export const countFilters = (search: Search): number =>
  names.filter((name) => name !== 'q' && search[name] !== '').length;
