import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { regroupByMeans } from '../../src/text/group-by-means.js';
import { groupRows } from '../../src/text/group-rows.js';
import { measureSilhouette } from '../../src/text/group-sums.js';
import { cutMerges, linkRows } from '../../src/text/link-rows.js';
import { normalise, toDense, toSparse } from '../../src/text/similarity.js';
import { smoothRows } from '../../src/text/smooth-rows.js';
import { rowAt, stackRows } from '../../src/text/sparse-rows.js';

function makeRows(vectors: readonly (readonly number[])[]) {
  const scaled = vectors.map((vector) => {
    const dense = Float64Array.from(vector);
    normalise(dense);
    return toSparse(dense);
  });
  return stackRows(scaled, vectors[0]?.length ?? 0);
}

/** Two bundles of three rows each that share nothing. */
const TWO_BUNDLES = [
  [3, 1, 0, 0, 0],
  [3, 2, 0, 0, 0],
  [2, 1, 0, 0, 0],
  [0, 0, 3, 1, 0],
  [0, 0, 3, 2, 1],
  [0, 0, 2, 1, 0],
];
const anyRows = fc.array(fc.array(fc.constantFrom(0, 0, 0, 1, 2), { minLength: 6, maxLength: 6 }), {
  maxLength: 24,
});

describe('linkRows', () => {
  it('joins the likest first, by the mean cosine of all pairs', () => {
    const rows = makeRows([
      [1, 0],
      [0.8, 0.6],
      [0, 1],
    ]);
    const [first, second] = linkRows(rows);
    expect(first).toEqual({ into: 0, from: 1, similarity: 0.8 });
    expect(second?.similarity).toBeCloseTo((0.6 + 0) / 2, 12);
  });

  it('is cut into as many groups as asked for, numbered in the order of their first rows', () => {
    const merges = linkRows(makeRows(TWO_BUNDLES));
    expect([...cutMerges(merges, 2)]).toEqual([0, 0, 0, 1, 1, 1]);
    expect([...cutMerges(merges, 1)]).toEqual([0, 0, 0, 0, 0, 0]);
    expect([...cutMerges(merges, 99)]).toEqual([0, 1, 2, 3, 4, 5]);
  });
});

describe('regroupByMeans', () => {
  it('moves a row to the group that it is nearer to', () => {
    expect([...regroupByMeans(makeRows(TWO_BUNDLES), Uint32Array.of(0, 0, 0, 1, 1, 0), 10)]).toEqual([
      0, 0, 0, 1, 1, 1,
    ]);
  });

  it('lets rows beyond the given groups join in', () => {
    expect([...regroupByMeans(makeRows(TWO_BUNDLES), Uint32Array.of(0, 0, 0, 1), 10)]).toEqual([
      0, 0, 0, 1, 1, 1,
    ]);
  });
});

describe('measureSilhouette', () => {
  it('is 1 where groups are each of one kind and have nothing in common', () => {
    const rows = makeRows([
      [1, 0],
      [1, 0],
      [0, 1],
      [0, 1],
    ]);
    expect(measureSilhouette(rows, Uint32Array.of(0, 0, 1, 1))).toBeCloseTo(1, 12);
    expect(measureSilhouette(rows, Uint32Array.of(0, 1, 0, 1))).toBeCloseTo((0.5 - 1) / 1, 12);
  });

  it('counts a row alone in its group as 0, and one group as 0', () => {
    const rows = makeRows([
      [1, 0],
      [0, 1],
    ]);
    expect(measureSilhouette(rows, Uint32Array.of(0, 1))).toBe(0);
    expect(measureSilhouette(rows, Uint32Array.of(0, 0))).toBe(0);
  });
});

describe('smoothRows', () => {
  it('adds the likest rows in proportion to their cosine', () => {
    const rows = makeRows([
      [1, 0, 0],
      [0.6, 0.8, 0],
      [0, 0, 1],
    ]);
    const smoothed = smoothRows(rows, { neighbours: 1, columns: 9, among: 9 });
    const length = Math.hypot(1 + 0.6 * 0.6, 0.6 * 0.8);
    const [x, y] = toDense(rowAt(smoothed, 0), 3);
    expect(x).toBeCloseTo((1 + 0.6 * 0.6) / length, 12);
    expect(y).toBeCloseTo((0.6 * 0.8) / length, 12);
    expect([...toDense(rowAt(smoothed, 2), 3)]).toEqual([0, 0, 1]);
  });

  it('keeps the weightiest columns only', () => {
    const rows = makeRows([
      [3, 2, 1],
      [3, 2, 1],
    ]);
    const smoothed = smoothRows(rows, { neighbours: 1, columns: 2, among: 9 });
    expect([...rowAt(smoothed, 0).columns]).toEqual([0, 1]);
    expect(Math.hypot(...rowAt(smoothed, 0).values)).toBeCloseTo(1, 12);
  });
});

describe('groupRows', () => {
  it('finds two bundles, told how many or not', () => {
    const bundles = [
      [0, 1, 2],
      [3, 4, 5],
    ];
    expect(groupRows(makeRows(TWO_BUNDLES))).toEqual(bundles);
    expect(groupRows(makeRows(TWO_BUNDLES), 2)).toEqual(bundles);
  });

  it('gives no group where there are fewer than six rows with anything in them', () => {
    expect(groupRows(makeRows(TWO_BUNDLES.slice(0, 5)))).toEqual([]);
    expect(groupRows(makeRows([...TWO_BUNDLES.slice(0, 5), [0, 0, 0, 0, 0]]))).toEqual([]);
    expect(groupRows(makeRows([]))).toEqual([]);
  });

  it('leaves out a row that has nothing in common with the others', () => {
    const groups = groupRows(makeRows([...TWO_BUNDLES.map((row) => [...row, 0]), [0, 0, 0, 0, 0, 1]]), 2);
    expect(groups.flat()).not.toContain(6);
  });

  it('puts identical rows into one group', () => {
    expect(groupRows(makeRows(Array.from({ length: 8 }, () => [1, 2])))).toEqual([[0, 1, 2, 3, 4, 5, 6, 7]]);
  });

  it('puts rows beyond the linked sample into the groups too', () => {
    const many = Array.from({ length: 1800 }, (_, i) =>
      i % 2 === 0 ? [2, 1 + (i % 3), 0, 0] : [0, 0, 2, 1],
    );
    const groups = groupRows(makeRows(many), 2);
    expect(groups.map(({ length }) => length)).toEqual([900, 900]);
  });

  it('gives disjoint groups of at least two rows and at most as many as asked for, the same every time', () => {
    fc.assert(
      fc.property(anyRows, fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined }), (vectors, k) => {
        const rows = makeRows(vectors);
        const groups = groupRows(rows, k);
        const members = groups.flat();
        expect(new Set(members).size).toBe(members.length);
        expect(members.every((row) => rowAt(rows, row).columns.length > 0)).toBe(true);
        expect(groups.every(({ length }) => length > 1)).toBe(true);
        if (k !== undefined) expect(groups.length).toBeLessThanOrEqual(k);
        expect(groupRows(rows, k)).toEqual(groups);
      }),
    );
  });
});
