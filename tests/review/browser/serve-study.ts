import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

const main = join(import.meta.dirname, '..', '..', '..', 'dist', 'cli', 'main.js');

/** Runs the built command line to its end. Throws where it fails, unless `codes` names how it may end. */
export function runThemeloom(args: readonly string[], codes: readonly number[] = [0]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], { encoding: 'utf8' });
  if (status === null || !codes.includes(status))
    throw new Error(`themeloom ${args.join(' ')} ended with ${status}: ${stderr.slice(-600)}`);
  return stdout;
}

/** A study as `init --sample` makes it, in a folder of its own. */
export function makeSample(): { readonly folder: string; readonly remove: () => void } {
  const scratch = mkdtempSync(join(tmpdir(), 'themeloom-review-'));
  const folder = join(scratch, 'study');
  runThemeloom(['init', folder, '--sample']);
  return { folder, remove: () => rmSync(scratch, { recursive: true, force: true, maxRetries: 5 }) };
}

export type Served = {
  /** Address with a token, one a coder. */
  readonly urls: readonly string[];
  readonly port: number;
  /** By default SIGKILL: no moment is left to tidy up. Ends when the process is gone. */
  readonly kill: (signal?: NodeJS.Signals) => Promise<void>;
};

/** Starts `themeloom review` of the built package; ready when it has printed an address for each coder. */
export async function serveStudy(
  folder: string,
  { port = 0, coders = ['ana'] }: { readonly port?: number; readonly coders?: readonly string[] } = {},
): Promise<Served> {
  const named = coders.flatMap((coder) => ['--coder', coder]);
  const args = [main, 'review', '--study', folder, '--port', String(port), ...named];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const urls = await readUrls(child, coders.length);
  return { urls, port: Number(new URL(urls[0] ?? '').port), kill: (signal) => endChild(child, signal) };
}

function readUrls(child: ChildProcess, count: number): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    let printed = '';
    let said = '';
    child.stderr?.on('data', (chunk) => {
      said += chunk;
    });
    child.once('exit', (code) => reject(new Error(`themeloom review ended with ${code}: ${said}`)));
    child.stdout?.on('data', (chunk) => {
      printed += chunk;
      const urls = printed.match(/http:\S+(?=\n)/g) ?? [];
      if (urls.length >= count) resolve(urls);
    });
  });
}

function endChild(child: ChildProcess, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill(signal);
  });
}

/** A copy of the sample that is open for review until the test is finished. */
export async function openSample(
  prepare: (folder: string) => void = () => undefined,
): Promise<Served & { readonly folder: string }> {
  const { folder, remove } = makeSample();
  onTestFinished(remove);
  prepare(folder);
  const served = await serveStudy(folder);
  onTestFinished(() => served.kill('SIGTERM'));
  return { ...served, folder };
}
