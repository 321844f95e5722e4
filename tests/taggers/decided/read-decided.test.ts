import { describe, expect, it } from 'vitest';
import { isDecided, readDecided } from '../../../src/taggers/decided/read-decided.js';
import { inventDecision } from '../invented-study.js';

describe('readDecided', () => {
  it('takes the last word of each coder', () => {
    const decided = readDecided([inventDecision('q1', 't', true), inventDecision('q1', 't', false)]);
    expect(decided.get('q1')?.get('t')).toBe('does-not-apply');
  });

  it('goes with the majority of coders and is split where there is none', () => {
    const two = [inventDecision('q1', 't', true, 'ana'), inventDecision('q1', 't', false, 'ben')];
    expect(readDecided(two).get('q1')?.get('t')).toBe('split');
    expect(
      readDecided([...two, inventDecision('q1', 't', true, 'cy')])
        .get('q1')
        ?.get('t'),
    ).toBe('applies');
  });

  it('knows a decided pair from one that nobody decided', () => {
    const decided = readDecided([inventDecision('q1', 't', false)]);
    expect(isDecided(decided, 'q1', 't')).toBe(true);
    expect(isDecided(decided, 'q1', 'u')).toBe(false);
    expect(isDecided(decided, 'q2', 't')).toBe(false);
  });
});
