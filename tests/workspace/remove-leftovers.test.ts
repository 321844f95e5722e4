import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { removeLeftovers } from '../../src/workspace/remove-leftovers.js';

const folder = mkdtempSync(join(tmpdir(), 'themeloom-leftovers-'));
afterAll(() => rmSync(folder, { recursive: true }));
/** No process has such a number. */
const DEAD = 2 ** 30;
const HOUR = 3_600_000;

it('removes what a dead process left half-written a while ago, and nothing else', () => {
  mkdirSync(join(folder, 'memos'));
  const left = [`.quotes.jsonl.${DEAD}.tmp`, join('memos', `.pay.md.${DEAD}.tmp`)];
  const kept = [`.quotes.jsonl.${process.pid}.tmp`, 'quotes.jsonl', '.themeloom.lock', `notes.${DEAD}.tmp`];
  for (const name of [...left, ...kept]) writeFileSync(join(folder, name), 'words');
  removeLeftovers(folder);
  expect([...left, ...kept].filter((name) => !existsSync(join(folder, name)))).toEqual([]);
  removeLeftovers(folder, Date.now() + HOUR);
  expect([...left, ...kept].filter((name) => !existsSync(join(folder, name)))).toEqual(left);
});
