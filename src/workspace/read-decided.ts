import { basename } from 'node:path';
import { ToolkitError } from '../errors.js';
import type { DecidedIdentifiers } from '../pipeline/guard-publication.js';
import { holdsKeyFile, openKeyFile } from './key-file/key-file.js';
import { identifierLogFile } from './pseudonymising/identifier-log.js';
import { holdsEntry } from './read-file.js';

/** A key file and what opens it. */
export type KeyAccess = { readonly path: string; readonly passphrase: string };

/**
 * What was decided on the identifiers of a study's originals: whether there is a log and, with the key, the decisions.
 * Throws `ToolkitError` `no-key-file` where there is none, and as `openKeyFile` does.
 */
export function readDecided(folder: string, key: KeyAccess | undefined): DecidedIdentifiers {
  const begun = holdsEntry(folder, identifierLogFile);
  if (key === undefined) return { begun, decisions: [] };
  if (!holdsKeyFile(key.path, folder)) {
    throw new ToolkitError('no-key-file', `there is no key file ${basename(key.path)}`, {
      hint: 'Name the file that "themeloom anonymize --key" made.',
    });
  }
  return { begun, decisions: openKeyFile({ ...key, study: folder }).contents.decisions };
}
