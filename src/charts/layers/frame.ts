import type { ChartSpec, Json } from '../chart.js';
import type { Look } from '../drawing/look.js';

/** How many rows a chart has at most: more cannot be read on a printed page. */
export const MOST_ROWS = 30;

export type Sides = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

export type Frame = {
  readonly look: Look;
  readonly description: string;
  /** Of the plot without its padding, in pixels. */
  readonly height: number;
  readonly padding: Sides;
  readonly layers: readonly Json[];
};

/** The width of the plot between its paddings, in pixels. */
export function measurePlot(look: Look, { left, right }: Pick<Sides, 'left' | 'right'>): number {
  return Math.max(80, Math.round(look.width - left - right));
}

/** Named styles: whoever restyles a spec changes them here, once. */
function nameStyles({ light, size }: Look): Json {
  return {
    'row-label': { color: light.ink, fontSize: size, align: 'right', baseline: 'middle' },
    heading: { color: light.ink, fontSize: size, fontWeight: 600, baseline: 'middle' },
    figure: { color: light.ink, fontSize: size, align: 'left', baseline: 'middle' },
    small: { color: light.muted, fontSize: size - 1, align: 'left', baseline: 'middle' },
    track: { color: light.rule, strokeWidth: 1 },
    'soft-bar': { color: light.soft, stroke: light.accent, strokeWidth: 1 },
    estimate: { color: light.accent, stroke: light.paper, strokeWidth: 1.5, opacity: 1 },
    interval: { color: light.ink, strokeWidth: 1.5, opacity: 1 },
    mark: { color: light.accent, opacity: 1 },
    line: { color: light.accent, strokeWidth: 2.5 },
    'guide-mark': { color: light.muted, strokeWidth: 1, strokeDash: [3, 3] },
  };
}

function configure(look: Look): Json {
  const { light, size, font } = look;
  return {
    font,
    aria: false,
    view: { stroke: null, fill: null },
    axis: {
      labelFont: font,
      titleFont: font,
      labelColor: light.muted,
      titleColor: light.muted,
      labelFontSize: size - 1,
      titleFontSize: size - 1,
      titleFontWeight: 'normal',
      titlePadding: 8,
      labelPadding: 5,
      gridColor: light.rule,
      domainColor: light.muted,
      tickColor: light.muted,
      tickSize: 4,
    },
    text: { lineBreak: '\n', lineHeight: size + 2 },
    style: nameStyles(look),
  };
}

/**
 * A spec of a fixed size: `look.width` wide, and as high as its plot and padding. Nothing in it waits for the measure
 * of a font.
 */
export function frameChart({ look, description, height, padding, layers }: Frame): ChartSpec {
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    description,
    background: look.light.paper,
    autosize: { type: 'none' },
    padding,
    width: measurePlot(look, padding),
    height: Math.round(height),
    config: configure(look),
    layer: layers,
  };
}
