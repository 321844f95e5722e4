import { describe, expect, it } from 'vitest';
import { plainKernels as kernels } from '../../../src/text/kernels/plain-kernels.js';
import { countRows, rowAt } from '../../../src/text/sparse-rows.js';
import { dropCommon } from '../../../src/text/vectors/drop-common.js';
import { keepHeaviest } from '../../../src/text/vectors/keep-heaviest.js';
import { linkNeighbours } from '../../../src/text/vectors/link-neighbours.js';
import { packColumns } from '../../../src/text/vectors/pack-columns.js';
import { placeFewTexts, placeTexts } from '../../../src/text/vectors/place-texts.js';
import { centreRows, scaleRows } from '../../../src/text/vectors/scale-rows.js';
import { spaceEvenly } from '../../../src/text/vectors/space-evenly.js';
import { weighPairs } from '../../../src/text/vectors/weigh-pairs.js';
import { listRows, makeRows, makeSparse, makeTable } from '../make-table.js';

const means = { kernels, seed: 1 };

describe('weighPairs', () => {
  it('weighs a pair by how much more often than by chance its terms meet', () => {
    // Terms 0 and 1 meet three times, 2 and 3 twice: 10 meetings in all, counted from both sides.
    const rows = makeSparse([
      [1, 1, 0, 0],
      [1, 1, 0, 0],
      [1, 1, 0, 0],
      [0, 0, 1, 1],
      [0, 0, 1, 1],
    ]);
    const pairs = weighPairs(rows);
    expect([...pairs.columns]).toEqual([1, 0, 3, 2]);
    expect(pairs.values[0]).toBeCloseTo(Math.log((3 * 10) / (3 * 3)), 6);
    expect(pairs.values[2]).toBeCloseTo(Math.log((2 * 10) / (2 * 2)), 6);
  });

  it('leaves out terms that met but once, and a term with itself', () => {
    expect(
      weighPairs(
        makeSparse([
          [1, 1],
          [1, 0],
          [1, 0],
        ]),
      ).columns,
    ).toHaveLength(0);
    expect([...weighPairs(makeSparse([[1], [1]])).rowStarts]).toEqual([0, 0]);
  });
});

describe('keepHeaviest', () => {
  it('keeps the largest values of a row, the first of equal ones, and shorter rows as they are', () => {
    const kept = keepHeaviest(
      makeSparse([
        [1, 5, 2, 5, 2],
        [0, 0, 3, 0, 1],
        [0, 0, 0, 0, 0],
      ]),
      3,
    );
    expect([...kept.rowStarts]).toEqual([0, 3, 5, 5]);
    expect([...kept.columns]).toEqual([1, 2, 3, 2, 4]);
    expect([...kept.values]).toEqual([5, 2, 5, 3, 1]);
  });
});

describe('linkNeighbours', () => {
  it('holds 1 for the row itself and the cosine with its likest rows, the likest first', () => {
    const links = linkNeighbours(
      makeRows([
        [1, 0, 0],
        [0.6, 0.8, 0],
        [0.8, 0.6, 0],
        [0, 0, 1],
      ]),
    );
    expect([...links.columns.subarray(0, 3)]).toEqual([0, 2, 1]);
    expect([...links.values.subarray(0, 3)]).toEqual(
      [1, 0.8, 0.6].map((cosine) => expect.closeTo(cosine, 6)),
    );
    expect([...links.columns.subarray(links.rowStarts[3], links.rowStarts[4])]).toEqual([3]);
  });

  it('takes no more than five neighbours', () => {
    const links = linkNeighbours(makeRows(Array.from({ length: 9 }, () => [1, 2])));
    expect(links.rowStarts[1]).toBe(6);
  });
});

