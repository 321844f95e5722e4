import { lstatSync, realpathSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { ToolkitError } from '../../errors.js';
import { explainFailure } from '../explain-failure.js';

/** What the root of a work tree holds: git, Mercurial, Subversion, Jujutsu, Bazaar, Fossil, Darcs, CVS. */
const markers = ['.git', '.hg', '.svn', '.jj', '.bzr', '.fslckout', '_FOSSIL_', '_darcs', 'CVS'];

/**
 * The real path of a file that holds secrets, for reading and writing. Throws `ToolkitError` `key-in-study` or
 * `key-in-repository` where it lies there, directly or through symbolic links, `folder-missing` where its folder is not
 * there, and `dangling-link`.
 */
export function findSecretPlace(path: string, study: string): string {
  const given = resolve(path);
  const real = followLink(given);
  for (const place of new Set([given, real])) refuseFolders(dirname(place), study, basename(path));
  return real;
}

function followLink(path: string): string {
  try {
    if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) return realpathSync(path);
  } catch (error) {
    throw explainFailure(error, 'read', basename(path));
  }
  try {
    return join(realpathSync(dirname(path)), basename(path));
  } catch (cause) {
    throw new ToolkitError('folder-missing', `the folder for ${basename(path)} is not there`, {
      hint: 'Make the folder first, outside the study and outside any repository.',
      place: { file: basename(path) },
      cause,
    });
  }
}

/** Looks at a folder and all above it. Folders are compared by device and number: names differ in case and by mounts. */
function refuseFolders(start: string, study: string, file: string): void {
  const own = statSync(study, { throwIfNoEntry: false });
  for (let folder = start; ; folder = dirname(folder)) {
    const found = statSync(folder, { throwIfNoEntry: false });
    if (resolve(folder) === resolve(study) || isSame(own, found))
      throw refusePlace('key-in-study', 'the study', file);
    if (markers.some((marker) => holds(folder, marker)))
      throw refusePlace('key-in-repository', 'a repository', file);
    if (dirname(folder) === folder) return;
  }
}

const isSame = (one: Stats | undefined, other: Stats | undefined) =>
  one !== undefined && other !== undefined && one.ino !== 0 && one.ino === other.ino && one.dev === other.dev;

function holds(folder: string, marker: string): boolean {
  try {
    return lstatSync(join(folder, marker), { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

function refusePlace(code: string, where: string, file: string): ToolkitError {
  return new ToolkitError(code, `${file} lies inside ${where}, which others get to see`, {
    hint: 'Keep it apart, e.g. in a folder of your own outside the study and outside any repository.',
    place: { file },
  });
}
