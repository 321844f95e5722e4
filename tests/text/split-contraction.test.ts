import { describe, expect, it } from 'vitest';
import { splitContraction } from '../../src/text/split-contraction.js';

describe('splitContraction', () => {
  it.each([
    ["don't", 'do'],
    ["wouldn't", 'would'],
    ["won't", 'will'],
    ["can't", 'can'],
    ['cannot', 'can'],
    ["shan't", 'shall'],
    ["ain't", 'is'],
  ])('splits %s into %s and not', (contraction, word) => {
    expect(splitContraction(contraction, 'en')).toEqual({ word, negated: true });
  });

  it.each(["n't", "it's", "o'clock", 'dont', 'cannots', 'ant'])('leaves %s whole', (word) => {
    expect(splitContraction(word, 'en')).toEqual({ word, negated: false });
  });

  it('knows English contractions only', () => {
    expect(splitContraction("don't", 'nl')).toEqual({ word: "don't", negated: false });
  });
});
