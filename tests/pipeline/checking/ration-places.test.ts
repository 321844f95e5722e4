import { describe, expect, it } from 'vitest';
import { cutLongQuotations } from '../../../src/pipeline/checking/cut-long-quotations.js';
import { rationPlaces, takePlaces } from '../../../src/pipeline/checking/ration-places.js';
import { readPassage } from '../../../src/pipeline/checking/read-passage.js';

const passage = readPassage(['I did not sleep for three weeks, and nobody told me.'], (word) => word.length);
const stretches = [3, 3, 7, 8].map((text) => ({ text, words: { start: 0, end: 9 } }));

describe('the places at which quotations are judged', () => {
  it('are all that were proposed in a book of 10,000 quotations, and one of each kind in a flood of them', () => {
    expect(rationPlaces(Array(10_000).fill(passage))).toBe(16);
    expect(rationPlaces(Array(400_000).fill(passage))).toBe(1);
  });

  it('keep the best place of who is named and the best of others', () => {
    expect(takePlaces(stretches, new Set([7]), 1).map(({ text }) => text)).toEqual([7, 3]);
    expect(takePlaces(stretches, new Set([7]), 16)).toHaveLength(4);
  });
});

describe('a long quotation', () => {
  const quote = (words: number) =>
    ({ kind: 'marks', parts: ['word '.repeat(words).trim()], line: 1 }) as const;

  it('is judged whole up to 800 words', () => {
    expect(cutLongQuotations([quote(800)])).toHaveLength(1);
    expect(cutLongQuotations([quote(801)]).map(({ parts }) => parts[0]?.split(' ').length)).toEqual([800, 1]);
  });

  it('is cut shorter in a draft that quotes more than a long book says', () => {
    expect(cutLongQuotations([quote(200_001)])).toHaveLength(1001);
  });
});
