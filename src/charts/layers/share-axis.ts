import type { Json } from '../chart.js';

/** The encoding of a share from 0 to 100 %, without its field. */
export function placeShares(title: string): { readonly [key: string]: Json } {
  return {
    type: 'quantitative',
    scale: { domain: [0, 1], nice: false },
    axis: {
      title,
      values: [0, 0.25, 0.5, 0.75, 1],
      labelExpr: "round(datum.value * 100) + '\u00a0%'",
      domain: false,
      ticks: false,
      grid: true,
      labelFlush: false,
    },
  };
}
