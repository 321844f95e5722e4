import type { Json } from '../chart.js';
import type { Look } from '../drawing/look.js';
import { cleanLabel, fitText } from '../lettering/fit-text.js';
import { measureText } from '../lettering/measure-text.js';

export type Columns = {
  /** The encoding of `x` by the field `column`, which counts from 0. */
  readonly x: Json;
  /** Pixels that the headings take above the plot. */
  readonly top: number;
  /** Draws the headings; the whole label is their title. */
  readonly layer: Json;
};

/** Between a heading and the plot, in pixels. */
const GAP = 8;
/** Narrower columns have their headings upright, in pixels. */
const NARROWEST_FLAT = 62;
const LONGEST_UPRIGHT = 130;
/** Headings are bold, and so wider than they are measured. */
const BOLD = 1.08;

/** A heading over each column of a plot of a width in pixels: on up to three lines, or upright over narrow columns. */
export function layOutColumns(labels: readonly string[], plot: number, look: Look): Columns {
  const band = plot / Math.max(1, labels.length);
  const upright =
    band < NARROWEST_FLAT && labels.some((label) => BOLD * measureText(label, look.size) > band - 4);
  const fitting = upright
    ? { width: LONGEST_UPRIGHT, size: look.size, lines: band > 2 * look.size + 6 ? 2 : 1 }
    : { width: (band - 6) / BOLD, size: look.size, lines: 3 };
  const texts = labels.map((label) => fitText(label, fitting));
  const x = {
    field: 'column',
    type: 'ordinal',
    axis: null,
    scale: { domain: labels.map((_, column) => column), paddingInner: 0, paddingOuter: 0 },
  };
  const line = look.size + 2;
  const values = texts.map((lines, column) => ({
    column,
    text: lines.join('\n'),
    title: cleanLabel(labels[column] ?? ''),
    lift: (lines.length - 1) * line * (upright ? 0.5 : 1),
  }));
  const tall = upright
    ? BOLD * Math.max(...texts.flat().map((text) => measureText(text, look.size)))
    : Math.max(1, ...texts.map((lines) => lines.length)) * line;
  const placed = upright
    ? { angle: -90, align: 'left', baseline: 'middle', dy: { expr: '-datum.lift' }, y: -GAP }
    : { align: 'center', baseline: 'bottom', y: { expr: `-${GAP} - datum.lift` } };
  return {
    x,
    top: Math.ceil(tall) + GAP + 6,
    layer: {
      data: { values },
      mark: { type: 'text', style: 'heading', aria: true, ...placed },
      encoding: { x, text: { field: 'text' }, description: { field: 'title' } },
    },
  };
}
