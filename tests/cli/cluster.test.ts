import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { inScratch, root, runCli } from './run-cli.js';

const sample = join(root, 'data', 'sample');
const shape = z.looseObject({
  clusters: z.array(z.looseObject({ quotes: z.array(z.string()) })),
  k: z.number(),
  alsoFitting: z.array(z.number()),
  seed: z.number(),
  passages: z.array(
    z.strictObject({ id: z.string(), transcript: z.string(), span: z.unknown(), exact: z.string() }),
  ),
  notices: z.array(z.looseObject({ code: z.string() })),
});
const readClusters = async (...args: readonly string[]) =>
  shape.parse(JSON.parse((await runCli(sample, 'cluster', '--json', ...args)).out));

describe('cluster', () => {
  it('finds the two subjects that the taxonomy of the sample lacks, and prints them first', async () => {
    const { out, code } = await runCli(sample, 'cluster');
    const [first = '', second = ''] = out.split(/\n(?=c\d+ )/).slice(1);
    expect(`${first}${second}`).toContain('pager');
    expect(`${first}${second}`).toContain('candidate');
    for (const prompt of [first, second])
      expect(prompt).toMatch(/^c\d {2}prompt for a new theme.*stability 0\.[89]/);
    expect(code).toBe(0);
  });

  it('tells how many clusters were sought and which numbers would do as well', async () => {
    const { out } = await runCli(sample, 'cluster');
    const { k, alsoFitting } = await readClusters();
    expect(out).toMatch(
      new RegExp(`^\\d+ quotes, sought in ${k} clusters; .* would do as well \\(consensus, seed 1\\)`),
    );
    expect(alsoFitting.every((other) => other > k)).toBe(true);
  });

  it('prints what it clusters with --over, and with another --seed other starts', async () => {
    const { passages, clusters } = await readClusters('--over', 'utterances', '-k', '4', '--seed', '7');
    const ids = new Set(passages.map(({ id }) => id));
    expect(clusters.flatMap(({ quotes }) => quotes).every((id) => ids.has(id))).toBe(true);
    expect((await readClusters('-k', '4', '--seed', '7')).seed).toBe(7);
    const { out } = await runCli(sample, 'cluster', '--over', 'suggested', '-k', '3');
    expect(out).toMatch(/^\d+ suggested passages, sought in 3 clusters \(consensus/);
  });

  it('tells a number of clusters that is too large, and still clusters', async () => {
    const { told, code } = await runCli(sample, 'cluster', '-k', '999');
    expect(told).toContain('[k-too-large]');
    expect(code).toBe(0);
    expect((await runCli(sample, 'cluster', '-k', '999', '--quiet')).told).toBe('');
  });

  it('refuses a number that is none and passages that it does not know', async () => {
    expect((await runCli(sample, 'cluster', '-k', '0')).code).toBe(2);
    expect((await runCli(sample, 'cluster', '--over', 'everything')).code).toBe(2);
  });

  it('says what to do in a study without quotes', async () => {
    await inScratch(async (folder) => {
      writeFileSync(join(folder, 'study.yaml'), 'name: Nothing yet\n');
      const { out, told, code } = await runCli(folder, 'cluster');
      expect(out).toBe('0 quotes belong to no cluster\n');
      expect(told).toContain('[too-few-quotes]');
      expect(code).toBe(0);
    });
  });
});
