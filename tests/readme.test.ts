import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inScratch, root, runCli } from './cli/run-cli.js';

const readme = readFileSync(join(root, 'README.md'), 'utf8');

/** The commands of the readme's console blocks, each with the output that it shows. */
function listCommands(): { command: string; shown: string }[] {
  return [...readme.matchAll(/```console\n([\s\S]*?)```/g)].flatMap(([, block = '']) =>
    block
      .split(/^\$ /m)
      .slice(1)
      .map((entry) => {
        const [command = '', ...shown] = entry.split('\n');
        return { command, shown: shown.join('\n').trim() };
      }),
  );
}

/** Splits as a shell would, as far as the readme needs it. */
const splitArguments = (command: string) =>
  (command.match(/(?:[^\s"]|"[^"]*")+/g) ?? []).map((part) => part.replaceAll('"', ''));

describe('the readme', () => {
  it('is at most 150 lines and begins with the two commands', () => {
    expect(readme.split('\n').length).toBeLessThanOrEqual(150);
    expect(readme.indexOf('npm ci && npm run demo')).toBeGreaterThan(0);
    expect(readme.indexOf('npm ci && npm run demo')).toBeLessThan(1200);
    expect(readme).toContain('npm ci && npm test');
  });

  it('shows commands that run, with the output that they give', async () => {
    const commands = listCommands();
    expect(commands.length).toBeGreaterThanOrEqual(5);
    await inScratch(async (folder) => {
      for (const { command, shown } of commands) {
        const [name, ...args] = splitArguments(command);
        expect(name).toBe('themeloom');
        const { code, out, told } = await runCli(folder, ...args);
        expect(code, `${command}\n${told}`).toBe(0);
        const lines = `${told}${out}`.replaceAll(folder, '…').trimEnd().split('\n');
        for (const line of shown.split('\n').filter((each) => each !== '' && each.trim() !== '…'))
          expect(lines).toContain(line);
      }
    });
  });

  it('shows library use that runs', async () => {
    const [, code = ''] = /```ts\n([\s\S]*?)```/.exec(readme) ?? [];
    expect(code.trim().split('\n').length).toBeLessThanOrEqual(12);
    for (const [, names = ''] of code.matchAll(/import \{([^}]*)\} from 'themeloom'/g)) {
      const library = Object.keys(await import('../src/index.js'));
      expect(library).toEqual(expect.arrayContaining(names.split(',').map((each) => each.trim())));
    }
  });
});
