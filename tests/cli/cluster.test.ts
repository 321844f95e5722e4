import { readFileSync, writeFileSync } from 'node:fs';
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
    expect(out.split('\n')[1]).toMatch(/^2 prompts for a new theme first/);
    const [first = '', second = ''] = out.split(/\n(?=c\d+ )/).slice(1);
    expect(`${first}${second}`).toContain('pager');
    expect(`${first}${second}`).toContain('candidate');
    for (const prompt of [first, second])
      expect(prompt).toMatch(
        /^c\d {2}prompt for a new theme: \d+ of \d+ quotes without one;.*\n.*\n.*\n.*stability (0\.[89]|1\.)/,
      );
    expect(code).toBe(0);
  });

  it('tells how many clusters were sought and which numbers would do as well', async () => {
    const { out } = await runCli(sample, 'cluster');
    const { k, alsoFitting } = await readClusters();
    expect(out).toMatch(
      new RegExp(
        `^\\d+ quotes in ${k} clusters, consensus, seed 1; .* clusters would do as well: choose with --k\\n`,
      ),
    );
    expect(alsoFitting.every((other) => other > k)).toBe(true);
  });

  it('prints what it clusters with --over, and with another --seed other starts', async () => {
    const { passages, clusters } = await readClusters('--over', 'utterances', '-k', '4', '--seed', '7');
    const ids = new Set(passages.map(({ id }) => id));
    expect(clusters.flatMap(({ quotes }) => quotes).every((id) => ids.has(id))).toBe(true);
    expect((await readClusters('-k', '4', '--seed', '7')).seed).toBe(7);
    const { out } = await runCli(sample, 'cluster', '--over', 'suggested', '-k', '3');
    expect(out).toMatch(/^\d+ suggested passages in 3 clusters, consensus, seed 1\nNobody has given any/);
  });

  it('shows of a prompt the most typical quote that has no theme, cut short and with who says it', async () => {
    const { out } = await runCli(sample, 'cluster');
    const { clusters } = await readClusters();
    const quotes = readFileSync(join(sample, 'quotes.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => z.looseObject({ id: z.string(), exact: z.string() }).parse(JSON.parse(line)));
    const wanted = quotes.find(({ id }) => id === clusters[0]?.quotes[0])?.exact ?? 'none';
    const shown = /“(.*?)( \[…\])?”(?: — (\S+))?/.exec(out.split(/\n(?=c\d+ )/)[1] ?? '');
    expect(wanted.startsWith(shown?.[1] ?? 'nothing')).toBe(true);
    expect(shown?.[1]?.length).toBeLessThanOrEqual(240);
    expect(shown?.[3]).toMatch(/^P\d+$/);
  });

  it('says what the figures mean, and which clusters other starts do not find again', async () => {
    const { out } = await runCli(sample, 'cluster', '-k', '20');
    expect(out).toContain('Stability: ');
    const figures = [...out.matchAll(/stability (\d\.\d\d)( \(unsteady\))?/g)];
    expect(figures.length).toBeGreaterThan(0);
    // What is printed as 0.50 may be a little more.
    for (const [, stability, mark] of figures)
      if (stability !== '0.50') expect(mark !== undefined).toBe(Number(stability) < 0.5);
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
