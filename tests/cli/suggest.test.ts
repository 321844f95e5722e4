import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { copySample, inScratch, root, runCli } from './run-cli.js';

const sample = join(root, 'data', 'sample');

const flipShape = z.strictObject({
  over: z.number().min(0).nullable(),
  without: z.array(z.string()).min(1),
  changes: z.boolean(),
  leaves: z.number().nullable(),
  runnerUp: z.strictObject({ theme: z.string(), short: z.number().min(0) }).nullable(),
});
const measuredShape = z.strictObject({
  precision: z.number().min(0).max(1),
  n: z.int().min(1),
  interval: z.array(z.number()).length(2).nullable(),
});
const suggestionsShape = z.strictObject({
  suggestions: z.array(
    z.strictObject({
      quote: z.string(),
      theme: z.string(),
      tagger: z.string(),
      confidence: z.number().min(0).max(1),
      evidence: z.array(z.looseObject({ kind: z.string() })).min(1),
      strength: z.enum(['strong', 'medium', 'weak']),
      calibrated: z.boolean(),
      rule: z.boolean(),
      measured: measuredShape.nullable(),
      flip: flipShape,
    }),
  ),
  none: z.array(z.string()),
});
const nextShape = z.strictObject({
  next: z.array(
    z.strictObject({
      quote: z.string(),
      part: z.enum(['random', 'uncertain', 'diverse']),
      reason: z.string().min(1),
    }),
  ),
});
const readAs = <Shape extends z.ZodType>(shape: Shape, text: string) => shape.parse(JSON.parse(text));

/** The sample before anybody decided anything, in the logs or beside a mark. */
function copyUncoded(folder: string): string {
  const study = copySample(folder);
  rmSync(join(study, 'decisions'), { recursive: true });
  const transcripts = join(study, 'transcripts');
  for (const name of readdirSync(transcripts)) {
    const text = readFileSync(join(transcripts, name), 'utf8');
    writeFileSync(join(transcripts, name), text.replace(/==\{#[^}]*\}/gu, '=='));
  }
  return study;
}

describe('suggest', () => {
  it('prints the keys of the contract in their order, and the quotes with none of the themes', async () => {
    const { code, out } = await runCli(sample, 'suggest', '--json');
    expect(code).toBe(0);
    const { suggestions, none } = readAs(suggestionsShape, out);
    expect(Object.keys(suggestions[0] ?? {})).toEqual([
      ...['quote', 'theme', 'tagger', 'confidence', 'evidence'],
      ...['strength', 'calibrated', 'rule', 'measured', 'flip'],
    ]);
    expect(none.length).toBeGreaterThan(0);
    expect(suggestions.every(({ measured }) => measured === null)).toBe(true);
  });

  it('shows percentages where they are calibrated, and calls a keyword a rule', async () => {
    const { out } = await runCli(sample, 'suggest');
    expect(out).toMatch(/\d\. (strong|medium|weak), \d+ %, by learned, unmeasured/);
    expect(out).toMatch(/\d\. (strong|medium|weak), a rule, by keyword, unmeasured/);
    expect(out).toContain('none of these themes (Key themes)');
    expect(out).toMatch(/\d+ suggestions for \d+ quotes; none of these themes for \d+ quotes\n$/);
  });

  it('shows rank and strength and never a percentage before 50 quotes are coded, and says what is missing', () =>
    inScratch(async (folder) => {
      const study = copyUncoded(folder);
      const { out, told } = await runCli(study, 'suggest');
      expect(out).toMatch(/\d\. (strong|medium|weak), by learned/);
      expect(out).not.toMatch(/\d %/);
      expect(told).toMatch(/coded quotes: \d+ of about 50/);
      const { suggestions } = readAs(suggestionsShape, (await runCli(study, 'suggest', '--json')).out);
      expect(suggestions.some(({ calibrated }) => calibrated)).toBe(false);
    }));

  it('measures each theme on interviews held out when asked', async () => {
    const { out } = await runCli(sample, 'suggest', '--measured');
    expect(out).toMatch(/right in \d+ of \d+ held-out cases \(0\.\d\d–[01]\.\d\d\)/);
    expect(out).not.toMatch(/by (learned|keyword), right in \d+ of 0/);
  });

  it('says which quotes to code next, the same for the same seed', async () => {
    const ask = async (...args: readonly string[]) =>
      (await runCli(sample, 'suggest', '--next', '6', ...args)).out;
    const { next } = readAs(nextShape, await ask('--json'));
    expect(next.map(({ part }) => part)).toEqual([
      ...['random', 'random', 'uncertain', 'uncertain', 'diverse', 'diverse'],
    ]);
    expect(await ask()).toBe(await ask('--seed', '1'));
    expect(await ask()).toContain('random: drawn at random from');
  });

  it('tells where fewer quotes are left than were asked for', async () => {
    const { out, told } = await runCli(sample, 'suggest', '--next', '500', '--json');
    expect(readAs(nextShape, out).next.length).toBeLessThan(138);
    expect(told).toContain('few-quotes-left');
  });
});
