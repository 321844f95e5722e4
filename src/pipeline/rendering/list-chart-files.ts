import type { Figure } from '../../reporting/contract/figure.js';

/** A chart by itself: its drawing or its spec. */
export type ChartFile = { readonly name: string; readonly content: string };

/** `<id>.svg` and `<id>.vl.json`, the Vega-Lite spec to restyle, of each chart that was drawn. */
export function listChartFiles(figures: Iterable<Figure>): readonly ChartFile[] {
  return [...figures].flatMap(({ id, svg, spec }) => [
    ...(svg === undefined ? [] : [{ name: `${id}.svg`, content: svg }]),
    ...(spec === undefined ? [] : [{ name: `${id}.vl.json`, content: `${JSON.stringify(spec, null, 2)}\n` }]),
  ]);
}
