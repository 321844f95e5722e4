import type { Command } from 'commander';
import { askPassphrase } from './ask-passphrase.js';
import type { Door } from './door.js';
import type { Library } from './open-study.js';

/** The options of a command that may look into the key file. */
export type KeyOptions = { readonly key?: string; readonly passphraseFile?: string };

/** Adds `--key` and `--passphrase-file`. */
export function addKeyOptions(command: Command): Command {
  return command
    .option('--key <file>', 'the key file of "anonymize": its names are then looked for, its decisions count')
    .option('--passphrase-file <file>', 'a file with its passphrase, in place of asking on the terminal');
}

type KeyRequest = {
  readonly library: Library;
  readonly door: Door;
  readonly options: KeyOptions & { readonly study: string };
};

/** The key file and the passphrase that a command line names; undefined where it names none. */
export async function findKey({ library, door, options }: KeyRequest) {
  if (options.key === undefined) return undefined;
  const folder = library.resolveFolder(door.folder, options.study);
  const path = library.resolveFolder(door.folder, options.key);
  const passphrase =
    options.passphraseFile === undefined
      ? library.checkPassphrase(await askPassphrase(false, door.tell))
      : library.readPassphraseFile(library.resolveFolder(door.folder, options.passphraseFile), folder);
  return { path, passphrase };
}
