import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listContents } from '../workspace/make-study.js';
import { copySample, inScratch, runCli } from './run-cli.js';

describe('themeloom export', () => {
  it('writes the file, prints what is in it, and tells what has no field there and who was left out', () =>
    inScratch(async (folder) => {
      copySample(folder);
      const { code, out, told } = await runCli(folder, 'export', 'sample.qdpx', '--study', 'study');
      expect(code).toBe(0);
      expect(out).toMatch(/^sample\.qdpx: \d+ transcripts, \d+ quotes, \d+ decisions, 11 themes written\n$/);
      expect(told).toMatch(/^left out: participant \(\d+\): whoever withdrew/m);
      expect(told).toMatch(/^no field: rejected decision \(\d+\): /m);
      expect(told).toMatch(/^ATLAS\.ti: attribute \(\d+\): /m);
      expect(existsSync(join(folder, 'sample.qdpx'))).toBe(true);
    }));

  it('prints one JSON document, says nothing with --quiet, and refuses to write over other work with 2', () =>
    inScratch(async (folder) => {
      copySample(folder);
      const args = ['export', 'a.qdc', '--study', 'study', '--json', '--quiet'];
      const { code, out, told } = await runCli(folder, ...args);
      expect([code, told]).toEqual([0, '']);
      expect(JSON.parse(out)).toMatchObject({ exchange: 'refi-codebook', written: true, themes: 11 });
      const refused = await runCli(folder, 'export', 'study/study.yaml', '--study', 'study');
      expect(refused.code).toBe(2);
      expect(refused.told).toContain('.qdpx');
    }));

  it('what import takes from it is told by kind; nothing is taken twice, and nothing in the study changes', () =>
    inScratch(async (folder) => {
      copySample(folder);
      await runCli(folder, 'export', 'sample.qdpx', '--study', 'study');
      const before = listContents(join(folder, 'study'));
      const { code, out } = await runCli(folder, 'import', 'sample.qdpx', '--study', 'study');
      expect([code, out]).toEqual([
        0,
        expect.stringMatching(
          /^sample\.qdpx \(written by Themeloom\): nothing taken, .*\d+ quotes.* there already\n$/,
        ),
      ]);
      expect(listContents(join(folder, 'study'))).toEqual(before);
    }));
});
