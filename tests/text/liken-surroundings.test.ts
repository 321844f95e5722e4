import { describe, expect, it } from 'vitest';
import { likenSurroundings } from '../../src/text/liken-surroundings.js';

describe('likenSurroundings', () => {
  const recorded = { prefix: 'and then ', suffix: ' went out' };

  it('is 1 for the same surroundings, also where more of them is known now', () => {
    expect(likenSurroundings(recorded, { prefix: 'Late, and then ', suffix: ' went out again' })).toBe(1);
  });

  it('is the share of units that need no edit', () => {
    expect(likenSurroundings(recorded, { prefix: 'and when ', suffix: ' went out' })).toBe(1 - 1 / 18);
    expect(likenSurroundings(recorded, { prefix: '', suffix: '' })).toBe(0);
  });

  it('is 1 where nothing was recorded', () => {
    expect(likenSurroundings({ prefix: '', suffix: '' }, { prefix: 'a', suffix: 'b' })).toBe(1);
  });

  it('falls with each further change', () => {
    const likenesses = ['and then ', 'and now ', 'or now ', 'xx'].map((prefix) =>
      likenSurroundings(recorded, { prefix, suffix: ' went out' }),
    );
    expect(likenesses).toEqual(likenesses.toSorted((a, b) => b - a));
    expect(new Set(likenesses).size).toBe(likenesses.length);
  });
});
