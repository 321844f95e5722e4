import { describe, expect, it } from 'vitest';
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
    const { study, notices } = readWording('I wake up at noon […].');
    expect(study.quotes).toEqual([expect.objectContaining({ exact, wording: 'I wake up at noon […].' })]);
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