describe('dropCommon', () => {
  it('drops what stands in more than 30 % of the rows and scales the rest to length 1', () => {
    const rows = dropCommon(
      makeRows([
        [1, 3, 4],
        [1, 0, 0],
        [1, 0, 0],
        [1, 0, 0],
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ]),
    );
    expect([...rowAt(rows, 0).columns]).toEqual([1, 2]);
    expect(Math.hypot(...rowAt(rows, 0).values)).toBeCloseTo(1, 12);
    expect(rowAt(rows, 1).columns).toHaveLength(0);
    expect(countRows(rows)).toBe(7);
  });
});

describe('packColumns', () => {
  it('leaves out columns that nobody uses and keeps the order of the others', () => {
    const packed = packColumns(
      makeRows([
        [0, 1, 0, 1],
        [0, 0, 0, 1],
      ]),
    );
    expect(packed.width).toBe(2);
    expect([...packed.columns]).toEqual([0, 1, 1]);
  });
});

describe('scaleRows and centreRows', () => {
  it('scale rows to length 1, leave a row without direction at zero, and take away the mean', () => {
    expect(
      listRows(
        scaleRows(
          makeTable([
            [3, 4],
            [0, 0],
          ]),
        ),
      ),
    ).toEqual([
      [expect.closeTo(0.6, 6), expect.closeTo(0.8, 6)],
      [0, 0],
    ]);
    expect(
      listRows(
        centreRows(
          makeTable([
            [1, 5],
            [3, 5],
          ]),
        ),
      ),
    ).toEqual([
      [-1, 0],
      [1, 0],
    ]);
    expect(scaleRows(makeTable([])).values).toHaveLength(0);
  });
});

describe('spaceEvenly', () => {
  it('gives all numbers, or as many at even distances', () => {
    expect([...spaceEvenly(3, 5)]).toEqual([0, 1, 2]);
    expect([...spaceEvenly(10, 4)]).toEqual([0, 2, 5, 7]);
    expect([...spaceEvenly(0, 4)]).toEqual([]);
  });
});

describe('placeTexts', () => {
  // Rows 0 and 1 share no term; the company that terms 0, 1 and 2 keep tells that they are about the same.
  const rows = makeRows([
    [1, 0, 0, 0, 0, 0],
    [0, 0, 1, 0, 0, 0],
    ...Array.from({ length: 4 }, () => [1, 1, 0, 0, 0, 0]),
    ...Array.from({ length: 4 }, () => [0, 1, 1, 0, 0, 0]),
    ...Array.from({ length: 8 }, () => [0, 0, 0, 1, 1, 1]),
    [0, 0, 0, 0, 0, 0],
  ]);

  it('puts texts near each other whose words keep the same company', () => {
    const [first = [], second = [], ...others] = listRows(placeTexts(rows, means));
    const cosine = (a: readonly number[], b: readonly number[]) =>
      a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
    expect(cosine(first, second)).toBeGreaterThan(0.5);
    expect(cosine(first, others[8] ?? [])).toBeLessThan(0);
  });

  it('gives every place as numbers of length 1, the same for the same seed', () => {
    const places = placeTexts(rows, means);
    for (const place of listRows(places).slice(0, 18)) expect(Math.hypot(...place)).toBeCloseTo(1, 5);
    expect(places.values.every(Number.isFinite)).toBe(true);
    expect(placeTexts(rows, means)).toEqual(places);
  });

  it('has no place for texts that are all alike', () => {
    const places = placeTexts(makeRows(Array.from({ length: 5 }, () => [1, 2])), means);
    expect(places.values.every((value) => value === 0)).toBe(true);
  });
});

describe('placeFewTexts', () => {
  it('adds the likest texts in proportion to their cosine', () => {
    const [first] = listRows(
      placeFewTexts(
        makeRows([
          [1, 0],
          [0.6, 0.8],
        ]),
        means,
      ),
    );
    const length = Math.hypot(1 + 0.6 * 0.6, 0.6 * 0.8);
    expect(first).toEqual([expect.closeTo(1.36 / length, 6), expect.closeTo(0.48 / length, 6)]);
  });
});
