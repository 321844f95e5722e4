import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copySample, inScratch, runCli } from './run-cli.js';

describe('tables, out and in', () => {
  it('are written by extension and --table, each with what it has no column for', () =>
    inScratch(async (folder) => {
      copySample(folder);
      for (const name of ['a.csv', 'a.xlsx', 'a.jsonl', 'a.jsonld']) {
        const { code, told } = await runCli(folder, 'export', name, '--study', 'study');
        expect([name, code]).toEqual([name, 0]);
        expect(told).toContain('tables hold quotes only');
      }
      const header = (name: string) => readFileSync(join(folder, name), 'utf8').split('\r\n', 1)[0];
      await runCli(folder, 'export', 'd.csv', '--table', 'decisions', '--study', 'study');
      await runCli(folder, 'export', 'm.csv', '--table', 'matrix', '--study', 'study');
      expect(header('a.csv')).toContain('id,transcript,participant,quote,wording,themes');
      expect(header('d.csv')).toContain('quote,transcript,theme');
      expect(header('m.csv')).toContain('participant,role');
      const wrong = await runCli(folder, 'export', 'a.xlsx', '--table', 'matrix', '--study', 'study');
      expect([wrong.code, wrong.told]).toEqual([2, expect.stringContaining('written as .csv')]);
    }));

  it('are refused with 1 where they would tell who somebody is, and nothing is written', () =>
    inScratch(async (folder) => {
      copySample(folder);
      const file = join(folder, 'study/memos/define-success.md');
      writeFileSync(file, `${readFileSync(file, 'utf8')}\nWrite to nora.quill@example.org about it.\n`);
      const whole = await runCli(folder, 'export', 'a.qdpx', '--study', 'study');
      expect(whole.code).toBe(1);
      expect(whole.told).toContain('nothing was written');
      expect(whole.told).not.toContain('nora.quill');
      expect(existsSync(join(folder, 'a.qdpx'))).toBe(false);
      // The table has no memos in it.
      expect((await runCli(folder, 'export', 'a.csv', '--study', 'study')).code).toBe(0);
    }));

  it('hold fewer people for a use that fewer agreed to', () =>
    inScratch(async (folder) => {
      copySample(folder);
      const count = async (...args: readonly string[]) => {
        const { out } = await runCli(folder, 'export', ...args, '--study', 'study', '--json', '-q');
        return JSON.parse(out).quotes;
      };
      expect(await count('a.csv', '--consent', 'teaching')).toBeLessThan(await count('b.csv'));
    }));

  it('show the difference of an edited table and end with 1; --apply makes it, and then nothing is left to do', () =>
    inScratch(async (folder) => {
      copySample(folder);
      await runCli(folder, 'export', 'a.csv', '--study', 'study');
      const path = join(folder, 'a.csv');
      const text = readFileSync(path, 'utf8');
      writeFileSync(
        path,
        text.replace('"define-success; pain-point",ana', '"define-success; pain-point; dream",ana'),
      );
      const take = (...args: readonly string[]) =>
        runCli(folder, 'import', 'a.csv', '--study', 'study', ...args);
      const told = await take();
      expect(told.code).toBe(1);
      expect(told.out).toMatch(/line \d+: theme of q_[0-9a-f]{10} \(ana\): none → dream/);
      expect(told.out).toContain('say --apply');
      expect(await take('--apply')).toMatchObject({ code: 0, out: expect.stringContaining('applied') });
      expect(await take()).toMatchObject({ code: 0, out: expect.stringContaining('0 changes') });
    }));
});
