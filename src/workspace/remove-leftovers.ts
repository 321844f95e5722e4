import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from './is-alive.js';
import { studyFolders } from './study-files.js';

/** As `writeFile` names the file that it fills before it is renamed. */
const leftover = /^\..+\.(\d+)\.tmp$/u;
/** Milliseconds after which nobody fills it any more, not even on another machine. */
const FILLING_TAKES = 60_000;

/** Removes what processes that were killed have left half-written beside the files of a study. */
export function removeLeftovers(folder: string, now = Date.now()): void {
  for (const under of ['', studyFolders.decisions, studyFolders.memos]) {
    for (const name of listNames(join(folder, under))) {
      const pid = leftover.exec(name)?.[1];
      if (pid === undefined || isAlive(Number(pid))) continue;
      removeOld(join(folder, under, name), now);
    }
  }
}

function listNames(path: string): readonly string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}

function removeOld(path: string, now: number): void {
  try {
    if (now - statSync(path).mtimeMs > FILLING_TAKES) rmSync(path);
  } catch {
    // Somebody else was quicker, or the disk is read-only: it does no harm where it is.
  }
}
