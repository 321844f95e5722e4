import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readStudy } from '../../src/workspace/read-study.js';
import { makeStudy } from '../workspace/make-study.js';
import { runCli } from './run-cli.js';

const settings = 'name: Night shifts\ncoder: ana\nreports: { spread: [role], minimumGroupSize: 1 }\n';
const speech = (id: string, ...quotes: readonly string[]) =>
  quotes.map((words) => `**${id}:** ==${words}=={#sleep}\n`).join('\n');
const files = {
  'study.yaml': settings,
  'participants.csv':
    'id,consent,consent_until,withdrawn,role\nP01,research;publication,,,nurse\nP02,research;publication,,,porter\n',
  'transcripts/P01.md': speech(
    'P01',
    'I wake up at noon and cannot find back to sleep.',
    'My neighbours are loud when I come home in the morning.',
    'I have not slept for more than five hours since the spring.',
  ),
  'transcripts/P02.md': speech('P02', 'I sleep like a stone, whatever shift they put me on.'),
};

/** The study with a decision that the quote of P02 speaks against the theme. */
function makeContradicted(): string {
  const folder = makeStudy(files);
  const quote = readStudy(folder).study.quotes.find(({ transcriptId }) => transcriptId === 'P02');
  const at = '2026-04-02T09:14:20Z';
  const record = { quote: quote?.id, theme: 'sleep', applies: true, contradicts: true, at };
  return makeStudy({ ...files, 'decisions/ana.jsonl': `${JSON.stringify(record)}\n` });
}

describe('a quote that was marked as speaking against its theme', () => {
  it('is forced in, with who marked it, and labelled in reports', async () => {
    const folder = makeContradicted();
    const pulled = await runCli(folder, 'quotes', '--theme', 'sleep', '-n', '2', '--json');
    expect(JSON.parse(pulled.out)).toMatchObject({
      quotes: [
        { participant: 'P01' },
        {
          participant: 'P02',
          reason: expect.stringMatching(/^speaks against the theme \(marked by ana\)/),
          contradicts: true,
        },
      ],
    });
    expect((await runCli(folder, 'report', 'themes', 'quote-bank', '--output', 'out')).code).toBe(0);
    const read = (name: string) => readFileSync(join(folder, 'out', name), 'utf8');
    expect(read('themes.md')).toMatch(/\*A different view\*\n\n> .*like a stone/);
    expect(read('themes.html')).toContain('A different view');
    expect(read('themes.md')).toContain('One participant says 3 of these 4 quotes.');
    expect(read('quote-bank.html')).toContain('Sleep · a different view');
  });
});

describe('quotes --balance', () => {
  it('prints who says how much of a theme against whose quotes were picked, and warns of a carrier', async () => {
    const { code, out, told } = await runCli(
      makeStudy(files),
      ...['quotes', '--theme', 'sleep', '-n', '2', '--balance'],
    );
    expect(code).toBe(0);
    const rows = out.split('\n').map((line) => line.trim().split(/ {2,}/));
    expect(rows).toContainEqual(['who', 'quotes', 'share', 'picked']);
    expect(rows).toContainEqual(['P01', '3', '75 %', '1']);
    expect(rows).toContainEqual(['role: porter', '1', '25 %', '1']);
    expect(told).toContain('one person carries this theme: P01 has 3 of 4 quotes');
  });

  it('adds the balance to the JSON where it is asked for', async () => {
    const folder = makeStudy(files);
    const keysOf = async (...more: readonly string[]) =>
      Object.keys(JSON.parse((await runCli(folder, 'quotes', '--theme', 'sleep', '--json', ...more)).out));
    expect(await keysOf()).toEqual(['quotes', 'leftOut']);
    expect(await keysOf('--balance')).toEqual(['quotes', 'leftOut', 'balance']);
  });
});

describe('a quote that would keep the others from being printed', () => {
  it('is left out with the reason, which does not hold it', async () => {
    const folder = makeStudy({
      ...files,
      'transcripts/P02.md': speech('P02', 'I wrote to sam@example.org that I cannot sleep at all.'),
    });
    const { code, out } = await runCli(folder, 'quotes', '--theme', 'sleep', '--json');
    expect(code).toBe(0);
    expect(out).not.toContain('sam@');
    expect(JSON.parse(out)).toMatchObject({
      leftOut: [{ reason: 'may tell who somebody is (email address), and another quote need not' }],
    });
    expect((await runCli(folder, 'report', 'themes', '--format', 'md')).code).toBe(0);
  });
});
