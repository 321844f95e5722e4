import type { Json } from '../chart.js';
import type { Look } from '../drawing/look.js';
import { cleanLabel, fitText } from '../lettering/fit-text.js';
import { measureText } from '../lettering/measure-text.js';

export type Rows = {
  readonly count: number;
  /** Pixels that the labels take on the left. */
  readonly left: number;
  /** Of one row, in pixels. */
  readonly step: number;
  /** The encoding of `y` by the field `row`, which counts from 0. */
  readonly y: Json;
  /** Draws the labels; the whole label is their title. */
  readonly layer: Json;
};

/** Between a label and the plot, in pixels. */
const GAP = 12;

export type RowOptions = {
  /** The lowest row, in pixels. */
  readonly least?: number;
  /** Whether the rows are numbered from 1, between label and plot. */
  readonly numbered?: boolean;
  /** Something else that is written in the room of the labels. */
  readonly caption?: string;
};

/** One row for each label: as narrow as the labels allow, at most a third of the chart, at most two lines. */
export function layOutRows(labels: readonly string[], look: Look, options: RowOptions = {}): Rows {
  const { least = 26, numbered = false, caption = '' } = options;
  const gap = numbered ? GAP + 2 * look.size : GAP;
  const widest = Math.round(look.width * 0.32);
  const lines = labels.map((label) => fitText(label, { width: widest, size: look.size, lines: 2 }));
  const width = Math.max(40, ...[caption, ...lines.flat()].map((line) => measureText(line, look.size)));
  const step = lines.some((one) => one.length > 1) ? Math.max(least, 2 * look.size + 12) : least;
  const y = {
    field: 'row',
    type: 'ordinal',
    axis: null,
    scale: { domain: labels.map((_, row) => row), paddingInner: 0, paddingOuter: 0 },
  };
  const values = lines.map((one, row) => ({
    row,
    text: one.join('\n'),
    title: cleanLabel(labels[row] ?? ''),
    // The first of several lines would stand at the middle of the row: it is lifted by half of the others.
    lift: ((one.length - 1) * (look.size + 2)) / 2,
  }));
  return {
    count: labels.length,
    left: Math.ceil(width * 1.03) + gap,
    step,
    y,
    layer: {
      layer: [
        {
          data: { values },
          mark: { type: 'text', style: 'row-label', aria: true, x: -gap, yOffset: { expr: '-datum.lift' } },
          encoding: { y, text: { field: 'text' }, description: { field: 'title' } },
        },
        ...(numbered ? [numberRows(labels.length, y)] : []),
      ],
    },
  };
}

function numberRows(count: number, y: Json): Json {
  return {
    data: { values: Array.from({ length: count }, (_, row) => ({ row, text: String(row + 1) })) },
    mark: { type: 'text', style: 'heading', align: 'right', x: -GAP },
    encoding: { y, text: { field: 'text' } },
  };
}
