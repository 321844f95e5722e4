import { statSync } from 'node:fs';
import { ToolkitError } from '../errors.js';
import { readRevision } from './read-revision.js';
import { readStudy, type StudyReading } from './read-study.js';
import { resolveFolder } from './resolve-inside.js';

/** Where states are looked up: the current folder, and the study whose repository revisions are of. */
export type StateBase = { readonly folder: string; readonly study: string };

/**
 * Reads one state of a study: a folder, or a git revision of the repository that the study lies in, written
 * `git:REVISION`, `git:REVISION:FOLDER` or, where no folder is called so, `REVISION`. Throws `ToolkitError` as
 * `readStudy` and `readRevision` do, and `no-state` for an empty name.
 */
export async function readState(spec: string, { folder, study }: StateBase): Promise<StudyReading> {
  if (spec.trim() === '') {
    throw new ToolkitError('no-state', 'a state to compare has an empty name', {
      hint: 'Name a folder or a git revision, e.g. HEAD~1.',
    });
  }
  const git = /^git:([^:]*)(?::(.*))?$/s.exec(spec);
  if (git !== null) {
    const [, revision = '', inside] = git;
    return readRevision({ study, revision, ...(inside === undefined ? {} : { inside }) });
  }
  const path = resolveFolder(folder, spec);
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) return readStudy(path);
  return readRevision({ study, revision: spec });
}
