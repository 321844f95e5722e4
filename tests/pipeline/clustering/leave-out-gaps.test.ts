import { describe, expect, it } from 'vitest';
import { leaveOutGaps } from '../../../src/pipeline/clustering/leave-out-gaps.js';
import { countTexts } from '../../../src/text/count-texts.js';

describe('leaveOutGaps', () => {
  it('takes what stands for words that are missing as fillers, and leaves all else', () => {
    const counted = countTexts(
      ['We sold XXXX to [inaudible] for the x axis', 'xx (Unintelligible) axis'],
      'en',
    );
    const { surfaces, termKinds } = leaveOutGaps(counted);
    const gaps = surfaces.filter(
      (_, term) => termKinds[term] === 'filler' && counted.termKinds[term] !== 'filler',
    );
    expect(gaps.map((gap) => gap.toLowerCase())).toEqual(['xxxx', 'inaudible', 'xx', 'unintelligible']);
    for (const [term, surface] of surfaces.entries())
      if (!gaps.includes(surface)) expect(termKinds[term]).toBe(counted.termKinds[term]);
  });

  it('gives texts without a gap back as they are', () => {
    const counted = countTexts(['The x axis, Xaver and Xenia.'], 'en');
    expect(leaveOutGaps(counted)).toBe(counted);
  });
});
