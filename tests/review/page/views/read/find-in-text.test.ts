import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findInText, findNextHit, foldText } from '../../../../../src/review/page/views/read/find-in-text.js';

const find = (text: string, query: string): readonly string[] =>
  findInText(foldText(text), query).map(({ start, end }) => text.slice(start, end));

describe('searching in a transcript', () => {
  it('finds words whatever their case and accents, and gives them as they are written', () => {
    expect(find('Café, CAFE and cafe\u0301s', 'café')).toEqual(['Café', 'CAFE', 'cafe\u0301']);
  });

  it('finds words over a line end and several spaces', () => {
    expect(find('so I\nsat', 'i  sat')).toEqual(['I\nsat']);
  });

  it('keeps the place behind letters that fold to more or fewer', () => {
    expect(find('ﬁrst İstanbul 😀 then', 'then')).toEqual(['then']);
  });

  it('finds nothing for nothing', () => {
    expect(find('text', '  ')).toEqual([]);
  });

  it('gives hits in order and apart, inside the text', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'A', 'á', ' ', 'b', '😀') });
    fc.assert(
      fc.property(text, fc.string({ unit: fc.constantFrom('a', 'b', ' ') }), (words, query) => {
        let at = 0;
        for (const { start, end } of findInText(foldText(words), query)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(words.length);
          at = end;
        }
      }),
    );
  });

  it('goes on from a place, and round to the first', () => {
    const hits = findInText(foldText('a b a'), 'a');
    expect([0, 1, 5].map((from) => findNextHit(hits, from))).toEqual([0, 1, 0]);
    expect(findNextHit([], 0)).toBe(-1);
  });
});
