import { spawnSync } from 'node:child_process';
import { ToolkitError } from '../errors.js';

export type GitAnswer = { readonly status: number; readonly output: Buffer; readonly errors: string };

/** Milliseconds: reading from a local repository takes far less. */
const LONGEST_RUN = 120_000;
const MOST_OUTPUT = 2 ** 28;

/**
 * What git must not do while it reads: run hooks, watchers or pagers, fetch what a partial clone lacks, replace
 * objects, or ask for anything.
 */
const guards = [
  '--no-pager',
  '--no-replace-objects',
  '-c',
  'core.hooksPath=/dev/null',
  '-c',
  'core.fsmonitor=false',
  '-c',
  'protocol.allow=never',
];

/** Settings that come from outside the repository are not read; those of the caller's git are not passed on. */
function makeEnvironment(): Record<string, string> {
  const kept = ['PATH', 'Path', 'SystemRoot', 'TMPDIR', 'TEMP'].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    ...Object.fromEntries(kept),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_LAZY_FETCH: '1',
    LC_ALL: 'C',
  };
}

/**
 * Runs git in a folder, without a shell. A git that answers with an error is for the caller to explain; throws
 * `ToolkitError` `no-git` where git cannot be started, and `git-failed` where it does not end.
 */
export function runGit(folder: string, args: readonly string[], input = ''): GitAnswer {
  const { status, stdout, stderr, error } = spawnSync('git', [...guards, '-C', folder, ...args], {
    input,
    env: makeEnvironment(),
    maxBuffer: MOST_OUTPUT,
    timeout: LONGEST_RUN,
    windowsHide: true,
  });
  if (error !== undefined && 'code' in error && error.code === 'ENOENT') {
    throw new ToolkitError('no-git', 'git is needed to read a revision, and could not be started', {
      hint: 'Install git, or compare two folders.',
    });
  }
  if (status === null) {
    throw new ToolkitError('git-failed', `git ${args[0]} did not come to an end`, {
      hint: 'Check the repository with "git fsck", or compare two folders.',
    });
  }
  return { status, output: stdout, errors: stderr.toString('utf8') };
}

/** The first line that git says of its failure. */
export function explainGit({ errors, status }: GitAnswer): string {
  const line = errors.split('\n').find((text) => text.trim() !== '') ?? `it ended with ${status}`;
  return line.replace(/^(fatal|error): /, '').slice(0, 200);
}
