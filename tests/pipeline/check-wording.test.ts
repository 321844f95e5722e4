import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkWording } from '../../src/pipeline/check-wording.js';

const exact = 'so I never, um, know whether I am doing a good job, and that keeps me up.';

describe('the wording of a quote', () => {
  it.each([
    ['the words themselves', exact],
    [
      'a capital at the start and another end',
      'So I never, um, know whether I am doing a good job, and that keeps me up!',
    ],
    ['an omission in brackets', 'So I never […] know whether I am doing a good job, and that keeps me up.'],
    ['an omission in dots', 'So I never, um, know ... and that keeps me up.'],
    ['an omission at either end', '[…] I am doing a good job […]'],
    ['an insertion', 'So I never, um, know whether I am doing a good job [as a lead], and that keeps me up.'],
    ['both', '[…] I am doing a good job [as a lead], […] that keeps me up.'],
    ['other white space', 'so I never, um,\nknow whether I am  doing a good job, and that keeps me up.'],
  ])('may hold %s', (_what, wording) => {
    expect(checkWording(wording, exact)).toBe(true);
  });

  it.each([
    ['a changed word', 'So I never, um, know whether I am doing a great job, and that keeps me up.'],
    ['a word left out in silence', 'So I never know whether I am doing a good job, and that keeps me up.'],
    ['a beginning left out in silence', 'I am doing a good job, and that keeps me up.'],
    ['an end left out in silence', 'So I never, um, know whether I am doing a good job'],
    ['another order', '[…] that keeps me up […] I am doing a good job […]'],
    ['half a word', '[…]ever, um, know whether I am doing a good job, and that keeps me up.'],
    [
      'a word put in without brackets',
      'So I really never, um, know whether I am doing a good job, and that keeps me up.',
    ],
    [
      'an insertion that replaces',
      'So I never, um, know whether [she is] doing a good job, and that keeps me up.',
    ],
    ['nothing but an omission', '[…]'],
    ['nothing', ''],
  ])('may not hold %s', (_what, wording) => {
    expect(checkWording(wording, exact)).toBe(false);
  });

  it('may omit from a transcript that sets a space before a comma', () => {
    expect(checkWording('We ship , and […] sleep.', 'We ship , and then we sleep.')).toBe(true);
    expect(checkWording('We ship, and […] sleep.', 'We ship , and then we sleep.')).toBe(true);
  });

  it('may hold brackets that stand in the transcript, and may not change them', () => {
    expect(checkWording('[Colleague 2] told me so.', '[Colleague 2] told me so.')).toBe(true);
    expect(checkWording('[Colleague 3] told me so.', '[Colleague 2] told me so.')).toBe(false);
  });

  it('is verbatim for every text that holds a word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(/[\p{L}\p{N}]/u.test(text) && !/[[\]….]/u.test(text));
        expect(checkWording(text, text)).toBe(true);
      }),
    );
  });

  it('is refused whenever one of its words was replaced', () => {
    const word = fc.stringMatching(/^[a-z]{2,8}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), fc.nat(), word, (words, at, other) => {
        const place = at % words.length;
        fc.pre(words[place] !== other);
        expect(checkWording(words.with(place, other).join(' '), words.join(' '))).toBe(false);
      }),
    );
  });
});
