import type { SparseRows } from '../sparse-rows.js';

/** Texts as what they are made of, in units that were weighed before. */
export type KnownUnits = {
  readonly texts: number;
  /** By unit: its weight, such as an inverse document frequency; one of 0 counts nowhere. */
  readonly weights: Float64Array;
  /** Calls `see` for a unit of a text, and how often it occurs; again for the same unit where it is met again. */
  readonly visit: (text: number, see: (unit: number, times: number) => void) => void;
};

/**
 * TF-IDF with weights that are given: (1 + ln tf) · weight in rows of length 1, columns ascending. A row does not depend
 * on the other texts.
 */
export function weighKnown({ texts, weights, visit }: KnownUnits): SparseRows {
  const counts = new Float64Array(weights.length);
  const rowStarts = new Uint32Array(texts + 1);
  const columns: number[] = [];
  const values: number[] = [];
  for (let text = 0; text < texts; text += 1) {
    const met: number[] = [];
    visit(text, (unit, times) => {
      if ((weights[unit] ?? 0) === 0) return;
      if (counts[unit] === 0) met.push(unit);
      counts[unit] = (counts[unit] ?? 0) + times;
    });
    met.sort((a, b) => a - b);
    const weighed = met.map((unit) => (1 + Math.log(counts[unit] ?? 1)) * (weights[unit] ?? 0));
    const length = Math.sqrt(weighed.reduce((sum, weight) => sum + weight * weight, 0));
    for (const [i, unit] of met.entries()) {
      columns.push(unit);
      values.push((weighed[i] ?? 0) / length);
      counts[unit] = 0;
    }
    rowStarts[text + 1] = columns.length;
  }
  return {
    width: weights.length,
    rowStarts,
    columns: Uint32Array.from(columns),
    values: Float64Array.from(values),
  };
}
