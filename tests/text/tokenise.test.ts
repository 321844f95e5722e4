import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findWords, foldWord } from '../../src/text/tokenise.js';

const cutWords = (text: string) => findWords(text).map(({ start, end }) => text.slice(start, end));

describe('findWords', () => {
  it.each([
    ["I don't know, it's fine.", ['I', "don't", 'know', "it's", 'fine']],
    ['I don’t know', ['I', 'don’t', 'know']],
    ['Is rock’n’roll on-call work?', ['Is', 'rock’n’roll', 'on-call', 'work']],
    ["the 'quoted' teams' work -- mine-", ['the', 'quoted', 'teams', 'work', 'mine']],
    ['Café naïve Zoë über-cool', ['Café', 'naïve', 'Zoë', 'über-cool']],
    ['cafe\u0301 now', ['cafe\u0301', 'now']],
    ['in 2026, 3.5 days', ['in', '2026', '3', '5', 'days']],
    ['встречи и работа', ['встречи', 'и', 'работа']],
    ['فريق سعيد', ['فريق', 'سعيد']],
    ['会议 many', ['会', '议', 'many']],
    ['work 🎉👩‍💻 done', ['work', 'done']],
    ['hyphen\u00ADation', ['hyphen\u00ADation']],
    ['𝒜bc 𠮷野', ['𝒜bc', '𠮷', '野']],
    ['— … !?', []],
    ['', []],
  ])('cuts %j into its words', (text, words) => {
    expect(cutWords(text)).toEqual(words);
  });

  it('gives ordered, separate, non-empty spans that never cut a surrogate pair, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        let before = 0;
        for (const { start, end } of findWords(text)) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          expect(foldWord(text.slice(start, end))).not.toBe('');
          expect(text.slice(start, end)).not.toMatch(/\p{Cs}/u);
          before = end;
        }
        expect(before).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it('loses no letter and no digit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const letters = (part: string) => part.match(/(?!ʼ)[\p{L}\p{N}]/gu) ?? [];
        expect(cutWords(text).flatMap(letters)).toEqual(letters(text));
      }),
    );
  });

  it('cuts in the same places with curly and straight apostrophes, and the words compare as equal', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'n', 'é', "'", ' ', '-', '.', '語'), maxLength: 30 });
    fc.assert(
      fc.property(word, fc.constantFrom('’', 'ʼ', '＇'), (text, curly) => {
        const other = text.replaceAll("'", curly);
        expect(findWords(other)).toEqual(findWords(text));
        expect(cutWords(other).map(foldWord)).toEqual(cutWords(text).map(foldWord));
      }),
    );
  });
});

describe('foldWord', () => {
  it.each([
    ['Don’T', "don't"],
    ['ON‑CALL', 'on-call'],
    ['ﬁne', 'fine'],
    ['hyphen\u00ADation', 'hyphenation'],
    ['cafe\u0301', 'caf\u00E9'],
    ['ÜBER', 'über'],
  ])('folds %j to %j', (word, folded) => {
    expect(foldWord(word)).toBe(folded);
  });
});
