import { describe, expect, it } from 'vitest';
import { findCarrier } from '../../src/reporting/coding/find-carrier.js';

const carrierOf = (counts: Readonly<Record<string, number>>) => findCarrier(new Map(Object.entries(counts)));

describe('findCarrier', () => {
  it('finds who says half or more of four quotes, or all of two', () => {
    expect(carrierOf({ P01: 1, P03: 6, P02: 1 })).toEqual({ participant: 'P03', quotes: 6, of: 8 });
    expect(carrierOf({ P01: 2, P02: 1, P03: 1 })).toEqual({ participant: 'P01', quotes: 2, of: 4 });
    expect(carrierOf({ P01: 2 })).toEqual({ participant: 'P01', quotes: 2, of: 2 });
  });

  it('finds nobody in one quote, in three of two people, where two say as much, and in nothing', () => {
    for (const counts of [{ P01: 1 }, { P01: 2, P02: 1 }, { P01: 2, P02: 2 }, { P01: 3, P02: 4, P03: 2 }, {}])
      expect(carrierOf(counts)).toBeUndefined();
  });
});
