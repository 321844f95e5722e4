import { describe, expect, it } from 'vitest';
import { cutsWord } from '../../src/text/cuts-word.js';

describe('cutsWord', () => {
  it.each([
    ['inside a word', 'start', 2, true],
    ['between letters and digits', 'P07', 1, true],
    ['at the edge of a word', 'at sea', 2, false],
    ['at the ends of the text', 'sea', 0, false],
    ['before punctuation', 'sea.', 3, false],
    ['before a combining mark', 'e\u0301', 1, true],
    ['inside a surrogate pair', '🕯', 1, true],
    ['between two emoji', '🕯🕯', 2, false],
    ['inside a word of a script beyond the basic plane', '𐐀𐐁', 2, true],
    ['between letters of a script without spaces', '灯台', 1, false],
  ])('%s', (_, text, offset, cut) => {
    expect(cutsWord(text, offset)).toBe(cut);
  });
});
