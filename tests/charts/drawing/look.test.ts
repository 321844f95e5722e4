import { describe, expect, it } from 'vitest';
import { defaultLook, type Palette, pickTextColour } from '../../../src/charts/drawing/look.js';
import { makeFigure } from '../../../src/charts/drawing/make-figure.js';
import { charts } from '../../../src/charts/index.js';
import { makeFigures } from '../make-figures.js';
import { makeData } from '../sample-data.js';

/** Relative luminance, WCAG 2.2. */
function measureLuminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [measureLuminance(a), measureLuminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const listColours = ({ shades, ...others }: Palette) => [...Object.values(others), ...shades];

describe.each([
  ['light', defaultLook.light],
  ['dark', defaultLook.dark],
] as const)('the %s palette', (_name, palette) => {
  it('lets text be read on paper and on every shade (WCAG AA: 4.5)', () => {
    expect(contrast(palette.ink, palette.paper)).toBeGreaterThan(7);
    expect(contrast(palette.muted, palette.paper)).toBeGreaterThan(4.5);
    for (const [step, shade] of palette.shades.entries()) {
      expect(contrast(shade, pickTextColour(palette, step)), `shade ${step}`).toBeGreaterThan(4.5);
    }
  });

  it('lets marks be seen on paper and intervals on bars (WCAG AA: 3)', () => {
    expect(contrast(palette.accent, palette.paper)).toBeGreaterThan(3);
    expect(contrast(palette.ink, palette.soft)).toBeGreaterThan(3);
    expect(contrast(palette.accent, palette.soft)).toBeGreaterThan(3);
  });

  it('goes from faint to strong in lightness alone, so that it is read without colour', () => {
    const away = palette.shades.map((shade) => contrast(shade, palette.paper));
    expect(away).toEqual(away.toSorted((a, b) => a - b));
    for (const [step, value] of away.entries())
      if (step > 0) expect(value / (away[step - 1] ?? 1)).toBeGreaterThan(1.1);
  });

  it('names no colour twice', () => {
    expect(new Set(listColours(palette)).size).toBe(12);
  });
});

describe('a drawn chart', () => {
  it('has no colour that a dark page could not replace', async () => {
    const known = new Set([...listColours(defaultLook.light), 'none']);
    for (const { id, svg = '' } of await makeFigures(makeData())) {
      const used = Array.from(svg.matchAll(/ (?:fill|stroke)="([^"]*)"/g), ([, colour = '']) => colour);
      expect(
        used.filter((colour) => !known.has(colour)),
        id,
      ).toEqual([]);
      for (const colour of used.filter((one) => one !== 'none')) expect(svg, id).toContain(`="${colour}"]{`);
    }
  });

  it('takes another look', async () => {
    const look = { ...defaultLook, width: 480, light: { ...defaultLook.light, accent: '#123456' } };
    const data = makeData()['theme-prevalence'];
    const { svg, spec } = await makeFigure(charts['theme-prevalence'], data, { id: 'a', look });
    expect(svg).toContain(' width="480"');
    expect(svg).toContain('#123456');
    expect(JSON.stringify(spec)).not.toContain(defaultLook.light.accent);
  });
});
