/** A view, what of it is shown, and how. */
export type Route = {
  readonly view: string;
  readonly id: string;
  readonly query: ReadonlyMap<string, string>;
};

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Reads `#/read/P01?quote=q_1`. Whatever is not a route is the empty one. */
export function parseRoute(hash: string): Route {
  if (!hash.startsWith('#/')) return { view: '', id: '', query: new Map() };
  const cut = hash.indexOf('?');
  const path = cut < 0 ? hash.slice(2) : hash.slice(2, cut);
  const [view = '', ...rest] = path.split('/');
  const query = new URLSearchParams(cut < 0 ? '' : hash.slice(cut + 1));
  return { view: decode(view), id: decode(rest.join('/')), query: new Map(query) };
}

/** The inverse of `parseRoute`. Empty values of the query are left out. */
export function formatRoute(view: string, id: string, query: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(query).filter(([, value]) => value !== '');
  const search = new URLSearchParams(pairs).toString();
  const path = id === '' ? encodeURIComponent(view) : `${encodeURIComponent(view)}/${encodeURIComponent(id)}`;
  return `#/${path}${search === '' ? '' : `?${search}`}`;
}
