import { dirname, join, relative, resolve, sep } from 'node:path';
import { holdsEntry } from '../read-file.js';

/** What no command on this folder can call back, with what can be done about it. `files` are those that held words. */
export function tellBeyondReach(folder: string, files: readonly string[]): readonly string[] {
  return [
    'exports and reports that were sent or published: ask those who have them to delete them',
    'copies of this folder elsewhere, backups and shared drives included: delete them, or run the command in each',
    'models fitted before, which hold words of everybody: fit them anew with "themeloom model"',
    'originals, recordings and key files that are kept outside this folder',
    ...tellHistory(folder, files),
  ];
}

function tellHistory(folder: string, files: readonly string[]): readonly string[] {
  const root = findRepository(resolve(folder));
  if (root === undefined) return [];
  const under = relative(root, resolve(folder)).split(sep).join('/');
  const paths = files.map((file) => `--path ${quoteForShell(under === '' ? file : `${under}/${file}`)}`);
  const histories = `the version-control history in ${relative(resolve(folder), root) || '.'}: every commit keeps the words`;
  if (paths.length === 0) return [histories];
  return [
    `${histories}. Save the files that are still there elsewhere, take the paths out of every commit, and commit these files anew: git filter-repo --force --invert-paths ${paths.join(' ')}`,
    'then: git push --force --all && git push --force --tags; everybody else has to clone anew, and the host has to drop its cached commits and pull requests',
  ];
}

function findRepository(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (holdsEntry(at, '.git')) return at;
    if (dirname(at) === at || join(at, '..') === at) return undefined;
  }
}

const quoteForShell = (path: string) => `'${path.replaceAll("'", "'\\''")}'`;
