import { type ReadonlySignal, signal } from '@preact/signals';
import { keep } from './keep.js';
import { formatRoute, parseRoute, type Route } from './parse-route.js';

const current = signal<Route>(parseRoute(typeof location === 'undefined' ? '' : location.hash));

/** Where this window is. */
export const route: ReadonlySignal<Route> = current;

/** Follows the address from now on. */
export function followRoute(): void {
  const read = () => {
    if (location.hash.startsWith('#/')) keep('route', location.hash);
    current.value = parseRoute(location.hash);
  };
  read();
  addEventListener('hashchange', read);
}

/** The address of a view, ready for `href`. */
export function linkTo(view: string, id = '', query: Readonly<Record<string, string>> = {}): string {
  return formatRoute(view, id, query);
}

/** Goes to a path such as `#/read/P01` or `/read/P01`. */
export function go(path: string): void {
  location.hash = path.replace(/^#/, '');
}
