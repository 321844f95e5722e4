import { linkSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { ToolkitError } from '../errors.js';
import { createWhole } from './create-whole.js';
import { explainFailure } from './explain-failure.js';
import { isAlive } from './is-alive.js';
import { resolveInside } from './resolve-inside.js';
import { studyFiles } from './study-files.js';

const file = studyFiles.lock;

/**
 * Makes this process the one writer of a study and gives the function that ends it. The lock of a process that has
 * died on this machine is taken over. Throws `ToolkitError` `study-locked` where another process is writing.
 */
export function lockStudy(folder: string): () => void {
  const path = resolveInside(folder, file);
  const own = `${process.pid} ${hostname()}\n`;
  if (!createLock(path, own)) {
    takeOver(path);
    if (!createLock(path, own)) throw refuseLock(readLock(path));
  }
  return () => {
    if (readLock(path) === own) rmSync(path, { force: true });
  };
}

/** Does a piece of writing as the one writer of a study. */
export function withLock<T>(folder: string, work: () => T): T {
  const unlock = lockStudy(folder);
  try {
    return work();
  } finally {
    unlock();
  }
}

/** False where there is a lock already: of all who try at once, one succeeds. */
function createLock(path: string, content: string): boolean {
  try {
    createWhole(path, content);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw explainFailure(error, 'written', file);
  }
}

function readLock(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * Moves the lock of a dead process aside. Another process may do the same at this moment and have a lock of its own
 * by now: what was moved is looked at again, and put back where it is not the one that was judged.
 */
function takeOver(path: string): void {
  const judged = readLock(path);
  if (judged === undefined) return;
  if (isHeld(judged) && !isForsaken(path, judged)) throw refuseLock(judged);
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
    if (readLock(aside) !== judged) linkSync(aside, path);
  } catch {
    // Somebody else was quicker: the next attempt to create a lock tells.
  }
  rmSync(aside, { force: true });
}

/** A lock of another machine, or one that names no process, counts as alive: it cannot be told. */
function isHeld(lock: string): boolean {
  const [, pid, host] = /^(\d+) (.*)\n$/.exec(lock) ?? [];
  return pid === undefined || host !== hostname() || isAlive(Number(pid));
}

/** Milliseconds after which nobody is filling a lock any more: that takes microseconds. */
const FILLING_TAKES = 2000;

/** Whether a lock is empty because its process was killed between making and filling it. */
function isForsaken(path: string, lock: string): boolean {
  if (lock !== '') return false;
  const madeAt = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  return madeAt !== undefined && Date.now() - madeAt > FILLING_TAKES;
}

function refuseLock(lock: string | undefined): ToolkitError {
  const [, pid, host] = /^(\d+) (.*)\n$/.exec(lock ?? '') ?? [];
  const who = pid === undefined ? 'another process' : `process ${pid} on ${host}`;
  return new ToolkitError('study-locked', `${who} is writing to this study`, {
    hint: `Wait until it is done. If no Themeloom runs any more, delete ${file}.`,
    place: { file },
  });
}
