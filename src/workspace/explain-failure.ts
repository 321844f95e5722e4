import { ToolkitError } from '../errors.js';

type Explanation = { readonly code: string; readonly found: string; readonly hint: string };

const freeSpace = 'Free some space and run it again: what was there before is intact.';
const givePermission = 'Give yourself the right to it (chmod u+rwX), or work on a copy of the folder.';

const explanations = new Map<string, Explanation>([
  [
    'ENOENT',
    { code: 'file-missing', found: 'there is no such file', hint: 'Check the spelling of its path.' },
  ],
  ['EACCES', { code: 'no-permission', found: 'permission is denied', hint: givePermission }],
  ['EPERM', { code: 'no-permission', found: 'permission is denied', hint: givePermission }],
  ['EROFS', { code: 'read-only', found: 'the disk is read-only', hint: 'Work on a copy of the folder.' }],
  ['ENOSPC', { code: 'disk-full', found: 'the disk is full', hint: freeSpace }],
  ['EDQUOT', { code: 'disk-full', found: 'your share of the disk is full', hint: freeSpace }],
  ['EISDIR', { code: 'not-a-file', found: 'it is a folder', hint: 'Name a file.' }],
  [
    'ENOTDIR',
    { code: 'not-a-folder', found: 'a file stands where a folder is needed', hint: 'Move it away.' },
  ],
  ['ELOOP', { code: 'link-loop', found: 'its symbolic links go in a circle', hint: 'Remove the link.' }],
  ['ENAMETOOLONG', { code: 'name-too-long', found: 'its name is too long', hint: 'Give it a shorter name.' }],
]);

/** The `ToolkitError` for a failed call to the disk; an error that is one already stays as it is. */
export function explainFailure(error: unknown, deed: 'read' | 'written', file: string): ToolkitError {
  if (error instanceof ToolkitError) return error;
  const system = error instanceof Error && 'code' in error ? String(error.code) : 'no reason given';
  const known = explanations.get(system) ?? {
    code: deed === 'read' ? 'cannot-read' : 'cannot-write',
    found: `the system says ${system}`,
    hint: 'Check the disk and run it again.',
  };
  return new ToolkitError(known.code, `${file} cannot be ${deed}: ${known.found}`, {
    hint: known.hint,
    place: { file },
    cause: error,
  });
}
