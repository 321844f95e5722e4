import { statSync } from 'node:fs';
import { basename, join } from 'node:path';

/** The file to read of a path that the user named: of a project of QualCoder, which is a folder, the database in it. */
export function findDatabase(path: string): string {
  return /\.qda$/i.test(basename(path)) && isFolder(path) ? join(path, 'data.qda') : path;
}

/** What cannot be looked at is told when it is read. */
function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
