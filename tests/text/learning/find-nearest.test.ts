import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNearest, makeNearest } from '../../../src/text/learning/find-nearest.js';

const cosines = fc.array(fc.constantFrom(-0.5, 0, 0.1, 0.2, 0.2, 0.7, 1), { maxLength: 12 });

describe('findNearest', () => {
  it('gives what sorting gives: the largest above 0, the first of equal ones first, without the own', () => {
    fc.assert(
      fc.property(
        cosines,
        fc.integer({ min: -1, max: 11 }),
        fc.integer({ min: 1, max: 5 }),
        (all, self, most) => {
          const nearest = makeNearest(most);
          const count = findNearest(Float64Array.from(all), self, nearest);
          const expected = [...all.entries()]
            .filter(([place, similarity]) => similarity > 0 && place !== self)
            .sort(([a, first], [b, second]) => second - first || a - b)
            .slice(0, most);
          expect([...nearest.places.subarray(0, count)]).toEqual(expected.map(([place]) => place));
          expect([...nearest.similarities.subarray(0, count)]).toEqual(
            expected.map(([, similarity]) => similarity),
          );
        },
      ),
    );
  });
});
