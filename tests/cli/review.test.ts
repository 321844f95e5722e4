import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { createColors } from 'picocolors';
import { describe, expect, it, onTestFinished } from 'vitest';
import { addReview } from '../../src/cli/commands/review.js';
import { runWork } from '../../src/cli/shell.js';
import { makeFolder, makeStudy } from '../workspace/make-study.js';
import { root, runCli } from './run-cli.js';

/** Runs the command until `during` has ended, as if the user then pressed Ctrl-C. */
async function runReview(
  folder: string,
  args: readonly string[],
  during: (out: string) => Promise<void> = async () => undefined,
) {
  let [out, told, code] = ['', '', 0];
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const door = {
    print: (text: string) => {
      out += text;
    },
    tell: (message: string) => {
      told += `${message}\n`;
      if (message.includes('Ctrl-C ends it')) void during(out).finally(end);
    },
    isTerminal: false,
    colours: createColors(false),
    now: () => new Date('2026-11-22T12:00:00Z'),
    folder,
  };
  const run = async (work: () => Promise<0 | 1 | 2>) => {
    code = await runWork(work, door);
  };
  const command = new Command('review').exitOverride();
  addReview(command, { door, run }, () => ended);
  await command.parseAsync([...args], { from: 'user' });
  return { code, out, told };
}

describe('review', () => {
  it('prints the address alone, serves it until it is ended, and leaves the folder as it was', async () => {
    const folder = makeStudy();
    let status = 0;
    const { code, out, told } = await runReview(folder, [], async (address) => {
      status = (await fetch(new URL('/api/study', address.trim()))).status;
    });
    expect(code).toBe(0);
    expect(status).toBe(401);
    expect(out).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43}\n$/);
    expect(told).toMatch(/Ctrl-C ends it/);
    expect(existsSync(join(folder, '.themeloom-review'))).toBe(false);
  });

  it('prints an address for each coder', async () => {
    const { out } = await runReview(makeStudy(), ['--coder', 'ana', '--coder', 'ben']);
    expect(out.split('\n').map((line) => line.split(' ')[0])).toEqual(['ana', 'ben', '']);
  });

  it('offers the sample where there is no study', async () => {
    const { code, out, told } = await runReview(makeFolder(), []);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(told).toContain('themeloom init my-study --sample');
    expect(told.trimEnd().split('\n').length).toBeLessThanOrEqual(3);
  });

  it('opens a study that must be mended, and says so', async () => {
    const folder = makeStudy({ 'study.yaml': 'name: [\n' });
    const { code, out, told } = await runReview(folder, []);
    expect(code).toBe(0);
    expect(out).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43}\n$/);
    expect(told).toMatch(/^study\.yaml cannot be used.*lists what to mend/);
    expect(readFileSync(join(folder, 'study.yaml'), 'utf8')).toBe('name: [\n');
  });

  it.each(['70000', 'x', '-1'])('refuses the port %s', async (port) => {
    const { code, told } = await runCli(makeStudy(), 'review', '--port', port);
    expect(code).toBe(2);
    expect(told).toMatch(/0 to 65535/);
  });
});

/** The built command as a process of its own, and the address that it prints. */
function startProcess(
  folder: string,
): Promise<{ child: ChildProcess; address: string; ended: Promise<number | null> }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'dist/cli/main.js'), 'review', '--study', folder]);
    onTestFinished(() => void child.kill('SIGKILL'));
    const ended = new Promise<number | null>((end) => child.once('exit', end));
    void ended.then((code) => reject(new Error(`ended with ${code}: build first`)));
    child.stdout.once('data', (text) => resolve({ child, address: `${text}`.trim(), ended }));
  });
}

describe('the process of a review', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'ends with 0 at %s, also while a window listens',
    async (signal) => {
      const folder = makeStudy();
      const { child, address, ended } = await startProcess(folder);
      const { origin, hash } = new URL(address);
      const entered = await fetch(`${origin}/api/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ token: hash.replace('#token=', '') }),
      });
      const { key } = JSON.parse(await entered.text());
      const events = await fetch(`${origin}/api/events`, { headers: { authorization: `Bearer ${key}` } });
      child.kill(signal);
      expect(await ended).toBe(0);
      await events.text();
      expect(existsSync(join(folder, '.themeloom-review'))).toBe(false);
    },
  );

  it('killed in the middle, is found again at the same address by the next', async () => {
    const folder = makeStudy();
    const first = await startProcess(folder);
    first.child.kill('SIGKILL');
    await first.ended;
    expect(readFileSync(join(folder, '.themeloom-review'), 'utf8')).toContain('127.0.0.1');
    const second = await startProcess(folder);
    expect(new URL(second.address).origin).toBe(new URL(first.address).origin);
  });

  it('on a folder of other things writes nothing there', async () => {
    const folder = makeFolder({ 'diary.txt': 'dear diary' });
    mkdirSync(join(folder, 'sub'));
    await expect(startProcess(folder)).rejects.toThrow(/ended with 2/);
    expect(existsSync(join(folder, '.themeloom-review'))).toBe(false);
  });
});
