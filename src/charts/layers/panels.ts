import type { Json } from '../chart.js';
import type { Look } from '../drawing/look.js';
import { cleanLabel, fitText } from '../lettering/fit-text.js';

/** Between a heading and the panel below it, in pixels. */
const GAP = 8;

/**
 * Panels of one width side by side on one axis: panel 0 goes from 0 to 1, panel 1 from 1 to 2. `x` is the encoding of
 * a position without its field, `top` the room that the headings take above the plot, in pixels.
 */
export function headPanels(labels: readonly string[], plot: number, look: Look) {
  const width = plot / Math.max(1, labels.length) - 10;
  const line = look.size + 2;
  const x: { readonly [key: string]: Json } = {
    type: 'quantitative',
    scale: { domain: [0, Math.max(1, labels.length)], nice: false },
    axis: null,
  };
  const texts = labels.map((label) => fitText(label, { width, size: look.size, lines: 3 }));
  const values = texts.map((lines, start) => ({
    start,
    text: lines.join('\n'),
    title: cleanLabel(labels[start] ?? ''),
    lift: (lines.length - 1) * line,
  }));
  const layer: Json = {
    data: { values },
    mark: {
      type: 'text',
      style: 'heading',
      align: 'left',
      baseline: 'bottom',
      aria: true,
      y: { expr: `-${GAP} - datum.lift` },
    },
    encoding: { x: { ...x, field: 'start' }, text: { field: 'text' }, description: { field: 'title' } },
  };
  return { x, layer, top: Math.max(1, ...texts.map((lines) => lines.length)) * line + GAP + 4 };
}
