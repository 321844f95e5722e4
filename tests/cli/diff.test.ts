import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeStudy } from '../workspace/make-study.js';
import { runCli } from './run-cli.js';

const passage = 'I wake up at noon and cannot find back to sleep.';

/** Marks the passage with another theme. */
function moveToPay(study: string): void {
  const path = join(study, 'transcripts', 'P01.md');
  writeFileSync(path, readFileSync(path, 'utf8').replace('{#sleep}', '{#pay}'));
}

describe('themeloom diff', () => {
  it('tells coder by coder what moved from theme to theme', async () => {
    const [before, after] = [makeStudy(), makeStudy()];
    moveToPay(after);
    const { code, out } = await runCli(after, 'diff', before, after);
    expect(code).toBe(0);
    expect(out).toContain('ana: 1 quote moved from sleep to pay\n');
    expect(out).not.toContain(passage);
  });

  it('prints ids alone as JSON, and words only where they are asked for', async () => {
    const [before, after] = [makeStudy(), makeStudy()];
    moveToPay(after);
    const plain = await runCli(after, 'diff', before, after, '--json');
    const { quotes, decisions } = JSON.parse(plain.out);
    const [{ quote }] = decisions;
    expect(quotes).toEqual({
      added: [],
      removed: [],
      moved: [{ coder: 'ana', quote, from: ['sleep'], to: ['pay'] }],
      changed: [],
      lost: [],
    });
    expect(decisions).toEqual([
      { coder: 'ana', quote, theme: 'pay', from: null, to: true },
      { coder: 'ana', quote, theme: 'sleep', from: true, to: null },
    ]);
    expect(plain.out).not.toContain(passage);
    const worded = await runCli(after, 'diff', before, after, '--json', '--words');
    expect(JSON.parse(worded.out).words).toEqual({ [quote]: passage });
    expect((await runCli(after, 'diff', before, after, '--words')).out).toContain(`“${passage}”`);
  });

  it('compares a git revision with the study as it is', async () => {
    const study = makeStudy();
    for (const args of [
      ['init', '--quiet'],
      ['add', '--all'],
      ['-c', 'user.name=Ana', '-c', 'user.email=ana@example.org', 'commit', '--quiet', '-m', 'first'],
    ])
      expect(spawnSync('git', args, { cwd: study }).status).toBe(0);
    expect((await runCli(study, 'diff', 'HEAD')).out).toBe('nothing changed\n');
    moveToPay(study);
    expect((await runCli(study, 'diff', 'HEAD')).out).toContain('1 quote moved from sleep to pay');
  });

  it('refuses what is neither a folder nor a revision', async () => {
    const study = makeStudy();
    const { code, out, told } = await runCli(study, 'diff', 'nowhere');
    expect([code, out]).toEqual([2, '']);
    expect(told).toMatch(/no git repository/);
  });
});
