import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createColors } from 'picocolors';
import { runCommandLine } from '../../src/cli/program.js';

export const root = join(import.meta.dirname, '..', '..');

export type CliRun = { readonly code: number; readonly out: string; readonly told: string };

/** Runs one command line in a folder, on a fixed day, and gives what it printed and told. */
export async function runCli(folder: string, ...args: readonly string[]): Promise<CliRun> {
  let out = '';
  let told = '';
  const code = await runCommandLine(
    args,
    {
      print: (text) => {
        out += text;
      },
      tell: (message) => {
        told += `${message}\n`;
      },
      isTerminal: false,
      colours: createColors(false),
      now: () => new Date('2026-11-22T12:00:00Z'),
      folder,
    },
    '1.2.3',
  );
  return { code, out, told };
}

/** Gives a new empty folder to a piece of work, and removes it afterwards. */
export async function inScratch<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'themeloom-test-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A copy of the sample study that a test may change. */
export function copySample(folder: string): string {
  const study = join(folder, 'study');
  cpSync(join(root, 'data', 'sample'), study, { recursive: true });
  return study;
}
