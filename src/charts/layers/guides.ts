import type { Json } from '../chart.js';
import type { Look } from '../drawing/look.js';
import { cleanLabel, fitText } from '../lettering/fit-text.js';
import { type Stacked, stackLabels } from '../lettering/stack-labels.js';

export type Guide = { readonly at: number; readonly label: string };

export type GuidePlan = {
  readonly guides: readonly Guide[];
  /** The ends of the axis in the unit of `at`; guides beyond are not drawn. */
  readonly domain: readonly [number, number];
  /** Of the plot, in pixels. */
  readonly width: number;
  readonly look: Look;
};

const LANES = 4;
/** Of a name, in pixels. */
const WIDEST = 220;
/** From the plot to the middle of the lowest name, in pixels. */
const RISE = 9;

const inPixels = (field: string): Json => ({ field, type: 'quantitative', scale: null, axis: null });

/** The names stand on paper, so that no line crosses them. */
function writeNames(names: readonly Stacked[], look: Look, step: number): Json {
  const values = names.map(({ text, from, to, lane }) => ({
    text,
    from: from + 3,
    to,
    y: -RISE - lane * step,
  }));
  return {
    data: { values },
    layer: [
      {
        mark: { type: 'rect', color: look.light.paper, height: step, y: { expr: 'datum.y' } },
        encoding: { x: inPixels('from'), x2: { field: 'to' } },
      },
      {
        mark: { type: 'text', style: 'small', y: { expr: 'datum.y' } },
        encoding: { x: inPixels('from'), text: { field: 'text' } },
      },
    ],
  };
}

/** Dashed lines across the plot with their names above it; `top` is the room that the names take, in pixels. */
export function drawGuides({ guides, domain: [low, high], width, look }: GuidePlan) {
  const size = look.size - 1;
  const step = size + 5;
  const inside = guides
    .filter(({ at }) => at >= low && at <= high)
    .map(({ at, label }) => ({
      at: ((at - low) / (high - low)) * width,
      text: fitText(label, { width: Math.min(WIDEST, width - 8), size, lines: 1 })[0] ?? '',
      title: cleanLabel(label),
    }));
  const names = stackLabels(inside, { width, size, lanes: LANES });
  const lines = inside.map(({ at, title }, index) => {
    const lane = names.find((name) => name.index === index)?.lane ?? 0;
    return { at, title, from: -RISE - lane * step };
  });
  const rules: Json = {
    data: { values: lines },
    mark: {
      type: 'rule',
      style: 'guide-mark',
      aria: true,
      y: { expr: 'datum.from' },
      y2: { expr: 'height' },
    },
    encoding: { x: inPixels('at'), description: { field: 'title' } },
  };
  const lanes = Math.max(0, ...names.map(({ lane }) => lane + 1));
  return { top: lanes * step, layer: { layer: [rules, writeNames(names, look, step)] } satisfies Json };
}
