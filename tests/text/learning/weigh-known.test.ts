import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countTexts } from '../../../src/text/count-texts.js';
import { weighKnown } from '../../../src/text/learning/weigh-known.js';
import { rowAt } from '../../../src/text/sparse-rows.js';
import { TAGGING_WEIGHTS, weighTerms } from '../../../src/text/weigh-terms.js';

const word = fc.constantFrom('the', 'pager', 'rang', 'Rings', 'not', "don't", 'you', 'know');
const texts = fc.array(
  fc.array(word, { maxLength: 9 }).map((words) => words.join(' ')),
  { maxLength: 6 },
);

describe('rows by weights that are known', () => {
  it('are those of the texts that the weights were found on', () => {
    fc.assert(
      fc.property(texts, (some) => {
        const counted = countTexts(some, 'en');
        const { rows, termWeights } = weighTerms(counted, TAGGING_WEIGHTS);
        const known = weighKnown({
          texts: some.length,
          weights: termWeights,
          visit: (text, see) => {
            const end = counted.rowStarts[text + 1] ?? 0;
            for (let j = counted.rowStarts[text] ?? 0; j < end; j += 1) {
              see(counted.columns[j] ?? 0, counted.counts[j] ?? 0);
            }
          },
        });
        expect(known.width).toBe(rows.width);
        for (const row of some.keys()) {
          expect(rowAt(known, row).columns).toEqual(rowAt(rows, row).columns);
          for (const [j, value] of rowAt(rows, row).values.entries()) {
            expect(rowAt(known, row).values[j]).toBeCloseTo(value, 12);
          }
        }
      }),
    );
  });

  it('count a unit that is met twice like one that occurs twice, and leave out what weighs nothing', () => {
    const weights = Float64Array.of(3, 0, 4);
    const rows = weighKnown({
      texts: 2,
      weights,
      visit: (text, see) => {
        see(2, 1);
        see(1, 5);
        see(0, 1);
        if (text === 1) see(0, 1);
      },
    });
    expect([...rowAt(rows, 0).values]).toEqual([3 / 5, 4 / 5]);
    const twice = 3 * (1 + Math.log(2));
    expect(rowAt(rows, 1).values[0]).toBeCloseTo(twice / Math.hypot(twice, 4), 12);
    expect([...rowAt(rows, 1).columns]).toEqual([0, 2]);
  });
});
