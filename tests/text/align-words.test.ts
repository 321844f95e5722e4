import fc from 'fast-check';
import { distance } from 'fastest-levenshtein';
import { describe, expect, it } from 'vitest';
import { alignWords } from '../../src/text/align-words.js';

/** Each letter is a word; `_` before one lets the text go on, `?` makes it optional. */
function lay(written: string, stretch: string) {
  const words = [...written.replace(/[_?]/g, '')];
  const marks = [...written.matchAll(/([_?]?)[^_?]/g)].map(([, mark]) => mark);
  return alignWords(
    {
      words: Uint32Array.from(words, (word) => word.charCodeAt(0)),
      skipsBefore: Uint8Array.from(marks, (mark) => (mark === '_' ? 1 : 0)),
      optional: Uint8Array.from(marks, (mark) => (mark === '?' ? 1 : 0)),
    },
    Uint32Array.from(stretch, (word) => word.charCodeAt(0)),
  );
}

describe('a passage laid over a stretch of text', () => {
  it.each([
    ['the words themselves', 'bcd', 'abcde', 0, [1, 2, 3]],
    ['a changed word', 'bxd', 'abcde', 1, [1, -1, 3]],
    ['an added word', 'bcxd', 'abcde', 1, [1, 2, -1, 3]],
    ['a word left out', 'bd', 'abcde', 1, undefined],
    ['an omission, to the nearest place', 'b_e', 'abbcdee', 0, [2, 5]],
    ['an optional word that is there', 'b?cd', 'abcd', 0, [1, 2, 3]],
    ['an optional word that is not there', 'b?xc', 'abc', 0, [1, -1, 2]],
    ['nothing in common', 'xyz', 'abc', 3, [-1, -1, -1]],
  ])('has its errors counted: %s', (_what, words, stretch, errors, matches) => {
    const found = lay(words, stretch);
    expect(found.errors).toBe(errors);
    if (matches !== undefined) expect([...found.matches]).toEqual(matches);
  });

  it('has as few errors as the best of all parts of the stretch', () => {
    const word = fc.stringMatching(/^[abc]{0,7}$/);
    fc.assert(
      fc.property(word, word, (passage, stretch) => {
        const parts = [...stretch].flatMap((_, start) =>
          [...stretch].map((__, length) => stretch.slice(start, start + length + 1)),
        );
        const fewest = Math.min(passage.length, ...parts.map((part) => distance(passage, part)));
        expect(lay(passage, stretch).errors).toBe(fewest);
      }),
    );
  });

  it('has matches that are the same words, in ascending order', () => {
    const word = fc.stringMatching(/^[ab_?c]{0,12}$/).filter((text) => !/[_?]{2}|[_?]$/.test(text));
    fc.assert(
      fc.property(word, fc.stringMatching(/^[abc]{0,12}$/), (written, stretch) => {
        const words = written.replace(/[_?]/g, '');
        let last = -1;
        for (const [index, match] of lay(written, stretch).matches.entries()) {
          if (match < 0) continue;
          expect(stretch[match]).toBe(words[index]);
          expect(match).toBeGreaterThan(last);
          last = match;
        }
      }),
    );
  });
});
