import type { Chart, ChartSpec, ChartTable } from '../chart.js';
import { drawChart } from './draw-chart.js';
import { defaultLook, type Look } from './look.js';

/** A chart as a report prints it: an image or a sentence, its text alternative, its numbers, its spec. */
export type Figure = {
  /** Of its `svg` element. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** One `svg` element for light and dark pages; without it `emptyBecause` says why. */
  readonly svg?: string;
  readonly emptyBecause?: string;
  /** The Vega-Lite spec, to be restyled. */
  readonly spec?: ChartSpec;
  readonly table: ChartTable;
  readonly remarks: readonly string[];
};

export type FigureOptions = {
  /** Unique on its page: a letter, then letters, digits, `-` and `_`. */
  readonly id: string;
  /** In the place of the chart's own label. */
  readonly label?: string;
  readonly look?: Look;
};

/** Draws a chart of some data, with all that stands beside it. Throws `ToolkitError` for an unusable id. */
export async function makeFigure<Data>(
  chart: Chart<Data>,
  data: Data,
  options: FigureOptions,
): Promise<Figure> {
  const { id, label = chart.label, look = defaultLook } = options;
  const description = chart.describe(data);
  const table = chart.tabulate(data);
  const drawing = chart.specify(data, look);
  if ('emptyBecause' in drawing) {
    return { id, label, description, emptyBecause: drawing.emptyBecause, table, remarks: [] };
  }
  const { spec, remarks } = drawing;
  const svg = await drawChart(spec, { id, title: label, description, look });
  return { id, label, description, svg, spec, table, remarks };
}
