import { describe, expect, it } from 'vitest';
import { makeStudy } from '../workspace/make-study.js';
import { runCli } from './run-cli.js';

const themes = Array.from({ length: 6 }, (_, at) => `      - { id: night-${at}, label: Night ${at} }`);
const taxonomy = [
  'dimensions:',
  '  - id: theme',
  '    themes:',
  '      - { id: sleep, label: Sleeping }',
  '      - { id: pay, label: Sleep }',
  ...themes,
  '',
].join('\n');

describe('check on a codebook', () => {
  it('shows the findings by kind with their number, the first of each, and how many are left', async () => {
    const { code, out, told } = await runCli(makeStudy({ 'taxonomy.yaml': taxonomy }), 'check');
    expect(code).toBe(0);
    expect(out).toContain('codebook: 16 remarks\n    themes that are called nearly the same: 1\n');
    expect(out).toContain('    themes that lack a description, a rule or an example: 8\n');
    expect(out.match(/taxonomy\.yaml:\d+:\d+ {2}the theme "\S+" has no description/g)).toHaveLength(3);
    expect(out).toContain('        and 5 more: see --json\n');
    expect(told).not.toContain('theme-incomplete');
  });

  it('has every finding among the notices of --json, each at its theme, and stays ok', async () => {
    const { code, out } = await runCli(makeStudy({ 'taxonomy.yaml': taxonomy }), 'check', '--json');
    const { ok, notices } = JSON.parse(out);
    expect([code, ok]).toEqual([0, true]);
    const lines = notices
      .filter((notice: { code: string }) => notice.code === 'theme-incomplete')
      .map(({ place }: { place: { line: number } }) => place.line);
    expect(lines).toEqual([4, 5, 6, 7, 8, 9, 10, 11]);
  });
});
