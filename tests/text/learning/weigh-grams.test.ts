import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countTexts } from '../../../src/text/count-texts.js';
import { listGrams, weighGrams } from '../../../src/text/learning/weigh-grams.js';
import { countRows, rowAt } from '../../../src/text/sparse-rows.js';

describe('listGrams', () => {
  it('lists the runs of four characters of a word between blanks', () => {
    expect(listGrams('night')).toEqual([' nig', 'nigh', 'ight', 'ght ']);
    expect(listGrams('on')).toEqual([' on ']);
    expect(listGrams('I')).toEqual([' I ']);
  });

  it('does not cut a character in two', () => {
    expect(listGrams('🎉🎉🎉')).toEqual([' 🎉🎉🎉', '🎉🎉🎉 ']);
  });
});

describe('weighGrams', () => {
  it('lets words share what their letters share', () => {
    const { rows, gramIds } = weighGrams(countTexts(['sleeping', 'sleepless', 'lunch'], 'en'));
    const gram = gramIds.get('leep') ?? -1;
    const valueIn = (row: number): number => {
      const { columns, values } = rowAt(rows, row);
      return values[columns.indexOf(gram)] ?? 0;
    };
    expect(valueIn(0)).toBeGreaterThan(0);
    expect(valueIn(1)).toBeGreaterThan(0);
    expect(rowAt(rows, 2).values.every((value) => value === 0)).toBe(true);
  });

  it('gives rows of length 1, or of length 0 where a text shares no gram with another', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (texts) => {
        const { rows } = weighGrams(countTexts(texts, 'en'));
        expect(countRows(rows)).toBe(texts.length);
        for (const row of texts.keys()) {
          const length = Math.hypot(...rowAt(rows, row).values);
          expect(length === 0 || Math.abs(length - 1) < 1e-9).toBe(true);
        }
      }),
    );
  });
});
