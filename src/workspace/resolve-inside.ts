import { lstatSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, parse, relative, resolve, sep } from 'node:path';
import { ToolkitError } from '../errors.js';

/** An absolute path: `path` as seen from `base`. */
export function resolveFolder(base: string, path: string): string {
  return resolve(base, path);
}

/**
 * The absolute path of something inside a folder. Throws `ToolkitError` `outside-folder` for an absolute path, for
 * one that climbs out with `..`, and for one that leaves through a symbolic link.
 */
export function resolveInside(folder: string, path: string): string {
  const root = resolve(folder);
  const target = resolve(root, path);
  const climbs = isAbsolute(path) || path.includes('\0') || !liesInside(root, target);
  if (climbs || !liesInside(followLinks(root), followLinks(target))) {
    throw new ToolkitError('outside-folder', `${path.replaceAll('\0', '\\0')} lies outside its folder`, {
      hint: 'Use a path inside the folder, without ".." and without symbolic links that lead out of it.',
      place: { file: path },
    });
  }
  return target;
}

function liesInside(root: string, target: string): boolean {
  const way = relative(root, target);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/**
 * The real path of the nearest ancestor that exists, with the rest of the path after it. A link that leads nowhere
 * counts as leading to the root: writing through it would make a file wherever it points.
 */
function followLinks(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) return parse(path).root;
    const parent = dirname(path);
    return parent === path ? path : resolve(followLinks(parent), relative(parent, path));
  }
}
