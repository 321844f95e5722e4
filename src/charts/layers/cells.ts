import type { Json } from '../chart.js';
import type { Look } from '../drawing/look.js';
import { pickTextColour } from '../drawing/look.js';

export type Cell = {
  readonly row: number;
  readonly column: number;
  /** 0 to 5; without it the cell has no ground. */
  readonly shade?: number;
  readonly text: string;
  readonly title: string;
};

export type CellPlan = {
  readonly cells: readonly Cell[];
  readonly x: Json;
  readonly y: Json;
  readonly look: Look;
  /** Of the text, in pixels; 0 for none. */
  readonly size: number;
};

/** From 0 for none to 5 for more than four fifths. */
export function shadeShare(share: number): number {
  return Math.min(5, Math.ceil(share * 5));
}

const STEPS = [0, 1, 2, 3, 4, 5];

/** Shaded cells with their text: dark on faint shades, light on strong ones, muted where there is no shade. */
export function drawCells({ cells, x, y, look, size }: CellPlan): Json {
  const written = cells.filter(({ text }) => text !== '');
  const texts = written.map(({ row, column, shade, text }) => ({ row, column, shade: shade ?? null, text }));
  const colour = (range: readonly string[]): Json => ({
    field: 'shade',
    type: 'ordinal',
    scale: { domain: STEPS, range },
    legend: null,
  });
  const write = (values: Json, style: string, color: Json): Json => ({
    data: { values },
    mark: { type: 'text', style, align: 'center', fontSize: size },
    encoding: { x, y, text: { field: 'text' }, ...(color === null ? {} : { color }) },
  });
  const grounds: Json = {
    data: {
      values: cells.flatMap(({ row, column, shade, title }) =>
        shade === undefined ? [] : [{ row, column, shade, title }],
      ),
    },
    mark: { type: 'rect', aria: true, stroke: look.light.paper, strokeWidth: 2 },
    encoding: { x, y, color: colour(look.light.shades), description: { field: 'title' } },
  };
  const inks = colour(STEPS.map((step) => pickTextColour(look.light, step)));
  const figures: readonly Json[] = [
    write(
      texts.filter(({ shade }) => shade !== null),
      'figure',
      inks,
    ),
    write(
      texts.filter(({ shade }) => shade === null),
      'small',
      null,
    ),
  ];
  return { resolve: { scale: { color: 'independent' } }, layer: [grounds, ...(size > 0 ? figures : [])] };
}

/** A row of swatches below the plot that says what the shades mean; `top` is its distance from the plot. */
export function drawShadeKey(caption: string, look: Look, top: number): Json {
  const width = 58;
  const swatches = look.light.shades.map((shade, step) => ({
    shade,
    middle: (step + 0.5) * width,
    text: step === 0 ? 'nobody' : `to ${step * 20}\u00a0%`,
    colour: pickTextColour(look.light, step),
  }));
  return {
    data: { values: swatches },
    resolve: { scale: { x: 'independent', color: 'independent' } },
    layer: [
      {
        mark: { type: 'rect', width: width - 2, height: 18, y: { expr: `height + ${top + 9}` } },
        encoding: {
          x: { field: 'middle', type: 'quantitative', scale: null, axis: null },
          color: { field: 'shade', type: 'nominal', scale: null },
        },
      },
      {
        mark: {
          type: 'text',
          style: 'figure',
          align: 'center',
          fontSize: look.size - 2,
          y: { expr: `height + ${top + 9}` },
        },
        encoding: {
          x: { field: 'middle', type: 'quantitative', scale: null, axis: null },
          text: { field: 'text' },
          color: { field: 'colour', type: 'nominal', scale: null },
        },
      },
      {
        data: { values: [{ text: caption }] },
        mark: { type: 'text', style: 'small', align: 'right', x: -12, y: { expr: `height + ${top + 9}` } },
        encoding: { text: { field: 'text' } },
      },
    ],
  };
}
