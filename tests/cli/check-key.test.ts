import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openKeyFile } from '../../src/workspace/key-file/key-file.js';
import { inScratch, runCli } from './run-cli.js';

const names = /tamsin|okafor/i;
const key = ['--key', 'a.key', '--passphrase-file', 'pass'];

/** A study of one pseudonymised transcript, in which Tamsin Okafor is replaced and Nortech is kept. */
async function pseudonymiseInto(folder: string): Promise<void> {
  mkdirSync(join(folder, 'study'));
  writeFileSync(
    join(folder, 'study/study.yaml'),
    'name: Harbours\ncoder: ana\nspeakers: { Person 1: P01 }\n',
  );
  writeFileSync(
    join(folder, 'raw.txt'),
    'Interviewer: You work at Nortech, Tamsin?\nTamsin Okafor: Yes, I ==was told so at Nortech==.\n',
  );
  writeFileSync(join(folder, 'pass'), 'correct horse\n');
  openKeyFile({
    path: join(folder, 'a.key'),
    study: join(folder, 'study'),
    passphrase: 'correct horse',
    cost: 2 ** 14,
  });
  const args = ['anonymize', 'raw.txt', '--study', 'study', ...key];
  await runCli(folder, ...args);
  const sheet = join(folder, 'a.key.decisions.csv');
  const rows = readFileSync(sheet, 'utf8').replace(/(?<!,replace),replace,,/g, ',replace,replace,');
  writeFileSync(sheet, rows.replace(/^(Nortech,.*),replace,replace,,[^,]*/m, '$1,replace,keep,,'));
  expect(await runCli(folder, ...args)).toMatchObject({ code: 0 });
}

const made = mkdtempSync(join(tmpdir(), 'themeloom-test-'));
beforeAll(() => pseudonymiseInto(made));
afterAll(() => rmSync(made, { recursive: true, force: true }));
/** A copy of it that a test may change. Its key is cheaper to open than one that the command line makes. */
const pseudonymise = (folder: string) => cpSync(made, folder, { recursive: true });

const checked = z.looseObject({
  notices: z.array(z.looseObject({ code: z.string(), place: z.looseObject({ file: z.string() }) })),
  identifiers: z.array(z.looseObject({ text: z.string(), decided: z.boolean() })),
});

describe('check --key', () => {
  it('finds nothing where all names gave way, takes no pseudonym for an identifier, and shows what is kept', async () => {
    await inScratch(async (folder) => {
      pseudonymise(folder);
      const { code, out } = await runCli(folder, 'check', '--study', 'study', '--json', ...key);
      const { notices, identifiers } = checked.parse(JSON.parse(out));
      expect(code).toBe(0);
      expect(notices.filter((notice) => notice.code === 'key-name-in-study')).toEqual([]);
      expect(identifiers.map(({ text }) => text).join()).not.toMatch(/Person/);
      expect(identifiers).toContainEqual(expect.objectContaining({ text: 'Nortech', decided: true }));
    });
  });

  it('finds forms of a name in transcripts, memos and taxonomy, by file, and prints none of them', async () => {
    await inScratch(async (folder) => {
      pseudonymise(folder);
      const study = join(folder, 'study');
      mkdirSync(join(study, 'memos'));
      writeFileSync(
        join(study, 'taxonomy.yaml'),
        'dimensions:\n  - id: theme\n    themes:\n      - { id: work, label: Work, description: As Tamsin says. }\n',
      );
      writeFileSync(join(study, 'memos/work.md'), 'Okafor, Tamsin explained it; see [Person 1].\n');
      writeFileSync(
        join(study, 'transcripts/P02.txt'),
        'Interviewer: So?\nP02: I know tamsin okafor, and I met Priya Bold.\n',
      );
      const { code, out, told } = await runCli(folder, 'check', '--study', 'study', '--json', ...key);
      const { notices } = checked.parse(JSON.parse(out));
      const found = notices.filter((notice) => notice.code === 'key-name-in-study');
      expect(code).toBe(1);
      expect(new Set(found.map(({ place }) => place.file))).toEqual(
        new Set(['transcripts/P02.txt', 'memos/work.md', 'taxonomy.yaml']),
      );
      expect(out + told).not.toMatch(names);
      const shown = await runCli(folder, 'check', '--study', 'study', ...key);
      expect(shown.out + shown.told).not.toMatch(names);
      expect(shown.out).toContain('Priya Bold');
    });
  });

  it('refuses a report that a memo would let a name into, and only with the key knows it', async () => {
    await inScratch(async (folder) => {
      pseudonymise(folder);
      const study = join(folder, 'study');
      mkdirSync(join(study, 'memos'));
      writeFileSync(
        join(study, 'taxonomy.yaml'),
        'dimensions:\n  - id: theme\n    themes:\n      - { id: work, label: Work }\n',
      );
      writeFileSync(join(study, 'memos/work.md'), 'It was **Tam**sin who said so.\n');
      const refused = await runCli(folder, 'report', 'article', '--study', 'study', ...key);
      expect(refused.code).toBe(1);
      expect(refused.told).not.toMatch(names);
      writeFileSync(join(study, 'memos/work.md'), 'It was [Person 1] who said so.\n');
      expect(await runCli(folder, 'report', 'article', '--study', 'study', ...key)).toMatchObject({
        code: 0,
      });
    });
  });

  it('is strict once a log of decisions is there, so that what is kept needs the key or study.yaml', async () => {
    await inScratch(async (folder) => {
      pseudonymise(folder);
      const run = ['quotes', '--consent', 'research', '--study', 'study'];
      expect(await runCli(folder, ...run)).toMatchObject({ code: 1, out: '' });
      expect((await runCli(folder, ...run, ...key)).out).toContain('Nortech');
    });
  });

  it('ends with 2 where there is no such key file, and makes none', async () => {
    await inScratch(async (folder) => {
      pseudonymise(folder);
      const { code, told } = await runCli(
        folder,
        ...['check', '--study', 'study', '--key', 'b.key', '--passphrase-file', 'pass'],
      );
      expect(code).toBe(2);
      expect(told).toContain('there is no key file b.key');
      expect(() => readFileSync(join(folder, 'b.key'))).toThrow();
    });
  });
});

describe('check --identity', () => {
  it('says how many people share all that is told of one, and ends with 1 where these are few', async () => {
    await inScratch(async (folder) => {
      const study = join(folder, 'study');
      await runCli(folder, 'init', 'study', '--sample');
      const { code, out } = await runCli(folder, 'check', '--identity', '--study', study);
      expect(code).toBe(1);
      expect(out).toMatch(/^P09: k = 1 of 11: alone with this combination$/m);
      expect(out).toMatch(/^ {4}role: tech lead \(attribution\): 5 of 11$/m);
      expect(out).not.toMatch(/anonymous/i);
      const one = await runCli(folder, 'check', '--identity', 'P01', '--json', '--study', study);
      expect(one.code).toBe(0);
      expect(JSON.parse(one.out)).toMatchObject({
        identity: [{ participant: 'P01', facts: [{ source: 'attribution', group: 5 }], smallestGroup: 5 }],
      });
      expect((await runCli(folder, 'check', '--identity', 'P99', '--study', study)).code).toBe(2);
    });
  });
});
