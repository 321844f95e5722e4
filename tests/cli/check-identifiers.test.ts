import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { makeStudy } from '../workspace/make-study.js';
import { runCli } from './run-cli.js';

const answer = 'Badly. Priya Okafor told me to write to sam@example.org. Then Priya Okafor slept.';
const makeSpoken = (words: string, file = 'P01.md') =>
  makeStudy({
    'transcripts/P01.md': undefined,
    [`transcripts/${file}`]: `**Interviewer:** How do you sleep?\n\n**P01:** ${words}\n`,
  });

const checked = z.object({
  ok: z.boolean(),
  identifiers: z.array(
    z.strictObject({
      kind: z.string(),
      text: z.string(),
      transcript: z.string(),
      span: z.strictObject({ start: z.number(), end: z.number() }),
      decided: z.boolean(),
    }),
  ),
});

describe('check', () => {
  it('lists each identifier once, by kind, with how often and where first', async () => {
    const { code, out } = await runCli(makeSpoken(answer), 'check');
    expect(out).toContain(
      [
        'identifiers in the transcripts: 2 strings to decide',
        '    name: 1',
        '        Priya Okafor (2 times, first P01:25)',
        '    email-address: 1',
        '        sam@example.org (P01:58)',
      ].join('\n'),
    );
    expect(code).toBe(0);
  });

  it('lists every occurrence with its place with --json', async () => {
    const { out } = await runCli(makeSpoken(answer), 'check', '--json');
    const { identifiers } = checked.parse(JSON.parse(out));
    expect(identifiers.map(({ kind, text, span }) => [kind, text, span.start])).toEqual([
      ['name', 'Priya Okafor', 25],
      ['email-address', 'sam@example.org', 58],
      ['name', 'Priya Okafor', 80],
    ]);
    expect(identifiers.every(({ transcript, decided }) => transcript === 'P01' && !decided)).toBe(true);
  });

  it('says that a text without capitals cannot be called safe, and that this is no error', async () => {
    const folder = makeStudy({
      'transcripts/P01.md': '**P01:** so then my name is priya and i cannot find back to sleep\n',
    });
    const { code, out, told } = await runCli(folder, 'check');
    expect(told).toMatch(/caution transcripts\/P01\.md {2}low confidence: .*\[low-confidence-names\]/);
    expect(out).toMatch(/priya \(P01:\d+\)/);
    expect(code).toBe(0);
  });

  it('says so where there is none', async () => {
    const { out } = await runCli(makeSpoken('Badly, and the flat is loud.'), 'check');
    expect(out).toContain('identifiers in the transcripts: none found');
  });
});
