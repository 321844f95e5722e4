import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairQuoteMarks } from '../../../src/pipeline/checking/pair-quote-marks.js';

const list = (text: string) =>
  pairQuoteMarks(text).pairs.map(({ open, close }) => text.slice(open + 1, close));

describe('the quote marks of a paragraph', () => {
  it.each([
    ['curly', 'She said “one two” and “three”.', ['one two', 'three']],
    ['straight', 'She said "one two" and "three".', ['one two', 'three']],
    ['French', 'Elle dit « un deux » et «trois».', [' un deux ', 'trois']],
    ['German', 'Sie sagt „eins zwei“ und „drei”.', ['eins zwei', 'drei']],
    ['German inwards', 'Sie sagt »eins zwei« und »drei«.', ['eins zwei', 'drei']],
    ['Swedish', 'Hon sade ”ett två” och ”tre”.', ['ett två', 'tre']],
    ['curly single', 'She said ‘one two’ and ‘three’.', ['one two', 'three']],
    ['straight single', "She said 'one two' and 'three'.", ['one two', 'three']],
    ['low single', 'Sie sagt ‚eins zwei‘.', ['eins zwei']],
    ['with apostrophes inside', 'She said ‘I don’t know what we’d do’.', ['I don’t know what we’d do']],
    [
      'with a possessive inside',
      'He said ‘it is the leads’ view of it’, he did.',
      ['it is the leads’ view of it'],
    ],
    ['one kind inside another', 'She said “he told me ‘go on’ again”.', ['he told me ‘go on’ again']],
    ['in brackets and after dashes', 'So—"one two"—and ("three").', ['one two', 'three']],
  ])('pair: %s', (_what, text, expected) => {
    expect(list(text)).toEqual(expected);
  });

  it.each([
    "the leads' own view and don't",
    "rock 'n' roll in the '90s",
    'a 27" screen, a 5\' board',
    "'twas so and 'em too",
  ])('apostrophes and inches are none: %s', (text) => {
    expect(list(text).filter((words) => words.includes(' '))).toEqual([]);
    expect(pairQuoteMarks(text).unpaired).toEqual([]);
  });

  it.each([
    ['She said “one two and no more', 9],
    ['She said one two” and no more', 16],
    ['She said "one two and "three four"', 9],
    ['Elle dit «un deux', 9],
  ])('one without a partner is told by its offset: %s', (text, offset) => {
    expect(pairQuoteMarks(text).unpaired).toEqual([offset]);
  });

  it('gives pairs in order, none inside another, whatever stands there', () => {
    const sign = fc.constantFrom('"', "'", '“', '”', '„', '‘', '’', '«', '»', ' ', 'a', '.', '(');
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 60 }), (signs) => {
        let last = -1;
        for (const { open, close } of pairQuoteMarks(signs.join('')).pairs) {
          expect(open).toBeGreaterThan(last);
          expect(close).toBeGreaterThan(open);
          last = close;
        }
      }),
    );
  });
});
