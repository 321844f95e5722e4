import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { poolRatings } from '../../src/coefficients/chance/pool-ratings.js';
import { coefficients, passageCoefficients } from '../../src/coefficients/index.js';
import { buildTable, type Row, readReason, readValue } from './build-table.js';

const shelf = readdirSync('src/coefficients', { withFileTypes: true })
  .filter((entry) => entry.isFile() && !['index.ts', 'coefficient.ts'].includes(entry.name))
  .map(({ name }) => name.replace('.ts', ''));
const all = [...coefficients, ...passageCoefficients];
const CATEGORIES = 4;
const forTwo = ['cohen-kappa', 'scott-pi'];

/** Units × coders; a quarter of the ratings is missing. */
const rowsOf = (coders: number): fc.Arbitrary<readonly Row[]> =>
  fc.array(
    fc.array(fc.option(fc.nat({ max: CATEGORIES - 1 }), { nil: undefined, freq: 3 }), {
      minLength: coders,
      maxLength: coders,
    }),
    { minLength: 1, maxLength: 25 },
  );

describe('the shelf of coefficients', () => {
  it('lists every file on it under its own name', () => {
    expect(all.map(({ id }) => id).sort()).toEqual(shelf.sort());
  });

  it.each(all.map((one) => [one.id, one] as const))('%s has a label and a source with a year', (_id, one) => {
    expect(one.label).not.toBe('');
    expect(one.source).toMatch(/\b(19|20)\d\d\b/);
  });
});

describe.each(coefficients.map((one) => [one.id, one] as const))('%s', (id, coefficient) => {
  const coders = forTwo.includes(id) ? 2 : 3;
  const rate = (rows: readonly Row[], categories = CATEGORIES) =>
    coefficient.rate(buildTable(rows, categories));
  const toTell = (rows: readonly Row[]) => {
    const rating = rate(rows);
    return 'value' in rating ? rating.value.toFixed(9) : rating.undefinedBecause;
  };

  it.each([
    ['no coder and no unit', [], /two coders.*none/],
    ['one coder', [[0], [1]], /two coders.*one/],
    [
      'no unit in common',
      [
        [0, undefined],
        [undefined, 1],
      ],
      /no unit/,
    ],
    [
      'nobody rated anything',
      [
        [undefined, undefined],
        [undefined, undefined],
      ],
      /no unit/,
    ],
    [
      'one category',
      [
        [1, 1],
        [1, 1],
      ],
      /one category/,
    ],
    [
      'one category in the units in common',
      [
        [1, 1],
        [0, undefined],
      ],
      /one category/,
    ],
  ] satisfies readonly (readonly [string, readonly Row[], RegExp])[])(
    '%s is a reason and no number',
    (_what, rows, reason) => {
      expect(readReason(rate(rows))).toMatch(reason);
    },
  );

  it('a single category to choose from is a reason and no number', () => {
    expect(readReason(rate([[0, 0]], 1))).toMatch(/one category/);
  });

  it('is a finite number of at most 1, or a reason', () => {
    fc.assert(
      fc.property(rowsOf(coders), (rows) => {
        const rating = rate(rows);
        if ('value' in rating) {
          expect(Number.isFinite(rating.value)).toBe(true);
          expect(rating.value).toBeLessThanOrEqual(1);
        } else expect(rating.undefinedBecause.length).toBeGreaterThan(20);
      }),
    );
  });

  it('is 1 for perfect agreement with at least two categories', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: CATEGORIES - 1 }), { maxLength: 20 }), (more) => {
        const rows = [0, 1, ...more].map((category) => Array.from({ length: coders }, () => category));
        expect(readValue(rate(rows))).toBe(1);
      }),
    );
  });

  it('is below 1 where anybody disagrees', () => {
    fc.assert(
      fc.property(rowsOf(coders), (rows) => {
        const disputed = [...rows, Array.from({ length: coders }, (_, coder) => coder % 2)];
        expect(readValue(rate(disputed))).toBeLessThan(1);
      }),
    );
  });

  it('is unmoved by the names of coders and categories and by the order of units', () => {
    fc.assert(
      fc.property(
        rowsOf(coders),
        fc.shuffledSubarray([0, 1, 2, 3], { minLength: CATEGORIES }),
        fc.shuffledSubarray(
          Array.from({ length: coders }, (_, coder) => coder),
          { minLength: coders },
        ),
        fc.nat(),
        (rows, categories, columns, turn) => {
          const turned = [...rows.slice(turn % rows.length), ...rows.slice(0, turn % rows.length)];
          const renamed = turned.map((row) =>
            columns.map((column) => {
              const rating = row[column];
              return rating === undefined ? undefined : categories[rating];
            }),
          );
          expect(toTell(renamed)).toBe(toTell(rows));
        },
      ),
    );
  });

  it('takes a row with a count for as many rows', () => {
    fc.assert(
      fc.property(rowsOf(coders), fc.integer({ min: 1, max: 4 }), (rows, times) => {
        const table = buildTable(rows, CATEGORIES);
        const counted = coefficient.rate({ ...table, counts: table.counts.map(() => times) });
        const repeated = rate(rows.flatMap((row) => Array.from({ length: times }, () => row)));
        expect('value' in counted).toBe('value' in repeated);
        if ('value' in counted) expect(counted.value).toBeCloseTo(readValue(repeated), 9);
      }),
    );
  });
});

describe('pooling', () => {
  const [percent] = coefficients;

  it('without any value is a reason', () => {
    expect(readReason(poolRatings([]))).not.toBe('');
    expect(readReason(poolRatings([{ undefinedBecause: 'nobody marked anything' }]))).not.toBe('');
  });

  it('leaves out what has no value', () => {
    const rating = percent?.rate(
      buildTable(
        [
          [0, 1],
          [1, 1],
        ],
        2,
      ),
    );
    if (rating === undefined) throw new Error('the shelf is empty');
    expect(poolRatings([rating, { undefinedBecause: 'nobody marked anything' }])).toEqual(rating);
  });
});

it('coefficients for two coders say that three are too many', () => {
  for (const coefficient of coefficients.filter(({ id }) => forTwo.includes(id)))
    expect(
      readReason(
        coefficient.rate(
          buildTable(
            [
              [0, 1, 1],
              [0, 0, 0],
            ],
            2,
          ),
        ),
      ),
    ).toMatch(/two coders.*3/);
});
