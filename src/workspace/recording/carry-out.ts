import { rmSync, statSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';
import { appendRecords } from '../append-records.js';
import { explainFailure } from '../explain-failure.js';
import { holdsEntry, readBytes } from '../read-file.js';
import { resolveInside } from '../resolve-inside.js';
import { flushFolder, writeFile } from '../write-file.js';
import type { Step } from './step.js';

/** How steps touch the disk. */
export type StepWriter = (folder: string, step: Step) => void;

/**
 * Takes steps one after the other. Where one fails, those before it are taken back, the last first, and the failure is
 * thrown; where that fails too, what stands is left to recovery, which finishes it.
 */
export function carryOut(folder: string, steps: readonly Step[], write: StepWriter = takeStep): void {
  const undoing: (() => void)[] = [];
  try {
    for (const step of steps) {
      undoing.push(prepareUndoing(folder, step));
      write(folder, step);
    }
  } catch (error) {
    try {
      for (const undo of undoing.toReversed()) undo();
    } catch {
      // The failure that led here is the one to tell.
    }
    throw error;
  }
}

export function takeStep(folder: string, step: Step): void {
  if (step.kind === 'append') appendRecords({ folder, file: step.file }, step.records);
  else if (step.kind === 'write') writeFile({ folder, file: step.file }, step.content);
  else removeFile(folder, step.file);
}

function removeFile(folder: string, file: string): void {
  const path = resolveInside(folder, file);
  try {
    rmSync(path, { force: true });
    flushFolder(dirname(path));
  } catch (error) {
    throw explainFailure(error, 'written', file);
  }
}

/** What brings a file back to what it is now: its size for a log, all of it for the rest. */
function prepareUndoing(folder: string, { kind, file }: Step): () => void {
  const path = resolveInside(folder, file);
  if (!holdsEntry(folder, file)) return () => rmSync(path, { force: true });
  if (kind === 'append') {
    const { size } = statSync(path);
    return () => {
      if (statSync(path).size !== size) truncateSync(path, size);
    };
  }
  const bytes = readBytes(folder, file);
  return () => {
    if (!holdsEntry(folder, file) || !readBytes(folder, file).equals(bytes))
      writeFile({ folder, file }, bytes);
  };
}
