import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutsWord } from '../../src/text/cuts-word.js';
import { findApproximately, LEAST_SCORE, scoreLikeness } from '../../src/text/find-approximately.js';

const find = (text: string, words: string) =>
  findApproximately({ text, words }).map(({ span }) => text.slice(span.start, span.end));

describe('findApproximately', () => {
  it('finds words with a slip in them, from edge to edge', () => {
    expect(find('and then the lamp went out again', 'the lanp went out')).toEqual(['the lamp went out']);
    expect(find('and then the lamps went out again', 'the lamp went out')).toEqual(['the lamps went out']);
  });

  it('gives each of several equally like places', () => {
    expect(find('the lamp went out. later the lamp went out.', 'the lanp went out')).toHaveLength(2);
  });

  it('finds nothing where more than a fifth differs', () => {
    expect(find('the lamp went out', 'the dog came back')).toEqual([]);
    expect(find('', 'the lamp')).toEqual([]);
    expect(find('the lamp', '')).toEqual([]);
  });

  it('looks only where it is told to', () => {
    const text = 'the lamp went out. later the lamp went out.';
    const places = findApproximately({ text, words: 'the lanp went out', within: { start: 18, end: 43 } });
    expect(places.map(({ span }) => span.start)).toEqual([text.lastIndexOf('the lamp')]);
  });

  it('finds a passage of thousands of words by its ends, though words were put in and taken out', () => {
    const words = Array.from({ length: 3000 }, (_, at) => `word${(at * 7919) % 5003}`);
    const edited = words.flatMap((word, at) =>
      at % 40 === 20 ? ['well', word] : at % 55 === 30 ? [] : [word],
    );
    const text = `before it ${edited.join(' ')} after it`;
    expect(find(text, words.join(' '))).toEqual([edited.join(' ')]);
  });

  it('takes repetitive text without giving places without end', () => {
    expect(find('ha '.repeat(20_000), 'ha ho ha ha ha ho ha ha').length).toBeLessThanOrEqual(16);
  });

  it('gives places with the score that their words have, not under the least, at the edges of words', () => {
    const word = fc.constantFrom(
      'the',
      'lamp',
      'lamps',
      'went',
      'øver',
      '🕯️',
      'e\u0301t',
      'out',
      'and',
      '灯台',
    );
    const someWords = fc.array(word, { minLength: 3, maxLength: 12 }).map((words) => words.join(' '));
    const someText = fc.array(word, { maxLength: 60 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(someText, someWords, fc.nat(), fc.string({ maxLength: 2 }), (text, words, at, slip) => {
        const place = at % (words.length + 1);
        const full = `${text} ${words.slice(0, place)}${slip}${words.slice(place)} ${text}`;
        for (const { span, score } of findApproximately({ text: full, words })) {
          expect(score).toBe(scoreLikeness(words, full.slice(span.start, span.end)));
          expect(score).toBeGreaterThanOrEqual(LEAST_SCORE);
          expect(cutsWord(full, span.start) || cutsWord(full, span.end)).toBe(false);
        }
      }),
    );
  });
});
