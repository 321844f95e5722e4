import type { Json } from '../chart.js';

export type IntervalDatum = { readonly row: number; readonly low: number; readonly high: number };

/** A line from low to high with a cap at either end, by row. `x` is the encoding of the position without its field. */
export function drawIntervals(
  values: readonly IntervalDatum[],
  y: Json,
  x: { readonly [key: string]: Json },
): Json {
  const cap = (field: string): Json => ({
    mark: { type: 'tick', style: 'interval', orient: 'vertical', size: 9, thickness: 1.5 },
    encoding: { y, x: { ...x, field } },
  });
  return {
    data: { values },
    layer: [
      {
        mark: { type: 'rule', style: 'interval' },
        encoding: { y, x: { ...x, field: 'low' }, x2: { field: 'high' } },
      },
      cap('low'),
      cap('high'),
    ],
  };
}
