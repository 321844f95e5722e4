import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resamplePrecision } from '../../../src/text/measures/resample-precision.js';

const group = fc.record({ hits: fc.nat(9), extras: fc.nat(9), misses: fc.nat(9) });

describe('the interval of precision', () => {
  it('lies within 0 and 1, around the precision of all groups where they are alike', () => {
    const alike = Array.from({ length: 12 }, (_, i) => ({ hits: 3 + (i % 2), extras: 1, misses: 0 }));
    const [low = 1, high = 0] = resamplePrecision(alike, 1) ?? [];
    expect(low).toBeLessThan(42 / 54);
    expect(high).toBeGreaterThan(42 / 54);
    fc.assert(
      fc.property(fc.array(group, { maxLength: 6 }), fc.nat(), (groups, seed) => {
        for (const bound of resamplePrecision(groups, seed) ?? []) {
          expect(bound).toBeGreaterThanOrEqual(0);
          expect(bound).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('is unknown with fewer than three groups in which something was proposed', () => {
    const silent = { hits: 0, extras: 0, misses: 5 };
    const telling = { hits: 1, extras: 1, misses: 0 };
    expect(resamplePrecision([telling, { ...telling, hits: 3 }, silent, silent], 1)).toBeNull();
  });

  it('is unknown where every draw gives the same: a handful that are all right are no certainty', () => {
    expect(
      resamplePrecision(
        Array.from({ length: 5 }, () => ({ hits: 2, extras: 0, misses: 0 })),
        1,
      ),
    ).toBeNull();
  });
});
