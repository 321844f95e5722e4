import type { Terminal } from './ask-passphrase.js';

export const ENTER = '\r';
export const ESCAPE = '\u001b';
export const INTERRUPT = '\u0003';
/** Ctrl-D, and what an input that has ended gives. */
export const END = '\u0004';

/** A terminal, or what stands for one, that tells when it has ended. */
export type KeyInput = Terminal & { on(event: 'end', listener: () => void): unknown };

export type Keys = {
  readonly next: () => Promise<string>;
  readonly drop: () => void;
  readonly close: () => void;
};

/** One key a match: an escape sequence, such as that of an arrow, is one. */
const oneKey = new RegExp(String.raw`${ESCAPE}(?:\[[\d;?]*[ -/]*[@-~]|O.)?|\r\n|[\s\S]`, 'gu');

/**
 * Reads a terminal key by key: `next` gives Ctrl-D for ever where the input has ended, `drop` forgets what was typed
 * ahead, which is kept otherwise.
 */
export function openKeys(input: KeyInput): Keys {
  let waiting: readonly string[] = [];
  let isOver = false;
  let take: ((key: string) => void) | undefined;
  const offer = () => {
    const key = waiting[0] ?? (isOver ? END : undefined);
    if (take === undefined || key === undefined) return;
    waiting = waiting.slice(1);
    take(key);
    take = undefined;
  };
  const listen = (text: string) => {
    const typed = text.match(oneKey) ?? [];
    waiting = [...waiting, ...typed.map((key) => (key === '\n' || key === '\r\n' ? ENTER : key))];
    offer();
  };
  input.setEncoding('utf8');
  input.setRawMode?.(true);
  input.on('data', listen);
  input.on('end', () => {
    isOver = true;
    offer();
  });
  input.resume();
  return {
    next: () =>
      new Promise<string>((resolve) => {
        take = resolve;
        offer();
      }),
    drop: () => {
      waiting = [];
    },
    close: () => {
      input.off('data', listen);
      input.setRawMode?.(false);
      input.pause();
    },
  };
}
