import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readStudy } from '../../src/workspace/read-study.js';
import { inScratch } from '../cli/run-cli.js';

const text = 'I ask every week, and every week I get a shrug.';

function readWording(wording: string) {
  return inScratch(async (folder) => {
    mkdirSync(join(folder, 'transcripts'));
    writeFileSync(join(folder, 'study.yaml'), 'name: Tiny\n');
    writeFileSync(join(folder, 'transcripts', 'P01.txt'), `Interviewer: And?\n\nP01: ${text}\n`);
    const quote = {
      id: 'q_1',
      transcript: 'P01',
      start: 5,
      end: 5 + text.length,
      exact: text,
      prefix: 'And?\n',
      suffix: '',
      wording,
    };
    writeFileSync(join(folder, 'quotes.jsonl'), `${JSON.stringify(quote)}\n`);
    return readStudy(folder);
  });
}

describe('the wording of a recorded quote', () => {
  it('is kept where its edits are marked', async () => {
    const { study, notices } = await readWording('I ask every week […] I get a shrug.');
    expect(study.quotes[0]?.wording).toBe('I ask every week […] I get a shrug.');
    expect(notices.map(({ code }) => code)).not.toContain('wording-not-verbatim');
  });

  it('is not used where it says something else, and the place is told', async () => {
    const { study, notices } = await readWording('I ask every week and nobody answers.');
    expect(study.quotes[0]).toMatchObject({ exact: text });
    expect(study.quotes[0]).not.toHaveProperty('wording');
    expect(notices).toContainEqual(
      expect.objectContaining({
        severity: 'error',
        code: 'wording-not-verbatim',
        place: expect.objectContaining({ file: 'quotes.jsonl', line: 1 }),
      }),
    );
  });
});
