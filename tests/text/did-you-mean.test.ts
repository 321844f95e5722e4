import { describe, expect, it } from 'vitest';
import { suggestNearest } from '../../src/text/did-you-mean.js';

describe('suggestNearest', () => {
  const themes = ['define-success', 'pain-point', 'fear', 'dream'];

  it.each([
    ['pain-pont', 'pain-point'],
    ['Pain Point', 'pain-point'],
    ['define-succes', 'define-success'],
    ['faer', undefined],
    ['feer', 'fear'],
    ['calendar', undefined],
    ['', undefined],
  ])('takes %j for %j', (word, meant) => {
    expect(suggestNearest(word, themes)).toBe(meant);
  });

  it('takes the nearest, and the first of equally near ones', () => {
    expect(suggestNearest('quotas', ['quotes', 'quota', 'quoted'])).toBe('quotes');
    expect(suggestNearest('study', [])).toBeUndefined();
  });

  it('does not take one short word for another', () => {
    expect(suggestNearest('it', ['at'])).toBeUndefined();
    expect(suggestNearest('IT', ['it'])).toBe('it');
  });
});
