import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { poolRatings } from '../../src/coefficients/chance/pool-ratings.js';
import { type MarkedText, measureMarks } from '../../src/coefficients/sections/measure-marks.js';
import { unitizingAlpha } from '../../src/coefficients/unitizing-alpha.js';
import { readReason, readValue } from './build-table.js';

type Section = readonly [begin: number, length: number];

/** Passages as the literature gives them, by begin and length, in a text that begins at `from`. */
const toSpans = (sections: readonly Section[], from = 0) =>
  sections.map(([begin, length]) => ({ start: begin - from, end: begin - from + length }));
const rateTexts = (texts: readonly MarkedText[], coders = 2) =>
  unitizingAlpha.rate(measureMarks(texts, coders));
const rateText = (length: number, ...byCoder: readonly (readonly Section[])[]) =>
  rateTexts([{ length, byCoder: byCoder.map((sections) => toSpans(sections)) }], byCoder.length);

// Krippendorff 2004: a text from 150 to 450, two coders, the categories c and k.
const rateExample = (...byCoder: readonly (readonly Section[])[]) =>
  rateTexts([{ length: 300, byCoder: byCoder.map((sections) => toSpans(sections, 150)) }]);
const c = rateExample(
  [
    [225, 70],
    [370, 30],
  ],
  [
    [220, 80],
    [355, 20],
    [400, 20],
  ],
);
const bothK: readonly Section[] = [
  [180, 60],
  [300, 50],
];
const k = rateExample(bothK, bothK);

describe('αᵤ', () => {
  it('of the category c of Krippendorff 2004 is .7286, from Do .0144 and De .0532', () => {
    expect(readValue(c)).toBeCloseTo(0.7286, 4);
    expect(c).toMatchObject({
      disagreement: {
        // 50 for the first pair of passages, 850 for the second, 20² for the one without a counterpart
        observed: (2 * (5 ** 2 + 5 ** 2 + 15 ** 2 + 25 ** 2 + 20 ** 2)) / (2 * 1 * 300 ** 2),
        expected: expect.closeTo(0.0532, 4),
      },
    });
  });

  it('of the category k, which both marked alike, is 1, with De .0490', () => {
    expect(readValue(k)).toBe(1);
    expect(k).toMatchObject({ disagreement: { observed: 0, expected: expect.closeTo(0.049, 4) } });
  });

  it('of both categories is .8587: one minus the sum of Do through the sum of De', () => {
    expect(readValue(poolRatings([c, k]))).toBeCloseTo(0.8587, 4);
  });

  it('of one long passage against three short ones is -.7003', () => {
    const rating = rateText(
      10,
      [[1, 8]],
      [
        [2, 1],
        [4, 1],
        [6, 1],
      ],
    );
    expect(rating).toMatchObject({
      disagreement: { observed: expect.closeTo(0.91, 10), expected: expect.closeTo(0.5352, 4) },
    });
    expect(readValue(rating)).toBeCloseTo(-0.7003, 4);
  });

  it('of category A of Krippendorff 1995 has a Do of .03125', () => {
    const rating = rateText(
      24,
      [
        [2, 8],
        [14, 6],
      ],
      [
        [4, 4],
        [15, 2],
      ],
    );
    expect(rating).toMatchObject({ disagreement: { observed: 0.03125 } });
  });

  it.each([
    ['no text', rateTexts([]), /no text/],
    ['an empty text', rateText(0, [], []), /no text/],
    ['nobody marked anything', rateText(50, [], []), /nobody marked/],
    ['empty passages only', rateText(50, [[3, 0]], [[9, 0]]), /nobody marked/],
    ['one coder', rateText(50, [[3, 9]]), /two coders.*one/],
    ['no coder', rateTexts([], 0), /two coders.*none/],
    ['a text of one letter that both marked', rateText(1, [[0, 1]], [[0, 1]]), /chance/],
  ])('%s is a reason and no number', (_what, rating, reason) => {
    expect(readReason(rating)).toMatch(reason);
  });

  it('joins the overlapping passages of one coder first', () => {
    const once = rateText(100, [[10, 20]], [[12, 20]]);
    const twice = rateText(
      100,
      [
        [15, 15],
        [10, 10],
        [12, 3],
      ],
      [[12, 20]],
    );
    expect(twice).toEqual(once);
  });

  it('falls as the marks of two coders drift apart', () => {
    const values = [0, 2, 4, 8, 16].map((shift) =>
      readValue(rateText(1000, [[100, 50]], [[100 + shift, 50]])),
    );
    expect(values).toEqual(values.toSorted((a, b) => b - a));
    expect(new Set(values).size).toBe(values.length);
  });
});

const LENGTH = 60;
const spans = fc.array(
  fc
    .tuple(fc.nat({ max: LENGTH - 1 }), fc.integer({ min: 1, max: 20 }))
    .map(([start, length]) => ({ start, end: Math.min(LENGTH, start + length) })),
  { maxLength: 6 },
);
const texts = fc.array(fc.record({ length: fc.constant(LENGTH), byCoder: fc.tuple(spans, spans, spans) }), {
  minLength: 1,
  maxLength: 5,
});

describe('laws of αᵤ', () => {
  it('is a finite number of at most 1, or a reason', () => {
    fc.assert(
      fc.property(texts, (marked) => {
        const rating = rateTexts(marked, 3);
        if ('value' in rating) expect(rating.value).toBeLessThanOrEqual(1);
        else expect(rating.undefinedBecause).not.toBe('');
        expect(JSON.stringify(rating)).not.toContain('null');
      }),
    );
  });

  it('is 1 where all coders marked the same', () => {
    fc.assert(
      fc.property(spans, (own) => {
        const marked = [{ start: 10, end: 30 }, ...own];
        expect(readValue(rateTexts([{ length: LENGTH, byCoder: [marked, marked, marked] }], 3))).toBe(1);
      }),
    );
  });

  it('is unmoved by the names of coders and by the order of texts', () => {
    fc.assert(
      fc.property(texts, (marked) => {
        const rating = rateTexts(marked, 3);
        const other = rateTexts(
          marked.toReversed().map(({ length, byCoder: [a, b, c] }) => ({ length, byCoder: [c, a, b] })),
          3,
        );
        expect('value' in other).toBe('value' in rating);
        if ('value' in rating) expect(readValue(other)).toBeCloseTo(rating.value, 9);
      }),
    );
  });

  it('takes a text with a count for as many texts', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 3 }), (marked, times) => {
        const measured = measureMarks(marked, 3);
        const counted = unitizingAlpha.rate({ ...measured, counts: measured.counts.map(() => times) });
        const repeated = rateTexts(
          marked.flatMap((text) => Array.from({ length: times }, () => text)),
          3,
        );
        expect('value' in counted).toBe('value' in repeated);
        if ('value' in counted) expect(readValue(repeated)).toBeCloseTo(counted.value, 9);
      }),
    );
  });
});
