import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correctByHolm } from '../../../src/text/measures/correct-by-holm.js';
import { drawMarked } from '../../../src/text/measures/draw-marked.js';
import { shuffleNumbers } from '../../../src/text/measures/draw-numbers.js';
import { findWilsonInterval } from '../../../src/text/measures/find-wilson-interval.js';
import { listOrders } from '../../../src/text/measures/list-orders.js';
import { listLogFactorials } from '../../../src/text/measures/log-factorials.js';
import { readBand } from '../../../src/text/measures/read-band.js';
import { type Group, testIndependence } from '../../../src/text/measures/test-independence.js';

describe('Wilson’s interval', () => {
  // Newcombe 1998, Statistics in Medicine 17:857–872, table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i in %i is Newcombe’s', (part, whole, low, high) => {
    const interval = findWilsonInterval(part, whole);
    expect(interval?.[0]).toBeCloseTo(low, 4);
    expect(interval?.[1]).toBeCloseTo(high, 4);
  });

  it('holds the share, stays within 0 and 1, and mirrors when counting the others', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.nat(300), (part, rest) => {
        const whole = part + rest;
        const interval = findWilsonInterval(part, whole);
        if (whole === 0) return expect(interval).toBeNull();
        const [low, high] = interval ?? [Number.NaN, Number.NaN];
        const [lowOfRest, highOfRest] = findWilsonInterval(rest, whole) ?? [Number.NaN, Number.NaN];
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(part / whole);
        expect(high).toBeGreaterThanOrEqual(part / whole);
        expect(high).toBeLessThanOrEqual(1);
        expect(1 - low).toBeCloseTo(highOfRest, 12);
        expect(1 - high).toBeCloseTo(lowOfRest, 12);
      }),
    );
  });
});

const group = fc.tuple(fc.nat(6), fc.nat(6)).map(([carriers, rest]) => ({ carriers, size: carriers + rest }));
const groups = fc.array(group, { minLength: 2, maxLength: 4 });

/** The p-value by dealing the carriers to the places of all groups in every way: the definition, counted. */
function dealEveryWay(given: readonly Group[]): number {
  const places = given.flatMap(({ size }, at) => new Array<number>(size).fill(at));
  const marked = given.reduce((sum, { carriers }) => sum + carriers, 0);
  const ways = new Map<string, number>();
  const deal = (from: number, left: number, counts: readonly number[]): void => {
    if (left === 0) {
      ways.set(counts.join(), (ways.get(counts.join()) ?? 0) + 1);
      return;
    }
    for (let place = from; place <= places.length - left; place += 1)
      deal(place + 1, left - 1, counts.with(places[place] ?? 0, (counts[places[place] ?? 0] ?? 0) + 1));
  };
  deal(
    0,
    marked,
    given.map(() => 0),
  );
  const all = [...ways.values()].reduce((sum, count) => sum + count, 0);
  const seen = ways.get(given.map(({ carriers }) => carriers).join()) ?? 0;
  return [...ways.values()].filter((count) => count <= seen).reduce((sum, count) => sum + count, 0) / all;
}

describe('the test of independence', () => {
  it('gives the lady tasting tea 34 of 70', () => {
    // Fisher 1935: eight cups, of four with milk first she names three.
    const tea = testIndependence(
      [
        { carriers: 3, size: 4 },
        { carriers: 1, size: 4 },
      ],
      { seed: 1 },
    );
    expect(tea?.method).toBe('exact');
    expect(tea?.p).toBeCloseTo(34 / 70, 12);
  });

  it('gives the convictions of twins the p-value that R gives', () => {
    // Fisher 1962: 10 of 13 monozygotic and 2 of 17 dizygotic twins; fisher.test in R prints 0.0005367.
    const twins = testIndependence(
      [
        { carriers: 10, size: 13 },
        { carriers: 2, size: 17 },
      ],
      { seed: 1 },
    );
    expect(twins?.p).toBeCloseTo(0.0005367, 7);
  });

  it('is the share of ways to deal the carriers that are no likelier than the one seen', () => {
    const small = fc.array(
      fc.tuple(fc.nat(3), fc.nat(3)).map(([carriers, rest]) => ({ carriers, size: carriers + rest })),
      { minLength: 2, maxLength: 3 },
    );
    fc.assert(
      fc.property(small, (given) => {
        const test = testIndependence(given, { seed: 1 });
        if (test === null) return;
        expect(test.p).toBeCloseTo(dealEveryWay(given), 9);
      }),
      { numRuns: 50 },
    );
  });

  it('does not move when groups are given in another order or everybody is counted the other way round', () => {
    fc.assert(
      fc.property(groups, (given) => {
        const test = testIndependence(given, { seed: 1 });
        const turned = testIndependence(given.toReversed(), { seed: 1 });
        const others = testIndependence(
          given.map(({ carriers, size }) => ({ carriers: size - carriers, size })),
          { seed: 1 },
        );
        expect(turned?.p ?? 2).toBeCloseTo(test?.p ?? 2, 9);
        expect(others?.p ?? 2).toBeCloseTo(test?.p ?? 2, 9);
      }),
    );
  });

  it('draws tables where they are too many to count, and comes near what counting gives', () => {
    const many = [12, 3, 9, 14, 5, 8].map((carriers) => ({ carriers, size: 20 }));
    const drawn = testIndependence(many, { seed: 7 });
    expect(drawn?.method).toBe('permutation');
    expect(testIndependence(many, { seed: 7 })).toEqual(drawn);
    // The same question asked of the labels themselves: they are shuffled, with another seed.
    const labels = many.flatMap(({ carriers, size }) =>
      Array.from({ length: size }, (_, at) => (at < carriers ? 1 : 0)),
    );
    const logs = listLogFactorials(120);
    const weigh = (values: readonly number[]) =>
      many.reduce((sum, { size }, at) => {
        const own = values.slice(at * size, (at + 1) * size).reduce((total, value) => total + value, 0);
        return sum - (logs[own] ?? 0) - (logs[size - own] ?? 0);
      }, 0);
    const seen = weigh(labels);
    const rounds = 4000;
    const asRare = Array.from({ length: rounds }, (_, round) =>
      weigh(shuffleNumbers(labels.length, round).map((at) => labels[at] ?? 0)),
    ).filter((ways) => ways <= seen + 1e-7).length;
    // Three standard errors of each sample; drawing may end at a hundred hits.
    const p = asRare / rounds;
    const off = 3 * (Math.sqrt((p * (1 - p)) / rounds) + p / 10);
    expect(Math.abs((drawn?.p ?? 2) - p)).toBeLessThan(off);
  });

  it('has no value where nothing can differ', () => {
    expect(testIndependence([], { seed: 1 })).toBeNull();
    expect(testIndependence([{ carriers: 1, size: 4 }], { seed: 1 })).toBeNull();
    const nobody = { carriers: 0, size: 4 };
    expect(testIndependence([nobody, nobody], { seed: 1 })).toBeNull();
    const everybody = { carriers: 4, size: 4 };
    expect(testIndependence([everybody, everybody], { seed: 1 })).toBeNull();
    expect(
      testIndependence(
        [
          { carriers: 1, size: 2 },
          { carriers: 0, size: 0 },
        ],
        { seed: 1 },
      ),
    ).toBeNull();
  });
});

