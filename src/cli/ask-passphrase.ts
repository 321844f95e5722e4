import { ToolkitError } from '../errors.js';

/** What a terminal must be able to do to take a passphrase unseen: standard input is one. */
export type Terminal = {
  readonly isTTY?: boolean;
  setRawMode?(raw: boolean): unknown;
  setEncoding(encoding: 'utf8'): unknown;
  on(event: 'data', listener: (text: string) => void): unknown;
  off(event: 'data', listener: (text: string) => void): unknown;
  resume(): unknown;
  pause(): unknown;
};

/** Return, line feed, and Ctrl-D. */
const ends = new Set(['\r', '\n', '\u0004']);
const INTERRUPT = '\u0003';
const erasers = new Set(['\u007f', '\b']);

/**
 * Asks for a line on the terminal without showing it. Throws `ToolkitError` `no-terminal` where there is none, and
 * `interrupted` on Ctrl-C; the terminal is then as it was.
 */
export async function askHidden(
  question: string,
  tell: (message: string) => void,
  input: Terminal = process.stdin,
): Promise<string> {
  if (input.isTTY !== true || input.setRawMode === undefined) {
    throw new ToolkitError('no-terminal', 'there is no terminal to ask for the passphrase', {
      hint: 'Put it into a file that only you can read, and name that with --passphrase-file FILE.',
    });
  }
  tell(question);
  input.setEncoding('utf8');
  input.setRawMode(true);
  input.resume();
  try {
    return await readLine(input);
  } finally {
    input.setRawMode(false);
    input.pause();
  }
}

function readLine(input: Terminal): Promise<string> {
  return new Promise((resolve, reject) => {
    let typed: readonly string[] = [];
    const listen = (text: string) => {
      for (const character of text) {
        if (erasers.has(character)) typed = typed.slice(0, -1);
        else if (character === INTERRUPT || ends.has(character)) {
          input.off('data', listen);
          if (character === INTERRUPT)
            reject(new ToolkitError('interrupted', 'interrupted: nothing was changed'));
          else resolve(typed.join(''));
          return;
        } else typed = [...typed, character];
      }
    };
    input.on('data', listen);
  });
}

/** Asks for a passphrase; for one that is new twice. Throws as `askHidden` does, and `passphrases-differ`. */
export async function askPassphrase(
  isNew: boolean,
  tell: (message: string) => void,
  input?: Terminal,
): Promise<string> {
  const question = isNew ? 'Choose a passphrase for the new key file' : 'Passphrase of the key file';
  const first = await askHidden(`${question} (it is not shown):`, tell, input);
  if (!isNew || first.trim() === '') return first;
  if ((await askHidden('The same again:', tell, input)) === first) return first;
  throw new ToolkitError('passphrases-differ', 'the two passphrases are not the same: no key file was made', {
    hint: 'Run the command again.',
  });
}
