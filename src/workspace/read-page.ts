import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** One file of the review's page, ready to be answered. */
export type PageFile = { readonly bytes: Uint8Array; readonly type: string };

const types = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.ico', 'image/x-icon'],
  ['.woff2', 'font/woff2'],
  ['.json', 'application/json'],
]);

/** Where the page is built to; from here it is two levels up, as source and built. */
const builtPage = fileURLToPath(new URL('../../dist/review/page', import.meta.url));

/**
 * The files of the built page by their path from its root, such as `/assets/index.js`, read once and whole; `/` is its
 * entry. Files of a kind that the page does not have are left out. Empty where the page was not built.
 */
export function readPage(folder: string = builtPage): ReadonlyMap<string, PageFile> {
  const files = listFiles(folder).flatMap((path) => {
    const type = types.get(extname(path));
    return type === undefined ? [] : [[nameFile(folder, path), { bytes: readFileSync(path), type }] as const];
  });
  const entry = files.find(([name]) => name === '/index.html');
  return new Map(entry === undefined ? [] : [...files, ['/', entry[1]]]);
}

const nameFile = (folder: string, path: string) => `/${relative(folder, path).split(sep).join('/')}`;

function listFiles(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  } catch {
    return [];
  }
}
