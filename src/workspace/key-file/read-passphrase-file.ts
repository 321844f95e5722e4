import { basename } from 'node:path';
import { ToolkitError } from '../../errors.js';
import { readGivenFile } from '../read-file.js';
import { findSecretPlace } from './refuse-key-place.js';

/** Characters. No passphrase is longer; another file was meant. */
const LONGEST_PASSPHRASE = 1024;

/**
 * The passphrase in a file: all of it but a line end. Throws `ToolkitError` where the file lies inside the study or a
 * repository (`key-in-study`, `key-in-repository`), is empty (`empty-passphrase`) or cannot be one (`bad-passphrase-file`).
 */
export function readPassphraseFile(path: string, study: string): string {
  const file = basename(path);
  const text = readGivenFile(findSecretPlace(path, study), file)
    .toString('utf8')
    .replace(/\r?\n$/, '');
  if (text.length > LONGEST_PASSPHRASE || /[\n\0\uFFFD]/.test(text)) {
    throw new ToolkitError('bad-passphrase-file', `${file} does not hold one line of text`, {
      hint: 'Put the passphrase alone into it, in UTF-8.',
      place: { file },
    });
  }
  return checkPassphrase(text);
}

/** Gives a passphrase back unless it is empty. */
export function checkPassphrase(passphrase: string): string {
  if (passphrase.trim() !== '') return passphrase;
  throw new ToolkitError('empty-passphrase', 'the passphrase is empty', {
    hint: 'Use several words that nobody guesses, and keep them where you keep other passwords.',
  });
}
