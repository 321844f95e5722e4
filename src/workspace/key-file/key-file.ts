import { lstatSync } from 'node:fs';
import { basename } from 'node:path';
import { ToolkitError } from '../../errors.js';
import { type KeyContents, type KeyEnvelope, keyEnvelopeSchema } from '../../model/pseudonym-key.js';
import { readGivenFile } from '../read-file.js';
import { findSecretPlace } from './refuse-key-place.js';
import {
  chooseKdf,
  type DerivedKey,
  deriveKey,
  makeSecret,
  openEnvelope,
  refuseDamaged,
  sealContents,
  sumEnvelope,
} from './seal-key.js';
import { writePrivateFile } from './write-private-file.js';

/** A key file that a passphrase has opened. */
export type OpenKey = {
  /** Real path. */
  readonly path: string;
  readonly contents: KeyContents;
  readonly derived: DerivedKey;
};

const holdsPath = (path: string) => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

/** Whether there is a key file. Throws `ToolkitError` where it may not lie there, before anybody types a passphrase. */
export function holdsKeyFile(path: string, study: string): boolean {
  return holdsPath(findSecretPlace(path, study));
}

export type KeyRequest = {
  readonly path: string;
  readonly study: string;
  readonly passphrase: string;
  /** scrypt's N of a new key file. */
  readonly cost?: KeyEnvelope['kdf']['N'];
};

/**
 * Opens a key file, or makes one with nothing decided where there is none; that is on disk at once, so that the passphrase
 * is settled. Throws `ToolkitError`: `key-in-study`, `key-in-repository`, `key-file-damaged`, `wrong-passphrase`,
 * `empty-passphrase`, and as reading and writing do.
 */
export function openKeyFile({ path, study, passphrase, cost }: KeyRequest): OpenKey {
  const place = findSecretPlace(path, study);
  if (!holdsPath(place)) {
    const derived = deriveKey(passphrase, chooseKdf(cost));
    const key = { path: place, contents: { secret: makeSecret(), decisions: [], written: [] }, derived };
    return saveKeyFile(key, key.contents);
  }
  const file = basename(path);
  const envelope = readEnvelope(readGivenFile(place, file), file);
  const derived = deriveKey(passphrase, envelope.kdf);
  return { path: place, contents: openEnvelope(envelope, derived, file), derived };
}

/**
 * Throws `ToolkitError` `key-changed` where the key file no longer holds what was read from it or last written into it:
 * another run has decided in the meantime, and writing would undo that.
 */
export function refuseChangedKey({ path, contents, derived }: OpenKey): void {
  const file = basename(path);
  const envelope = readEnvelope(readGivenFile(path, file), file);
  const isSameKey = envelope.kdf.salt === derived.kdf.salt;
  const found = isSameKey ? openEnvelope(envelope, derived, file) : undefined;
  if (JSON.stringify(found) === JSON.stringify(contents)) return;
  throw new ToolkitError('key-changed', `another run has changed ${file} in the meantime`, {
    hint: 'Run the command again: it goes on from what is decided by then.',
    place: { file },
  });
}

/** Writes what a key file hides, whole or not at all, for its owner's eyes only. */
export function saveKeyFile(key: OpenKey, contents: KeyContents): OpenKey {
  writePrivateFile(key.path, `${JSON.stringify(sealContents(contents, key.derived), null, 2)}\n`);
  return { ...key, contents };
}

function readEnvelope(bytes: Buffer, file: string): KeyEnvelope {
  const envelope = keyEnvelopeSchema.safeParse(parse(bytes)).data;
  if (envelope === undefined || sumEnvelope(envelope) !== envelope.checksum) throw refuseDamaged(file);
  return envelope;
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}
