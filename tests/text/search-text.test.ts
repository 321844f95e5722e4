import { describe, expect, it } from 'vitest';
import {
  foldWords,
  prepareText,
  scoreWords,
  searchFolded,
  searchNearly,
} from '../../src/text/search-text.js';

describe('searchFolded', () => {
  it('finds words but for how they were typed', () => {
    const text = 'So — “it’s\n out”, so…';
    const [span] = searchFolded(prepareText(text), foldWords(' "IT\'S OUT" '));
    expect(text.slice(span?.start, span?.end)).toBe('“it’s\n out”');
  });

  it('does not find a part of what one character became', () => {
    expect(searchFolded(prepareText('and so…'), foldWords('.'))).toEqual([]);
    expect(searchFolded(prepareText('and so…'), foldWords('so..'))).toEqual([]);
    expect(searchFolded(prepareText('and so…'), foldWords('so...'))).toEqual([{ start: 4, end: 7 }]);
  });
});

describe('searchNearly', () => {
  const source = prepareText('A “lamp”  went\nout. Later, a “lamp”  went\nout.');
  const words = foldWords('a "lamb" went out');

  it('gives spans of the text itself', () => {
    expect(
      searchNearly({ source, words }).map(({ span }) => source.text.slice(span.start, span.end)),
    ).toEqual(['A “lamp”  went\nout', 'a “lamp”  went\nout']);
  });

  it('looks in a stretch that may reach beyond the text', () => {
    const within = { start: 20, end: 999 };
    expect(searchNearly({ source, words, within }).map(({ span }) => span.start)).toEqual([27]);
  });

  it('gives the score that the words have', () => {
    for (const { span, score } of searchNearly({ source, words })) {
      expect(score).toBe(scoreWords(source, words, span));
      expect(score).toBe(1 - 1 / words.length);
    }
  });
});
