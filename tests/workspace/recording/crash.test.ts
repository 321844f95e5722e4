import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../../src/pipeline/reviewing/apply-changes.js';
import { readStudy } from '../../../src/workspace/read-study.js';
import { openRecording } from '../../../src/workspace/recording/recording.js';
import { makeRecordedStudy } from './make-recorded-study.js';
import { settle } from './settle.js';

const program = join(import.meta.dirname, 'storm.ts');

/** Lets a storm of actions rage until it is killed, some while after its first; gives what it acknowledged. */
function rage(folder: string, storm: number, milliseconds: number): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', program, folder, String(storm)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let printed = '';
    child.stdout.setEncoding('utf8');
    child.stdout.on('data', (text: string) => {
      if (printed === '') setTimeout(() => child.kill('SIGKILL'), milliseconds);
      printed += text;
    });
    const longest = setTimeout(() => child.kill('SIGKILL'), 15_000);
    child.on('error', reject);
    child.on('close', () => {
      clearTimeout(longest);
      resolve(printed.split('\n').slice(0, -1));
    });
  });
}

const listErrors = (folder: string) =>
  readStudy(folder).notices.filter(({ severity, code }) => severity === 'error' || code === 'torn-line');

describe('a study whose writer is killed again and again', () => {
  it('keeps every acknowledged action, and nothing by halves', { timeout: 300_000 }, async () => {
    const folder = makeRecordedStudy();
    const errors = listErrors(folder);
    const before = readStudy(folder).study;
    const acknowledged: string[] = [];
    for (let storm = 0; storm < Number(process.env.KILLS ?? 12); storm++) {
      acknowledged.push(...(await rage(folder, storm, (storm * 37) % 91)));
      const { reading, history } = openRecording(folder);
      const known = new Set(history.map(({ id }) => id));
      expect(acknowledged.filter((id) => !known.has(id))).toEqual([]);
      const made = applyChanges(
        before,
        history.flatMap(({ changes }) => changes),
      );
      expect(settle({ ...reading, study: made })).toEqual(settle(reading));
      expect(listErrors(folder)).toEqual(errors);
    }
    expect(acknowledged.length).toBeGreaterThan(0);
  });
});
