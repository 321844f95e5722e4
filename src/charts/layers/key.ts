import type { Json } from '../chart.js';
import type { Look } from '../drawing/look.js';
import { measureText } from '../lettering/measure-text.js';

export type KeyEntry = { readonly kind: 'line' | 'band' | 'dots'; readonly text: string };

/** Of a sample, and between two entries, in pixels. */
const SAMPLE = 26;
const GAP = 22;

const samples = {
  line: { type: 'rect', style: 'mark', height: 2.5, width: SAMPLE },
  band: { type: 'rect', style: 'soft-bar', height: 12, width: SAMPLE },
  dots: { type: 'point', style: 'estimate', filled: true, size: 60 },
} as const satisfies { readonly [kind in KeyEntry['kind']]: Json };

/** What the marks mean, on one line `y` pixels above the plot; each entry is a sample and its words. */
export function drawKey(entries: readonly KeyEntry[], look: Look, y: number): Json {
  let from = 0;
  const layers = entries.flatMap(({ kind, text }): readonly Json[] => {
    const start = from;
    from += SAMPLE + 8 + measureText(text, look.size - 1) * 1.03 + GAP;
    const data = { values: [{ text }] };
    return [
      { data, mark: { ...samples[kind], x: start + SAMPLE / 2, y: -y }, encoding: {} },
      {
        data,
        mark: { type: 'text', style: 'small', x: start + SAMPLE + 8, y: -y },
        encoding: { text: { field: 'text' } },
      },
    ];
  });
  return { layer: layers };
}
