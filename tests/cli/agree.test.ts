import { appendFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { coefficients } from '../../src/coefficients/index.js';
import { copySample, inScratch, root, runCli } from './run-cli.js';

const sample = join(root, 'data', 'sample');
const printedShape = z.strictObject({
  unit: z.literal(['quote', 'character']),
  coders: z.array(z.string()),
  coefficients: z.array(
    z.strictObject({
      id: z.string(),
      theme: z.string().nullable(),
      value: z.number().nullable(),
      interval: z.tuple([z.number(), z.number()]).nullable(),
      observed: z.number().nullable(),
      prevalence: z.number().nullable(),
      n: z.number(),
      undefinedBecause: z.string().nullable(),
      analytic: z.tuple([z.number(), z.number()]).nullable(),
    }),
  ),
});

async function printJson(study: string, ...args: readonly string[]) {
  const { code, out } = await runCli(study, 'agree', ...args, '--json');
  return { code, printed: printedShape.parse(JSON.parse(out)) };
}

/** A copy of the sample of whose `study.yaml` one line is another. */
function copyWith(folder: string, line: string, other: string): string {
  const study = copySample(folder);
  const file = join(study, 'study.yaml');
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(line);
  writeFileSync(file, text.replace(line, other));
  return study;
}

describe('agree', () => {
  it('--json has the keys of the contract, in order', async () => {
    const { code, printed } = await printJson(sample);
    expect(code).toBe(0);
    expect(Object.keys(printed)).toEqual(['unit', 'coders', 'coefficients']);
    expect(printed.unit).toBe('quote');
    expect(printed.coders).toEqual(['ana', 'ben']);
    expect(new Set(printed.coefficients.map(({ id }) => id))).toEqual(
      new Set(coefficients.map(({ id }) => id)),
    );
    expect(Object.keys(printed.coefficients[0] ?? {})).toEqual([
      'id',
      'theme',
      'value',
      'interval',
      'observed',
      'prevalence',
      'n',
      'undefinedBecause',
      'analytic',
    ]);
    const pooled = printed.coefficients.find(({ id, theme }) => id === 'cohen-kappa' && theme === null);
    expect(pooled?.value).toBeGreaterThan(0.5);
    expect(pooled?.value).toBeLessThan(1);
  });

  it('prints a line for each theme, the pooled one, and the conventions with their source', async () => {
    const { code, out } = await runCli(sample, 'agree');
    expect(code).toBe(0);
    expect(out).toMatch(/^theme +α +95 % +κ +AC1 +observed +prevalence +quotes$/m);
    expect(out).toMatch(
      /^define-success +0\.\d\d +0\.\d\d to 1\.00 +0\.\d\d +0\.\d\d +0\.\d\d +0\.\d\d +\d+$/m,
    );
    expect(out).toMatch(/^all themes, pooled +0\.\d\d/m);
    expect(out).toMatch(/Krippendorff 2019/);
    expect(out).toMatch(/Landis & Koch 1977/);
  });

  it('lists what coders differ on, with the words of the quotes', async () => {
    const { out } = await runCli(sample, 'agree');
    const [, list = ''] = out.split('coders differ on define-success');
    expect(list).toMatch(/^ {4}q_[0-9a-f]+ {2}call-09 {2}“In research, success was a paper\./m);
    expect(list).toMatch(/^ {8}applies: ana; does not: ben$/m);
  });

  it('shows the notes of coders beside the quotes that they differ on', async () => {
    await inScratch(async (folder) => {
      const study = copySample(folder);
      const { quote, theme } = z
        .object({ quote: z.string(), theme: z.string() })
        .parse(JSON.parse(readFileSync(join(study, 'decisions', 'ben.jsonl'), 'utf8').split('\n')[0] ?? ''));
      const record = { quote, theme, applies: false, at: '2026-07-01T09:00:00Z', note: 'More of a wish.' };
      appendFileSync(join(study, 'decisions', 'ben.jsonl'), `${JSON.stringify(record)}\n`);
      expect((await runCli(study, 'agree')).out).toContain('        ben: More of a wish.');
    });
  });

  it('a reflexive study gets no number, the reason, and the list', async () => {
    await inScratch(async (folder) => {
      const study = copyWith(folder, 'approach: codebook', 'approach: reflexive');
      const { code, out, told } = await runCli(study, 'agree');
      expect(code).toBe(0);
      expect(out).toMatch(/coders differ on define-success/);
      expect(out).not.toMatch(/\d\.\d\d|pooled|convention/);
      expect(told).toMatch(/reflexive.*Braun & Clarke/);
      expect((await printJson(study)).printed.coefficients).toEqual([]);
    });
  });

  it('with one coder ends with 1 and says that it takes two', async () => {
    await inScratch(async (folder) => {
      const study = copySample(folder);
      rmSync(join(study, 'decisions', 'ben.jsonl'));
      const { code, out, told } = await runCli(study, 'agree');
      expect(code).toBe(1);
      expect(out).toMatch(/two coders/);
      expect(out).not.toMatch(/NaN|0\.\d/);
      expect(told).toMatch(/second one/);
      const { printed } = await printJson(study);
      for (const { value, undefinedBecause } of printed.coefficients) {
        expect(value).toBeNull();
        expect(undefinedBecause).not.toBeNull();
      }
    });
  });

  it('in an empty study ends with 1 and says that nothing was decided', async () => {
    await inScratch(async (folder) => {
      writeFileSync(join(folder, 'study.yaml'), 'name: Nothing yet\n');
      const { code, out, told } = await runCli(folder, 'agree');
      expect(readdirSync(folder)).toEqual(['study.yaml']);
      expect(code).toBe(1);
      expect(`${out}${told}`).not.toMatch(/NaN|undefined/);
      expect(told).toMatch(/Nothing has been decided/);
    });
  });

  it('--unit character compares passages and warns where coders judged the same quotes', async () => {
    const { code, printed } = await printJson(sample, '--unit', 'character');
    expect(code).toBe(0);
    expect(printed.unit).toBe('character');
    expect(new Set(printed.coefficients.map(({ id }) => id))).toEqual(
      new Set(['unitizing-alpha', ...coefficients.map(({ id }) => id)]),
    );
    expect((await runCli(sample, 'agree', '--unit', 'character')).told).toMatch(
      /compare such coders by quote/,
    );
  });

  it.each([
    ['an unknown coder', ['--coders', 'ana,bem'], /ben/],
    ['an unknown unit', ['--unit', 'word'], /quote, character/],
  ])('%s ends with 2 and says what there is', async (_what, args, expected) => {
    const { code, out, told } = await runCli(sample, 'agree', ...args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(told).toMatch(expected);
  });

  it('the report is written where it is named, and holds nothing of who withdrew or whose consent ended', async () => {
    await inScratch(async (folder) => {
      const study = copySample(folder);
      const { code } = await runCli(study, 'report', 'agreement', '--output', 'named');
      const files = readdirSync(join(study, 'named')).sort();
      expect(code).toBe(0);
      expect(files).toEqual(['agreement.csv', 'agreement.html', 'agreement.json', 'agreement.md']);
      for (const file of files) {
        const text = readFileSync(join(study, 'named', file), 'utf8');
        expect(text).toMatch(/cohen-kappa|Cohen’s κ/);
        expect(text).not.toMatch(/P08|P10/);
      }
      const svg = readFileSync(join(study, 'named', 'agreement.html'), 'utf8');
      expect(svg).toMatch(/<svg[^>]*id="figure-agreement"/);
      expect((await runCli(study, 'report', '--format', 'csv', '--output', 'all')).code).toBe(0);
      expect(readdirSync(join(study, 'all'))).not.toContain('agreement.csv');
    });
  });

  it('leaves out the quotes of who withdrew or gave no consent for research, and says so', async () => {
    await inScratch(async (folder) => {
      const study = copySample(folder);
      const before = await runCli(study, 'agree');
      expect(before.told).toMatch(/14 quotes are left out/);
      const table = join(study, 'participants.csv');
      const lines = readFileSync(table, 'utf8').split('\n');
      const [header = ''] = lines;
      const column = header.split(',').indexOf('withdrawn');
      const changed = lines.map((line) => {
        const cells = line.split(',');
        return line.startsWith('P09,') ? cells.with(column, '2026-11-01').join(',') : line;
      });
      writeFileSync(table, changed.join('\n'));
      const after = await runCli(study, 'agree');
      expect(before.out).toContain('call-09');
      expect(after.out).not.toContain('call-09');
    });
  });

  it('prints the same bytes every time', async () => {
    expect((await runCli(sample, 'agree')).out).toBe((await runCli(sample, 'agree')).out);
  });
});
