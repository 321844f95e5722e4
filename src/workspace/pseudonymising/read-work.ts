import { type KeyRequest, openKeyFile } from '../key-file/key-file.js';
import { findSecretPlace } from '../key-file/refuse-key-place.js';
import { readParticipants } from '../read-participants.js';
import { readSheetFile } from './decide-strings.js';
import type { Pseudonymising } from './pseudonymising.js';
import { readOriginal } from './read-original.js';

/** What a run is about. */
export type OriginalsRequest = {
  readonly folder: string;
  /** Paths of the originals, which are never written to. */
  readonly files: readonly string[];
  readonly key: Pick<KeyRequest, 'path' | 'passphrase' | 'cost'>;
  /** Path of the sheet of decisions; beside the key file unless given. */
  readonly sheet?: string;
  /** ISO 8601, now. */
  readonly at: string;
};

/** The sheet that belongs to a key file. */
const nameSheet = (key: string) => `${key}.decisions.csv`;

/**
 * Reads all that a run needs; the key last, since only that may make a file. Throws as reading an original, a sheet
 * and a key file do.
 */
export function readWork(
  { folder, files, key, sheet, at }: OriginalsRequest,
  { settings, tagger }: Pick<Pseudonymising, 'tagger'> & Pick<Pseudonymising['rules'], 'settings'>,
): Pseudonymising {
  const { participants } = readParticipants(folder).value;
  const rules = { settings, participantIds: new Set(participants.map(({ id }) => id)) };
  const place = findSecretPlace(sheet ?? nameSheet(key.path), folder);
  return {
    folder,
    rules,
    originals: files.map((file) => readOriginal(file, folder, rules)),
    sheet: place,
    isOwnSheet: sheet !== undefined,
    rows: readSheetFile(place),
    at,
    tagger,
    key: openKeyFile({ ...key, study: folder }),
  };
}
