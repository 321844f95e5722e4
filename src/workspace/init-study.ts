import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ToolkitError } from '../errors.js';
import { explainFailure } from './explain-failure.js';
import { findShippedFolder } from './find-shipped-folder.js';
import { newStudy } from './new-study.js';
import { listEntries, readBytes } from './read-file.js';
import { writeFile } from './write-file.js';

/**
 * Makes a new study that already runs, or a copy of the sample, and gives the files made, relative to the folder.
 * Throws `ToolkitError` `folder-not-empty` where anything is in the folder, and as `writeFile` does.
 */
export function initStudy(folder: string, { sample }: { readonly sample: boolean }): readonly string[] {
  if (!isEmpty(folder)) {
    throw new ToolkitError('folder-not-empty', `${folder} is not empty: nothing is made in it`, {
      hint: 'Name a new folder, or an empty one.',
      place: { file: folder },
    });
  }
  const shipped = findShippedFolder('data/sample');
  const files = sample ? listFiles(shipped, '.') : Object.keys(newStudy);
  for (const file of files) {
    const content = sample ? readBytes(shipped, file) : (newStudy[file] ?? '');
    writeFile({ folder, file }, content);
  }
  return files;
}

function isEmpty(folder: string): boolean {
  try {
    return readdirSync(folder).length === 0;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return true;
    throw explainFailure(error, 'read', basename(folder));
  }
}

/** Every file below a folder. */
function listFiles(folder: string, under: string): readonly string[] {
  return listEntries(folder, under).flatMap(({ name, isFolder }) =>
    isFolder ? listFiles(folder, join(under, name)) : [join(under, name)],
  );
}
