import { describe, expect, it } from 'vitest';
import { NO, YES } from '../../../src/text/learning/lessons.js';
import { voteNeighbours } from '../../../src/text/learning/vote-neighbours.js';
import { stackRows } from '../../../src/text/sparse-rows.js';

const row = (...values: readonly number[]) => ({
  columns: Uint32Array.from(values.keys()),
  values: Float64Array.from(values),
});
const rows = stackRows([row(1, 0), row(0, 1), row(1, 0), row(0, 0)], 2);
const labels = Int8Array.of(YES, NO, NO, NO);

describe('voteNeighbours', () => {
  it('counts how much more often the nearest rows say yes than all of them, less where they are hardly alike', () => {
    // The third row is like the first alone, cosine 1: 1 / (1 + 0.3) of its vote, 1 less the half who say yes.
    const votes = voteNeighbours(
      rows,
      { taught: Uint32Array.of(0, 1), chosen: Uint32Array.of(2, 3), labels },
      1,
    );
    expect(votes[0]).toBeCloseTo((1 - 0.5) / 1.3, 12);
    expect(votes[1]).toBe(0);
  });

  it('does not let a row vote for itself', () => {
    const votes = voteNeighbours(
      rows,
      { taught: Uint32Array.of(0, 1), chosen: Uint32Array.of(0), labels },
      1,
    );
    expect([...votes]).toEqual([0]);
  });
});
