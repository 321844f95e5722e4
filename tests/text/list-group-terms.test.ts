import { describe, expect, it } from 'vitest';
import { countTexts } from '../../src/text/count-texts.js';
import { listGroupTerms } from '../../src/text/list-group-terms.js';

describe('listGroupTerms', () => {
  const texts = [
    'The pagers rang, team',
    'A pagers night, team',
    'pager nights again',
    'hiring a team',
    'The team is hiring',
  ];
  const counted = countTexts(texts, 'en');
  const weights = Float64Array.from(counted.termKinds, (kind) => (kind === 'content' ? 1 : 0));

  it('names what sets a group apart, in the form that its rows use most', () => {
    const [first, second] = listGroupTerms(
      [
        [0, 1, 2],
        [3, 4],
      ],
      counted,
      weights,
    );
    expect(first?.[0]).toBe('pagers');
    expect(second?.[0]).toBe('hiring');
  });

  it('names no term that only one row has and none without weight', () => {
    const [first] = listGroupTerms(
      [
        [0, 1, 2],
        [3, 4],
      ],
      counted,
      weights,
    );
    expect(first).not.toContain('rang');
    expect(first).not.toContain('The');
  });

  it('has nothing to say of no groups', () => {
    expect(listGroupTerms([], counted, weights)).toEqual([]);
  });
});
