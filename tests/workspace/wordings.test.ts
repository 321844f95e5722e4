import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carryWording } from '../../src/pipeline/carry-wording.js';
import { checkWording } from '../../src/pipeline/check-wording.js';
import { readStudy } from '../../src/workspace/read-study.js';
import { makeStudy } from './make-study.js';

const exact = 'I wake up at noon and cannot find back to sleep.';
const before = 'How do you sleep?\nBadly. ';

function readWording(wording: string) {
  const start = before.length;
  const quote = {
    id: 'q_1',
    transcript: 'P01',
    start,
    end: start + exact.length,
    exact,
    prefix: before,
    suffix: '',
    wording,
  };
  return readStudy(makeStudy({ 'quotes.jsonl': `${JSON.stringify(quote)}\n` }));
}

describe('the wording of a recorded quote', () => {
  it('is kept where its edits are marked', () => {
    const { study, notices } = readWording('I wake up […] and cannot find back to sleep.');
    expect(study.quotes).toEqual([
      expect.objectContaining({ exact, wording: 'I wake up […] and cannot find back to sleep.' }),
    ]);
    expect(notices).toEqual([]);
  });

  it('is not used where it says something else, and the place is told', () => {
    const { study, notices } = readWording('I wake up at noon and feel fine.');
    expect(study.quotes).toEqual([expect.objectContaining({ exact })]);
    expect(study.quotes[0]).not.toHaveProperty('wording');
    expect(notices).toEqual([
      expect.objectContaining({
        severity: 'error',
        code: 'wording-not-verbatim',
        place: expect.objectContaining({ file: 'quotes.jsonl', line: 1 }),
      }),
    ]);
  });
});

describe('a wording that leaves out a negation', () => {
  it('is kept where a person marked it, with a caution that names the word', () => {
    const { study, notices } = readWording('I wake up at noon and […] find back to sleep.');
    expect(study.quotes[0]?.wording).toBe('I wake up at noon and […] find back to sleep.');
    expect(notices).toEqual([
      expect.objectContaining({
        severity: 'caution',
        code: 'wording-hides-negation',
        message: expect.stringContaining('"cannot"'),
        place: { file: 'quotes.jsonl', line: 1 },
      }),
    ]);
  });

  it('is told likewise where one is put in with brackets', () => {
    const { study, notices } = readWording('I [never] wake up at noon and cannot find back to sleep.');
    expect(study.quotes[0]?.wording).toContain('[never]');
    expect(notices).toEqual([
      expect.objectContaining({
        severity: 'caution',
        code: 'wording-hides-negation',
        message: expect.stringContaining('puts in "never"'),
      }),
    ]);
  });

  it('is not used where nobody marked it', () => {
    const { study, notices } = readWording('I wake up at noon and find back to sleep.');
    expect(study.quotes[0]).not.toHaveProperty('wording');
    expect(notices[0]?.message).toContain('"cannot" is left out without a mark');
  });
});

describe('an unmarked wording', () => {
  it('is told with its marks as the way out', () => {
    const { notices } = readWording('I wake up and cannot find back to sleep.');
    expect(notices[0]?.message).toContain('Marked, it is: "I wake up […] and cannot find back to sleep."');
  });
});

describe('the wording of a quote in a corrected transcript', () => {
  const said = 'So, um, we ship late on every single Friday, you know, and then nobody sleeps.';
  const readCorrected = (corrected: string, wording: string) => {
    const suffix = ' We should stop that at once.';
    const quote = {
      id: 'q_1',
      transcript: 'P01',
      start: before.length,
      end: before.length + said.length,
      exact: said,
      prefix: before,
      suffix,
      wording,
    };
    const transcript = `**Interviewer:** How do you sleep?\n\n**P01:** Badly. ${corrected}${suffix}\n`;
    return readStudy(
      makeStudy({ 'transcripts/P01.md': transcript, 'quotes.jsonl': `${JSON.stringify(quote)}\n` }),
    );
  };

  it('stays where the correction lies in what it leaves out', () => {
    const wording = 'So […] we ship late on every single Friday […] and then nobody sleeps.';
    const { study } = readCorrected(said.replace('you know', 'you see'), wording);
    expect(study.quotes[0]).toMatchObject({ exact: said.replace('you know', 'you see'), wording });
  });

  it('takes over signs that were corrected', () => {
    const { study } = readCorrected(
      said.replace('Friday, you', 'Friday; you').replace('late on', 'late, on'),
      'So […] we ship late on every single Friday […] and then nobody sleeps.',
    );
    expect(study.quotes[0]?.wording).toBe(
      'So […] we ship late, on every single Friday […] and then nobody sleeps.',
    );
  });

  it('is dropped with a caution where words that it keeps were corrected', () => {
    const { study, notices } = readCorrected(
      said.replace('single', 'second'),
      'So […] we ship late on every single Friday […] and then nobody sleeps.',
    );
    expect(study.quotes[0]).not.toHaveProperty('wording');
    expect(notices).toContainEqual(expect.objectContaining({ code: 'wording-outdated' }));
  });

  it('is never printed false, whatever the correction', () => {
    const words = said.split(' ');
    const edits = fc.array(
      fc.tuple(fc.nat(words.length - 1), fc.constantFrom('', 'not', 'really,', 'LATE', '[laughs]', '…')),
      { minLength: 1, maxLength: 4 },
    );
    const wording = 'So […] we ship late on every single [bloody] Friday […] and then nobody sleeps.';
    fc.assert(
      fc.property(edits, (list) => {
        const corrected = list.reduce((text, [at, word]) => text.with(at, word), words).join(' ');
        const carried = carryWording({ wording, exact: corrected, language: 'en' });
        if (carried !== undefined) expect(checkWording(carried, corrected)).toBe(true);
        if (checkWording(wording, corrected)) expect(carried).toBe(wording);
      }),
    );
  });
});
