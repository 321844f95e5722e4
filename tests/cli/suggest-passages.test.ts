import { createColors } from 'picocolors';
import { describe, expect, it } from 'vitest';
import { printPassages } from '../../src/cli/commands/suggest-passages.js';
import { describePassage } from '../../src/pipeline/passages/describe-passage.js';
import { listPassages, suggestQuotesForStudy } from '../../src/pipeline/suggest-quotes.js';
import { buildStudy } from '../pipeline/build-study.js';
import { buildTranscript } from '../pipeline/build-transcript.js';

const talk = buildTranscript('call-1', [
  ['I', 'What was the worst night?'],
  [
    'P01',
    'The boat is green. I was so afraid of the fog\nthat I counted every step to the lamp. The rope is old and wet.',
  ],
]);

function print(options: Omit<Parameters<typeof printPassages>[1], never>) {
  let out = '';
  let told = '';
  const door = {
    print: (text: string) => {
      out += text;
    },
    tell: (message: string) => {
      told += `${message}\n`;
    },
    isTerminal: false,
    colours: createColors(false),
    now: () => new Date(0),
    folder: '/nowhere',
  };
  const study = buildStudy({ transcripts: [talk] });
  const code = printPassages(
    { library: { suggestQuotesForStudy, listPassages, describePassage }, reading: { study } },
    options,
    door,
  );
  return { code, out, told };
}

describe('suggest --passages', () => {
  it('prints place, words, score and evidence, two lines a passage', () => {
    const { code, out, told } = print({ passages: 1 });
    expect(code).toBe(0);
    expect(out.trimEnd().split('\n')).toHaveLength(2);
    expect(out).toMatch(/^call-1, utterance 2, P01 {2}“[^”\n]+”\n {4}0\.\d\d by rules — \S/);
    expect(told).toContain('[passages-by-rules]');
  });

  it('prints one JSON document and nothing else there', () => {
    const { out } = print({ passages: true, json: true });
    const { passages, ...rest }: { readonly passages: readonly unknown[] } = JSON.parse(out);
    expect(passages.length).toBeGreaterThan(0);
    expect(rest).toEqual({});
  });

  it('says nothing on standard error where it is to be quiet', () => {
    expect(print({ passages: 3, quiet: true }).told).toBe('');
  });
});
