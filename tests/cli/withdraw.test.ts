import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { createColors } from 'picocolors';
import { describe, expect, it } from 'vitest';
import { addWithdraw } from '../../src/cli/commands/withdraw.js';
import type { Door } from '../../src/cli/door.js';
import { runWork } from '../../src/cli/shell.js';
import { readStudy } from '../../src/workspace/read-study.js';
import { browserPath } from '../browser/find-browser.js';
import { listFileRuns, listOwnRuns } from '../workspace/list-runs.js';
import { listContents } from '../workspace/make-study.js';
import { copySample, inScratch, runCli } from './run-cli.js';

async function runWithdraw(folder: string, ...args: readonly string[]) {
  let out = '';
  let told = '';
  let code = 0;
  const door: Door = {
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
  };
  const command = new Command('withdraw');
  const run = async (work: Parameters<typeof runWork>[0]) => {
    code = await runWork(work, door);
  };
  addWithdraw(command, { door, run });
  await command.parseAsync([...args], { from: 'user' });
  return { code, out, told };
}

describe('themeloom withdraw', () => {
  it('draws editions and Word documents anew, too', async () => {
    await inScratch(async (folder) => {
      const study = copySample(folder);
      await runCli(folder, 'report', 'teaching-pack', '--study', study, '--format', 'html,docx', '--quiet');
      const drawn = readdirSync(join(study, 'reports')).toSorted();
      expect(drawn).toContain('teaching-pack-facilitator.docx');
      const done = await runWithdraw(folder, 'P03', '--study', study, '--yes');
      expect(done.out).toContain(`${drawn.length} reports; the reports were drawn anew`);
      expect(readdirSync(join(study, 'reports')).toSorted()).toEqual(drawn);
    });
  });

  it.skipIf(browserPath === undefined)('prints PDFs anew where there is a Chromium', async () => {
    await inScratch(async (folder) => {
      const study = copySample(folder);
      mkdirSync(join(study, 'reports'));
      writeFileSync(join(study, 'reports/codebook.pdf'), '%PDF-1.4 old\n');
      const done = await runWithdraw(folder, 'P03', '--study', study, '--yes');
      expect(done.out).toContain('the reports were drawn anew');
      expect(readFileSync(join(study, 'reports/codebook.pdf'), 'latin1')).not.toContain('%PDF-1.4 old');
    });
  });

  it('says what it would do with 1, does it with --yes, and draws the reports anew without the words', async () => {
    await inScratch(async (folder) => {
      const study = copySample(folder);
      await runCli(
        folder,
        'report',
        'themes',
        'quote-bank',
        '--study',
        study,
        '--format',
        'md,json',
        '--quiet',
      );
      const reports = readdirSync(join(study, 'reports')).toSorted();
      const runs = listOwnRuns(readStudy(study).study, 'P03');
      const before = listContents(study);
      const planned = await runWithdraw(folder, 'P03', '--study', study);
      expect(planned.code).toBe(1);
      expect(planned.out).toContain('nothing was changed');
      expect(listContents(study)).toEqual(before);
      const done = await runWithdraw(folder, 'P03', '--study', study, '--yes');
      expect(done).toMatchObject({ code: 0 });
      expect(done.out).toContain('cannot be recalled: exports');
      expect(readdirSync(join(study, 'reports')).toSorted()).toEqual(reports);
      expect(existsSync(join(study, 'withdrawal-in-progress.json'))).toBe(false);
      const files = [
        ...listContents(study),
        ['printed', planned.out + planned.told + done.out + done.told] as const,
      ];
      const found = files.flatMap(([file, content]) =>
        listFileRuns(Buffer.from(content, 'latin1').toString('utf8'))
          .filter((run) => runs.has(run))
          .map((run) => `${file}: ${run}`),
      );
      expect(found).toEqual([]);
    });
  });

  it('prints its JSON in the order of the format', async () => {
    await inScratch(async (folder) => {
      const study = copySample(folder);
      const { code, out } = await runWithdraw(folder, 'P11', '--study', study, '--yes', '--json');
      expect(code).toBe(0);
      const keys = ['participant', 'removed', 'cannotRecall', 'remaining', 'withdrawnAt', 'done'];
      expect(Object.keys(JSON.parse(out))).toEqual(keys);
    });
  });

  it('ends with 1 where a file is left to a person, and with 2 for somebody unknown', async () => {
    await inScratch(async (folder) => {
      const study = copySample(folder);
      writeFileSync(join(study, 'talk.mp3'), new Uint8Array([0xff, 0xfb, 0, 0, 0, 1]));
      const left = await runWithdraw(folder, 'P11', '--study', study, '--yes');
      expect(left.code).toBe(1);
      expect(left.out).toContain('still to do: talk.mp3: it cannot be searched');
      const unknown = await runWithdraw(folder, 'p1', '--study', study, '--yes');
      expect(unknown.code).toBe(2);
      expect(unknown.told).toContain('did you mean "P01"');
      expect(readFileSync(join(study, 'withdrawals.jsonl'), 'utf8').trim().split('\n')).toHaveLength(1);
    });
  });

  it('is done also where the reports cannot be drawn anew, and says so with 1', async () => {
    await inScratch(async (folder) => {
      const study = copySample(folder);
      mkdirSync(join(study, 'reports'));
      mkdirSync(join(study, 'templates'));
      writeFileSync(join(study, 'reports/themes.md'), 'old\n');
      writeFileSync(join(study, 'templates/themes.md.hbs'), '{{#if typo}}x{{/if}}\n');
      const { code, out, told } = await runWithdraw(folder, 'P11', '--study', study, '--yes');
      expect(code).toBe(1);
      expect(told).toContain('themes.md.hbs');
      expect(out).toContain('the reports are not drawn yet');
      expect(existsSync(join(study, 'reports/themes.md'))).toBe(false);
      expect(existsSync(join(study, 'withdrawal-in-progress.json'))).toBe(false);
      expect(existsSync(join(study, 'withdrawals.jsonl'))).toBe(true);
    });
  });
});
