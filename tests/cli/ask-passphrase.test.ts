import { describe, expect, it } from 'vitest';
import { askHidden, askPassphrase, type Terminal } from '../../src/cli/ask-passphrase.js';

/** A terminal on which somebody types; `raw` has every change of its mode. */
function makeTerminal(...typed: readonly string[]): { terminal: Terminal; raw: boolean[] } {
  const raw: boolean[] = [];
  const left = [...typed];
  const terminal: Terminal = {
    isTTY: true,
    setRawMode: (mode) => raw.push(mode),
    setEncoding: () => undefined,
    on: (_event, listener) => {
      queueMicrotask(() => {
        const next = left.shift();
        if (next !== undefined) listener(next);
      });
    },
    off: () => undefined,
    resume: () => undefined,
    pause: () => undefined,
  };
  return { terminal, raw };
}

describe('askHidden', () => {
  it.each([
    ['horse\r', 'horse'],
    ['horse\nrest', 'horse'],
    ['hoX\u007frse\u0004', 'horse'],
    ['\b\bhorse 🐴é\r', 'horse 🐴é'],
    ['\r', ''],
  ])('takes %j as %j, and shows nothing', async (typed, expected) => {
    const told: string[] = [];
    const { terminal, raw } = makeTerminal(typed);
    expect(await askHidden('Passphrase:', (line) => told.push(line), terminal)).toBe(expected);
    expect(told).toEqual(['Passphrase:']);
    expect(raw).toEqual([true, false]);
  });

  it('ends on Ctrl-C and leaves the terminal as it was', async () => {
    const { terminal, raw } = makeTerminal('hor\u0003');
    await expect(askHidden('?', () => undefined, terminal)).rejects.toMatchObject({ code: 'interrupted' });
    expect(raw).toEqual([true, false]);
  });

  it('asks nobody where there is no terminal', async () => {
    const { terminal, raw } = makeTerminal('horse\r');
    const input = { ...terminal, isTTY: false };
    await expect(askHidden('?', () => undefined, input)).rejects.toMatchObject({ code: 'no-terminal' });
    expect(raw).toEqual([]);
  });
});

describe('askPassphrase', () => {
  const ask = (isNew: boolean, ...typed: readonly string[]) =>
    askPassphrase(isNew, () => undefined, makeTerminal(...typed).terminal);

  it('asks twice for a new one, and once for one that is there', async () => {
    expect(await ask(true, 'horse\r', 'horse\r')).toBe('horse');
    expect(await ask(false, 'horse\r')).toBe('horse');
  });

  it('refuses two that differ, without telling either', async () => {
    await expect(ask(true, 'horse\r', 'hors\r')).rejects.toMatchObject({
      code: 'passphrases-differ',
      message: expect.not.stringContaining('hors'),
    });
  });
});
