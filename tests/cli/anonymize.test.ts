import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { createColors } from 'picocolors';
import { describe, expect, it } from 'vitest';
import { addAnonymize } from '../../src/cli/commands/anonymize.js';
import type { ExitCode } from '../../src/cli/door.js';
import { listContents } from '../workspace/make-study.js';
import { inScratch, runCli } from './run-cli.js';

const names = /tamsin|okafor|nortech/i;

function prepare(folder: string): readonly string[] {
  mkdirSync(join(folder, 'study'));
  writeFileSync(join(folder, 'study/study.yaml'), 'name: Harbours\ncoder: ana\n');
  writeFileSync(
    join(folder, 'raw.txt'),
    'Interviewer: You work at Nortech Ltd, Tamsin?\nTamsin Okafor: Yes. Tamsin it is.\nInterviewer: Good.\nTamsin Okafor: Very.\n',
  );
  writeFileSync(join(folder, 'pass'), 'correct horse\n');
  return ['anonymize', 'raw.txt', '--study', 'study', '--key', 'a.key', '--passphrase-file', 'pass'];
}

function decide(folder: string): void {
  const sheet = join(folder, 'a.key.decisions.csv');
  const lines = readFileSync(sheet, 'utf8').replace(/(?<!,replace),replace,,/g, ',replace,replace,');
  writeFileSync(sheet, lines);
}

/** Runs the command at a terminal on which `typed` is typed. */
async function runAtTerminal(folder: string, typed: string, args: readonly string[]) {
  let code: ExitCode | undefined;
  let out = '';
  let shown = '';
  const input = {
    isTTY: true,
    setRawMode: () => undefined,
    setEncoding: () => undefined,
    on: (event: string, listener: (text: string) => void) => {
      if (event === 'data') queueMicrotask(() => listener(typed));
    },
    off: () => undefined,
    resume: () => undefined,
    pause: () => undefined,
  };
  const door = {
    print: (text: string) => {
      out += text;
    },
    tell: (message: string) => {
      shown += `${message}\n`;
    },
    isTerminal: true,
    colours: createColors(false),
    now: () => new Date('2026-11-22T12:00:00Z'),
    folder,
  };
  const write = (text: string) => door.tell(text);
  const run = async (work: () => Promise<ExitCode>) => {
    code = await work();
  };
  const command = new Command('anonymize');
  addAnonymize(command, { door, run }, { input, write, width: 80 });
  await command.parseAsync([...args.slice(1)], { from: 'user' });
  return { code, out, shown };
}

describe('themeloom anonymize at a terminal', () => {
  it('asks, stops with 1, goes on where it stopped, and writes with 0; names are shown on the terminal only', async () => {
    await inScratch(async (folder) => {
      const args = prepare(folder);
      const stopped = await runAtTerminal(folder, '\rq', args);
      expect(stopped).toMatchObject({ code: 1, out: '' });
      expect(stopped.shown).toContain('Stopped: 1 decided');
      expect(existsSync(join(folder, 'study/transcripts'))).toBe(false);
      const done = await runAtTerminal(folder, 'a\ra\ra\ra\r\r\r\r', args);
      expect(done.code).toBe(0);
      expect(done.out).toContain('pseudonymised: transcripts/raw.txt');
      expect(stopped.out + done.out).not.toMatch(names);
      expect(JSON.stringify(listContents(join(folder, 'study')))).not.toMatch(names);
    });
  });

  it.each([['--json'], ['--quiet'], ['--review'], ['--decisions', 'mine.csv']])(
    'asks nothing with %s',
    async (...more) => {
      await inScratch(async (folder) => {
        const { code, shown } = await runAtTerminal(folder, '\r', [...prepare(folder), ...more]);
        expect(code).toBe(1);
        expect(shown).not.toMatch(names);
      });
    },
  );

  it('goes on with a sheet that was begun', async () => {
    await inScratch(async (folder) => {
      const args = prepare(folder);
      await runCli(folder, ...args);
      const { code, out } = await runAtTerminal(folder, '\r', args);
      expect(code).toBe(1);
      expect(out).toContain('a.key.decisions.csv');
    });
  });
});

describe('themeloom anonymize', () => {
  it('asks for decisions with 1, then writes with 0, and prints no name', async () => {
    await inScratch(async (folder) => {
      const args = prepare(folder);
      const first = await runCli(folder, ...args);
      expect(first.code).toBe(1);
      expect(first.out).toContain('a.key.decisions.csv');
      decide(folder);
      const second = await runCli(folder, ...args);
      expect(second).toMatchObject({ code: 0 });
      expect(second.out).toContain('pseudonymised: transcripts/raw.txt');
      expect(second.out).toContain('pseudonymised, not anonymous');
      const third = await runCli(folder, ...args, '--json');
      expect(JSON.parse(third.out)).toMatchObject({ undecided: 0, unchanged: ['transcripts/raw.txt'] });
      for (const { out, told } of [first, second, third]) expect(out + told).not.toMatch(names);
      expect(JSON.stringify(listContents(join(folder, 'study')))).not.toMatch(names);
    });
  });

  it.each([
    [
      'another passphrase',
      'does not open a.key',
      (folder: string) => writeFileSync(join(folder, 'pass'), 'x'),
    ],
    [
      'an empty passphrase',
      'the passphrase is empty',
      (folder: string) => writeFileSync(join(folder, 'pass'), '\n'),
    ],
    ['a damaged key file', 'damaged', (folder: string) => writeFileSync(join(folder, 'a.key'), '{"format"')],
    ['a repository', 'inside a repository', (folder: string) => mkdirSync(join(folder, '.git'))],
  ])('with %s exits with 2 in at most three lines', async (_what, message, harm) => {
    await inScratch(async (folder) => {
      const args = prepare(folder);
      await runCli(folder, ...args);
      harm(folder);
      const { code, out, told } = await runCli(folder, ...args);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(told).toContain(message);
      expect(told.trimEnd().split('\n').length).toBeLessThanOrEqual(3);
      expect(told).not.toMatch(names);
    });
  });

  it('needs a passphrase, a key and a file', async () => {
    await inScratch(async (folder) => {
      const args = prepare(folder);
      expect((await runCli(folder, ...args.slice(0, 6))).told).toContain('--passphrase-file');
      expect((await runCli(folder, 'anonymize', 'raw.txt', '--study', 'study')).code).toBe(2);
      expect((await runCli(folder, 'anonymize', '--key', 'a.key')).code).toBe(2);
      expect(existsSync(join(folder, 'a.key'))).toBe(false);
    });
  });
});
