import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findGroupCount, groupByConsensus } from '../../src/text/group-by-consensus.js';
import { groupByLinks } from '../../src/text/group-by-links.js';
import { rateSupport } from '../../src/text/group-certainty.js';
import { chooseGroupCount, listGroupCounts } from '../../src/text/group-count.js';
import { groupPoints } from '../../src/text/group-points.js';
import { measureSilhouette } from '../../src/text/group-silhouette.js';
import { chooseStarts } from '../../src/text/group-starts.js';
import { loadKernels } from '../../src/text/kernels/load-kernels.js';
import { plainKernels } from '../../src/text/kernels/plain-kernels.js';
import { cutMerges, linkRows } from '../../src/text/link-rows.js';
import { makeDice } from '../../src/text/measures/draw-numbers.js';
import { makeDensePoints } from '../../src/text/vectors/dense-points.js';
import { makeMemberPoints } from '../../src/text/vectors/member-points.js';
import { scaleRows } from '../../src/text/vectors/scale-rows.js';
import { listRows, makeTable } from './make-table.js';

const kernels = loadKernels();
const means = { kernels, seed: 1 };
/** Rows 0 to 2 and 3 to 5 point in two directions that have nothing in common. */
const bundles = scaleRows(
  makeTable([
    [3, 1, 0, 0],
    [3, 2, 0, 0],
    [2, 1, 0, 0],
    [0, 0, 3, 1],
    [0, 0, 3, 2],
    [0, 0, 2, 1],
  ]),
);
const isSplit = (groups: Uint32Array) => {
  const [a, b] = [groups[0], groups[3]];
  expect([...groups]).toEqual([a, a, a, b, b, b]);
  expect(a).not.toBe(b);
};

describe('groupPoints', () => {
  const points = makeDensePoints(bundles, kernels);

  it('moves every row to the centre that it is nearest to, wherever it starts', () => {
    isSplit(
      groupPoints(
        points,
        makeTable([
          [1, 0, 0, 0],
          [0.1, 0, 1, 0],
        ]),
        10,
      ).groups,
    );
  });

  it('moves a centre that nobody is near to the row that is served worst', () => {
    const start = makeTable([
      [1, 0, 1, 0],
      [-1, -1, -1, -1],
    ]);
    const { groups } = groupPoints(points, start, 10);
    expect(new Set(groups).size).toBe(2);
  });

  it('is as tight as the cosines of the rows with their centres sum to', () => {
    const { groups, centres, tightness } = groupPoints(
      points,
      makeTable([
        [1, 0, 0, 0],
        [0, 0, 1, 0],
      ]),
      10,
    );
    const rows = listRows(bundles);
    const sum = rows.reduce((total, row, at) => {
      const centre = listRows(centres)[groups[at] ?? 0] ?? [];
      return total + row.reduce((product, value, i) => product + value * (centre[i] ?? 0), 0);
    }, 0);
    expect(tightness).toBeCloseTo(sum, 4);
  });
});

describe('chooseStarts', () => {
  const points = makeDensePoints(bundles, kernels);

  it('starts from rows, one of each bundle where there are two', () => {
    for (let seed = 0; seed < 20; seed += 1) {
      isSplit(points.assign(chooseStarts(points, 2, makeDice(seed))).centres);
    }
  });

  it('begins with the starts that fewer would be', () => {
    const four = listRows(chooseStarts(points, 4, makeDice(7)));
    expect(listRows(chooseStarts(points, 2, makeDice(7)))).toEqual(four.slice(0, 2));
  });

  it('copes with rows that are all the same', () => {
    const same = makeDensePoints(makeTable(Array.from({ length: 4 }, () => [1, 0])), kernels);
    expect(listRows(chooseStarts(same, 3, makeDice(1)))).toHaveLength(3);
  });
});

describe('makeMemberPoints', () => {
  const runs = [Uint32Array.of(0, 0, 1), Uint32Array.of(1, 1, 1)];
  const points = makeMemberPoints({ runs, groupCount: 2 }, kernels);

  it('compares rows by the share of runs in which they are together', () => {
    expect(listRows(points.compareWith([0, 2]))).toEqual([
      [expect.closeTo(1, 6), expect.closeTo(0.5, 6)],
      [expect.closeTo(1, 6), expect.closeTo(0.5, 6)],
      [expect.closeTo(0.5, 6), expect.closeTo(1, 6)],
    ]);
  });

  it('has rows of length 1', () => {
    const sums = makeTable([[0, 0, 0, 0]]);
    points.addTo(sums, 0, 2);
    expect(Math.hypot(...sums.values)).toBeCloseTo(1, 6);
    expect([...points.assign(sums).products].at(-1)).toBeCloseTo(1, 6);
  });
});

