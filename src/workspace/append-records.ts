import { closeSync, fstatSync, fsyncSync, ftruncateSync, mkdirSync, openSync, readSync } from 'node:fs';
import { dirname } from 'node:path';
import { explainFailure } from './explain-failure.js';
import { resolveInside } from './resolve-inside.js';
import { flushFolder, type Target, writeWhole } from './write-file.js';

const LINE_FEED = 0x0a;

/** One record a line. */
export function formatRecords(records: readonly object[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join('');
}

/**
 * Adds records to the end of a file of one JSON object a line, and flushes it. A line that a crash left unfinished is
 * ended first, so that it takes nothing else with it. Throws `ToolkitError` as `writeFile` does; the file is then as
 * it was before.
 */
export function appendRecords({ folder, file }: Target, records: readonly object[]): void {
  if (records.length === 0) return;
  const path = resolveInside(folder, file);
  try {
    mkdirSync(dirname(path), { recursive: true });
    const descriptor = openSync(path, 'a+');
    try {
      appendWhole(descriptor, formatRecords(records));
    } finally {
      closeSync(descriptor);
    }
    flushFolder(dirname(path));
  } catch (error) {
    throw explainFailure(error, 'written', file);
  }
}

function appendWhole(descriptor: number, text: string): void {
  const { size } = fstatSync(descriptor);
  const unfinished = size > 0 && readByte(descriptor, size - 1) !== LINE_FEED;
  try {
    writeWhole(descriptor, Buffer.from(unfinished ? `\n${text}` : text));
    fsyncSync(descriptor);
  } catch (error) {
    ftruncateSync(descriptor, size);
    throw error;
  }
}

function readByte(descriptor: number, position: number): number | undefined {
  const byte = Buffer.alloc(1);
  readSync(descriptor, byte, 0, 1, position);
  return byte[0];
}
