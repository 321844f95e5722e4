import { fileURLToPath } from 'node:url';

/** The absolute path of a folder that travels with the package: from here it is two levels up, as source and built. */
export function findShippedFolder(name: 'templates' | 'data/sample'): string {
  return fileURLToPath(new URL(`../../${name}`, import.meta.url));
}