describe('groupByConsensus', () => {
  it('finds two bundles in every run', () => {
    const { groups, runs } = groupByConsensus(bundles, { ...means, count: 2 });
    isSplit(groups);
    expect(runs).toHaveLength(15);
    runs.forEach(isSplit);
  });

  it('gives the same for the same seed with either make of the kernels', () => {
    const rows = fc.array(fc.array(fc.constantFrom(0, 0, 1, 2), { minLength: 5, maxLength: 5 }), {
      minLength: 6,
      maxLength: 30,
    });
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 5 }), (vectors, count) => {
        const table = scaleRows(makeTable(vectors));
        const once = groupByConsensus(table, { kernels, seed: 3, count });
        expect(groupByConsensus(table, { kernels: plainKernels, seed: 3, count })).toEqual(once);
        expect(once.groups.every((group) => group < count)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('offers rows beyond the sample that is learned from to the same centres', () => {
    const many = scaleRows(
      makeTable(Array.from({ length: 3500 }, (_, i) => (i % 2 === 0 ? [2, i % 3, 0] : [0, 0, 1]))),
    );
    const { groups } = groupByConsensus(many, { ...means, count: 2 });
    expect(groups.every((group, row) => group === groups[row % 2])).toBe(true);
  });
});

describe('findGroupCount', () => {
  it('finds how many bundles there are', () => {
    const directions = [
      [1, 0, 0, 0],
      [0, 1, 0, 0],
      [0, 0, 1, 0],
      [0, 0, 0, 1],
    ];
    const rows = Array.from({ length: 80 }, (_, i) =>
      (directions[i % 4] ?? []).map((value, axis) => value + (axis === i % 3 ? 0.1 : 0)),
    );
    expect(findGroupCount(scaleRows(makeTable(rows)), means).count).toBe(4);
  });
});

describe('listGroupCounts and chooseGroupCount', () => {
  it('try 0.25 to 2.1 times √(rows / 2), no more than 25 and two rows a group at least', () => {
    expect(listGroupCounts(200)).toEqual(Array.from({ length: 20 }, (_, i) => i + 2));
    expect(listGroupCounts(1_000_000)).toEqual([25]);
    expect(listGroupCounts(6)).toEqual([2, 3]);
    expect(listGroupCounts(1)).toEqual([]);
  });

  it('choose the smallest within 5 % of the best and name the others within', () => {
    const silhouettes = new Map([
      [2, 0.1],
      [3, 0.39],
      [4, 0.2],
      [5, 0.4],
      [6, 0.38],
      [7, 0.3],
    ]);
    const chosen = chooseGroupCount([...silhouettes.keys()], (count) => silhouettes.get(count) ?? 0);
    expect(chosen).toEqual({ count: 3, alsoFitting: [5, 6] });
    expect(chooseGroupCount([], () => 0)).toEqual({ count: 1, alsoFitting: [] });
    expect(chooseGroupCount([2, 3], (count) => -count)).toEqual({ count: 2, alsoFitting: [] });
  });
});

describe('measureSilhouette', () => {
  it('is 1 where groups are each of one kind and have nothing in common', () => {
    const rows = makeTable([
      [1, 0],
      [1, 0],
      [0, 1],
      [0, 1],
    ]);
    expect(measureSilhouette(rows, Uint32Array.of(0, 0, 1, 1), kernels)).toBeCloseTo(1, 12);
    expect(measureSilhouette(rows, Uint32Array.of(0, 1, 0, 1), kernels)).toBeCloseTo((0.5 - 1) / 1, 12);
  });

  it('counts a row alone in its group as 0, and one group as 0', () => {
    const rows = makeTable([
      [1, 0],
      [0, 1],
    ]);
    expect(measureSilhouette(rows, Uint32Array.of(0, 1), kernels)).toBe(0);
    expect(measureSilhouette(rows, Uint32Array.of(0, 0), kernels)).toBe(0);
  });
});

describe('rateSupport', () => {
  it('is 1 throughout where runs agree, whatever they call their groups', () => {
    const { certainty, stability } = rateSupport(
      Uint32Array.of(0, 0, 1, 1),
      [Uint32Array.of(0, 0, 1, 1), Uint32Array.of(1, 1, 0, 0)],
      2,
    );
    expect([...certainty]).toEqual([1, 1, 1, 1]);
    expect([...stability]).toEqual([1, 1]);
  });

  it('counts the runs in which a row leaves, and what groups have in common', () => {
    const { certainty, stability } = rateSupport(
      Uint32Array.of(0, 0, 0, 1, 1),
      [Uint32Array.of(0, 0, 0, 1, 1), Uint32Array.of(0, 0, 1, 1, 1)],
      2,
    );
    expect([...certainty]).toEqual([1, 1, 1 / 2, 1, 1]);
    expect([...stability]).toEqual(
      [(1 + 2 / 3) / 2, (1 + 2 / 3) / 2].map((mean) => expect.closeTo(mean, 12)),
    );
  });
});

describe('linkRows', () => {
  it('joins the likest first, by the mean cosine of all pairs', () => {
    const [first, second] = linkRows(
      makeTable([
        [1, 0],
        [0.8, 0.6],
        [0, 1],
      ]),
    );
    expect(first).toEqual({ into: 0, from: 1, similarity: expect.closeTo(0.8, 6) });
    expect(second?.similarity).toBeCloseTo((0.6 + 0) / 2, 6);
  });

  it('is cut into as many groups as asked for, numbered in the order of their first rows', () => {
    const merges = linkRows(bundles);
    expect([...cutMerges(merges, 2)]).toEqual([0, 0, 0, 1, 1, 1]);
    expect([...cutMerges(merges, 1)]).toEqual([0, 0, 0, 0, 0, 0]);
    expect([...cutMerges(merges, 99)]).toEqual([0, 1, 2, 3, 4, 5]);
  });
});

describe('groupByLinks', () => {
  const like = { rows: bundles, places: Uint32Array.of(0, 1, 2, 3, 4, 5) };

  it('finds two bundles, told how many or not', () => {
    isSplit(groupByLinks(like, kernels).groups);
    isSplit(groupByLinks(like, kernels, 2).groups);
    expect([...groupByLinks(like, kernels, 1).groups]).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('counts texts that are alike, so that two kinds of text are two groups', () => {
    const rows = makeTable([
      [1, 0],
      [0, 1],
    ]);
    const { groups, count } = groupByLinks({ rows, places: Uint32Array.of(0, 0, 0, 1, 1, 1) }, kernels);
    isSplit(groups);
    expect(count).toBe(2);
  });
});