describe('drawing marked balls', () => {
  it('gives every number as often as the hypergeometric distribution has it', () => {
    // Of 10 balls 4 are marked and 5 drawn: 6, 60, 120, 60 and 6 of 252 ways.
    const counts = new Array<number>(5).fill(0);
    const logs = listLogFactorials(10);
    const steps = 25_200;
    for (let step = 0; step < steps; step += 1) {
      const own = drawMarked({ all: 10, marked: 4, drawn: 5 }, (step + 0.5) / steps, logs);
      counts[own] = (counts[own] ?? 0) + 1;
    }
    for (const [own, ways] of [6, 60, 120, 60, 6].entries())
      expect(Math.abs((counts[own] ?? 0) - ways * 100)).toBeLessThanOrEqual(1);
  });

  it('never draws more than there are, however the urn is filled', () => {
    fc.assert(
      fc.property(
        fc.nat(200),
        fc.nat(200),
        fc.nat(400),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (marked, rest, wanted, uniform) => {
          const all = marked + rest;
          const drawn = Math.min(all, wanted);
          const own = drawMarked({ all, marked, drawn }, uniform, listLogFactorials(all));
          expect(own).toBeLessThanOrEqual(Math.min(marked, drawn));
          expect(own).toBeGreaterThanOrEqual(Math.max(0, drawn - rest));
        },
      ),
    );
  });
});

describe('Holm’s correction', () => {
  it('multiplies by the number of hypotheses still standing and never falls', () => {
    // By hand: 4 × .005, 3 × .01, 2 × .03, and 1 × .04, which stays at the .06 before it.
    expect(correctByHolm([0.01, 0.04, 0.03, 0.005])).toEqual([0.03, 0.06, 0.06, 0.02]);
    expect(correctByHolm([0.9, 0.6])).toEqual([1, 1]);
    expect(correctByHolm([])).toEqual([]);
  });

  it('lies between the p-values and Bonferroni’s correction, and keeps their order', () => {
    const someValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 });
    fc.assert(
      fc.property(someValues, (values) => {
        const corrected = correctByHolm(values);
        for (const [at, value] of values.entries()) {
          expect(corrected[at]).toBeGreaterThanOrEqual(value);
          expect(corrected[at]).toBeLessThanOrEqual(Math.min(1, value * values.length));
          for (const [other, another] of values.entries())
            if (value < another) expect(corrected[at]).toBeLessThanOrEqual(corrected[other] ?? Number.NaN);
        }
      }),
    );
  });
});

describe('bands and orders', () => {
  it('gives the middle and the ends that leave out a twentieth each', () => {
    const hundred = Array.from({ length: 101 }, (_, value) => value);
    expect(readBand(hundred)).toEqual({ median: 50, low: 5, high: 95 });
    expect(readBand([3, 1])).toEqual({ median: 2, low: 1, high: 3 });
    expect(readBand([])).toBeNull();
  });

  it('lists every order of up to eight things once', () => {
    for (const [count, size] of [1, 1, 2, 6, 24, 120].entries()) {
      const orders = listOrders(count, { seed: 1, rounds: 3 });
      const seen = new Set(
        Array.from({ length: orders.size }, (_, at) =>
          orders.values.slice(at * count, (at + 1) * count).join(),
        ),
      );
      expect([orders.size, seen.size, orders.isEvery]).toEqual([size, size, true]);
    }
    expect(listOrders(8, { seed: 1, rounds: 3 }).size).toBe(40_320);
  });

  it('draws orders of more things that hold each of them once, the same for the same seed', () => {
    const orders = listOrders(9, { seed: 4, rounds: 50 });
    expect([orders.size, orders.isEvery]).toEqual([50, false]);
    for (let at = 0; at < 50; at += 1)
      expect([...orders.values.slice(at * 9, (at + 1) * 9)].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(listOrders(9, { seed: 4, rounds: 50 })).toEqual(orders);
    expect(listOrders(9, { seed: 5, rounds: 50 })).not.toEqual(orders);
  });
});
