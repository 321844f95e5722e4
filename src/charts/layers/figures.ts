import type { Json } from '../chart.js';
import type { Look } from '../drawing/look.js';
import { fitText } from '../lettering/fit-text.js';
import { measureText } from '../lettering/measure-text.js';
import type { Rows } from './rows.js';

/** Between the plot and what is written beside it, in pixels. */
const GAP = 14;

/** Of the whole chart, that the texts take at most. */
const MOST_ROOM = 0.34;

/** Writes a text to the right of each row; `right` is the room that it takes, in pixels. */
export function writeFigures(given: readonly string[], rows: Rows, look: Look) {
  const fitting = { width: look.width * MOST_ROOM, size: look.size, lines: 1 };
  const texts = given.map((text) => fitText(text, fitting)[0] ?? '');
  const widest = Math.max(0, ...texts.map((text) => measureText(text, look.size)));
  const layer: Json = {
    data: { values: texts.map((text, row) => ({ row, text })) },
    mark: { type: 'text', style: 'figure', x: { expr: `width + ${GAP}` } },
    encoding: { y: rows.y, text: { field: 'text' } },
  };
  return { right: Math.ceil(widest * 1.03) + GAP + 4, layer };
}
