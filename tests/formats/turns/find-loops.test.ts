import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findLoops } from '../../../src/formats/turns/find-loops.js';

const find = (text: string) => findLoops(text.split(' '), () => 1);

describe('findLoops', () => {
  it('finds a sentence said three times in a row, and where it begins', () => {
    expect(find('well it was under the mat it was under the mat it was under the mat then')).toEqual([
      { start: 1, length: 5, times: 3 },
    ]);
  });

  it('counts a round only where it is whole', () => {
    expect(find('to the end to the end to the end to the')).toEqual([{ start: 0, length: 3, times: 3 }]);
  });

  it.each([
    ['a word said with emphasis', 'no no no no no'],
    ['a hesitation', 'you know you know you know it was'],
    ['a sentence said twice', 'i do not know i do not know'],
    [
      'a refrain with other words between',
      'we waited and we sang we waited and we ate we waited and we left',
    ],
    ['no words', ''],
  ])('leaves %s alone', (_what, text) => expect(find(text)).toEqual([]));

  it('weighs words, for scripts that write a sentence as one', () => {
    expect(findLoops(['a', 'a', 'a'], () => 3)).toEqual([{ start: 0, length: 1, times: 3 }]);
  });

  it('gives the shortest phrase of a loop, and no word twice', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 80 }), (words) => {
        const loops = findLoops(words, () => 1);
        let end = 0;
        for (const { start, length, times } of loops) {
          expect(start).toBeGreaterThanOrEqual(end);
          end = start + length * times;
          expect(end).toBeLessThanOrEqual(words.length);
          const round = words.slice(start, start + length);
          for (let at = start; at < end; at += 1) expect(words[at]).toBe(round[(at - start) % length]);
        }
      }),
    );
  });

  it('takes a recording that is one loop in its stride', () => {
    const words = Array.from({ length: 60_000 }, (_word, index) => `w${index % 7}`);
    expect(findLoops(words, () => 1)).toEqual([{ start: 0, length: 7, times: 8571 }]);
  });
});
