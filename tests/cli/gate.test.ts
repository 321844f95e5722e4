import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listContents, makeStudy } from '../workspace/make-study.js';
import { runCli } from './run-cli.js';

const leaking = {
  'transcripts/P01.md':
    '**Interviewer:** How do you sleep?\n\n**P01:** ==Badly, as I wrote to sam@example.org then.=={#sleep}\n',
  'memos/sleep.md': 'Ask sam@example.org about the nights.\n',
};
const settings = 'name: Night shifts\ncoder: ana\n';

const reportsOf = (folder: string) => listContents(folder).filter(([file]) => file.startsWith('reports/'));

describe('the gate', () => {
  it('refuses reports that would leak, masked and in two lines, and leaves those that are there as they were', async () => {
    const folder = makeStudy();
    expect((await runCli(folder, 'run')).code).toBe(0);
    const before = reportsOf(folder);
    expect(before.length).toBeGreaterThan(5);
    mkdirSync(join(folder, 'memos'));
    for (const [file, content] of Object.entries(leaking)) writeFileSync(join(folder, file), content);
    for (const args of [
      ['run'],
      ['run', '--json'],
      ['report', 'article'],
      ['quotes'],
      ['quotes', '--json'],
    ]) {
      const { code, out, told } = await runCli(folder, ...args);
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(told).toMatch(/nothing was written: 1 string .* email address s…g \(15 characters\) in /);
      expect(told).not.toContain('sam@');
    }
    expect(reportsOf(folder)).toEqual(before);
  });

  it('makes no folder where it refuses the first reports', async () => {
    const folder = makeStudy(leaking);
    await runCli(folder, 'run', '--output', 'out');
    expect(listContents(folder).some(([file]) => file.startsWith('out'))).toBe(false);
  });

  it('leaves out a quote that would leak, says which and why, and prints the others', async () => {
    const folder = makeStudy({
      'transcripts/P01.md': `${leaking['transcripts/P01.md']}\n**P01:** ==The flat is loud all day and all night.=={#sleep}\n`,
    });
    const { code, told } = await runCli(folder, 'run');
    expect(code).toBe(0);
    expect(told).toMatch(/left out: 1 quote: q_\w+ may tell who somebody is \(email address\)\. Give each/);
    const reports = JSON.stringify(reportsOf(folder));
    expect(reports).toContain('The flat is loud all day');
    expect(told + reports).not.toContain('sam@');
  });

  it('lets through what study.yaml keeps', async () => {
    const folder = makeStudy({
      ...leaking,
      'study.yaml': `${settings}publish: { keep: [sam@example.org] }\n`,
    });
    expect((await runCli(folder, 'run')).code).toBe(0);
    expect((await runCli(folder, 'quotes')).out).toContain('sam@example.org');
  });

  it('finds an address that a study’s own template puts together', async () => {
    const folder = makeStudy({
      'taxonomy.yaml':
        'dimensions:\n  - id: theme\n    themes:\n      - { id: sleep, label: sam, description: example.org }\n',
    });
    expect((await runCli(folder, 'report', 'codebook')).code).toBe(0);
    mkdirSync(join(folder, 'templates'));
    writeFileSync(
      join(folder, 'templates/codebook.md.hbs'),
      '{{#each dimensions}}{{#each themes}}**{{label}}**@<b>{{description}}</b>{{/each}}{{/each}}\n',
    );
    const { code, told } = await runCli(folder, 'report', 'codebook');
    expect({ code, told }).toMatchObject({ code: 1, told: expect.stringContaining('codebook.md, line 1') });
  });

  it('tells what nobody decided on and, asked to be strict, refuses it', async () => {
    const words = '**P01:** ==I woke and then Tamsin Okoro called me.=={#sleep}\n';
    const folder = makeStudy({ 'transcripts/P01.md': words });
    const first = await runCli(folder, 'run');
    expect(first.code).toBe(0);
    expect(first.told).toMatch(/caution \d names?, .*"themeloom check" lists them/);
    expect(first.told).not.toContain('Tamsin');
    writeFileSync(join(folder, 'study.yaml'), `${settings}reports: { gate: strict }\n`);
    expect((await runCli(folder, 'run')).code).toBe(1);
    writeFileSync(
      join(folder, 'study.yaml'),
      `${settings}reports: { gate: strict }\npublish: { keep: [Tamsin Okoro] }\n`,
    );
    expect((await runCli(folder, 'run')).code).toBe(0);
  });
});

describe('an attribution line that fits too few people', () => {
  it('gives way to the code, in reports and in what quotes prints, and this is told', async () => {
    const folder = makeStudy({ 'study.yaml': `${settings}attribution: "{{role}}"\n` });
    const { told } = await runCli(folder, 'run', '--output', 'out');
    expect(told).toContain('reports print their codes in its place');
    expect(readFileSync(join(folder, 'out/quote-bank.csv'), 'utf8')).not.toContain('nurse');
    expect((await runCli(folder, 'quotes')).out).toContain('— P01 ');
  });
});
