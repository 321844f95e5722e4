import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countTexts, findTerms } from '../../src/text/count-texts.js';
import { countRows, rowAt } from '../../src/text/sparse-rows.js';
import { GROUPING_WEIGHTS, TAGGING_WEIGHTS, weighTerms } from '../../src/text/weigh-terms.js';

describe('weighTerms', () => {
  it('weighs (1 + ln tf) · (ln((1 + N) / (1 + n)) + 1), function words at half, and scales rows to length 1', () => {
    const counted = countTexts(['the plan plan', 'the goal', 'the risk'], 'en');
    const { rows, termWeights } = weighTerms(counted, TAGGING_WEIGHTS);
    const the = 0.5 * (Math.log(4 / 4) + 1);
    const plan = Math.log(4 / 2) + 1;
    expect(termWeights[findTerms(counted, 'the')?.term ?? -1]).toBeCloseTo(the, 12);
    expect(termWeights[findTerms(counted, 'plan')?.term ?? -1]).toBeCloseTo(plan, 12);
    const twice = (1 + Math.log(2)) * plan;
    const length = Math.sqrt(the ** 2 + twice ** 2);
    const { columns, values } = rowAt(rows, 0);
    expect([...columns].map((term) => counted.terms[term])).toEqual(['the', 'plan']);
    expect(values[0]).toBeCloseTo(the / length, 12);
    expect(values[1]).toBeCloseTo(twice / length, 12);
  });

  it('leaves out for grouping what says little and what only one text has', () => {
    const counted = countTexts(['the risk um not plan', 'the risk um not plan', 'risk alone'], 'en');
    const { rows } = weighTerms(counted, GROUPING_WEIGHTS);
    const termsOf = (row: number) => [...rowAt(rows, row).columns].map((term) => counted.terms[term]);
    expect(termsOf(0)).toEqual(['risk', 'plan']);
    expect(termsOf(2)).toEqual(['risk']);
  });

  it('gives rows of length 1 or 0 with ascending columns and never NaN, whatever the texts', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }), { maxLength: 8 }), (texts) => {
        const { rows } = weighTerms(countTexts(texts, 'en'), TAGGING_WEIGHTS);
        for (let row = 0; row < countRows(rows); row += 1) {
          const { columns, values } = rowAt(rows, row);
          expect([...columns]).toEqual([...columns].sort((a, b) => a - b));
          if (columns.length > 0) expect(Math.hypot(...values)).toBeCloseTo(1, 9);
        }
      }),
    );
  });
});
