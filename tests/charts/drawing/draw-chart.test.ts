import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ChartSpec } from '../../../src/charts/chart.js';
import { drawChart } from '../../../src/charts/drawing/draw-chart.js';
import { readSvg } from '../read-svg.js';

const request = { id: 'one', title: 'Title', description: 'Description.' };
const values = [{ a: 1, b: 'https://example.org/x' }];
const draw = (spec: ChartSpec, id = 'one') => drawChart(spec, { ...request, id });

afterEach(() => {
  vi.restoreAllMocks();
});

describe('drawChart', () => {
  it.each([
    ['data from an address', { data: { url: 'https://example.org/data.json' }, mark: 'point', encoding: {} }],
    [
      'data from the disk',
      { data: { url: '/etc/passwd', format: { type: 'csv' } }, mark: 'point', encoding: {} },
    ],
    ['a link', { data: { values }, mark: { type: 'point', href: 'https://example.org' }, encoding: {} }],
    ['an image', { data: { values }, mark: 'image', encoding: { url: { field: 'b' } } }],
  ] satisfies readonly (readonly [string, ChartSpec])[])('refuses %s', async (_name, spec) => {
    await expect(draw(spec)).rejects.toMatchObject({ code: 'chart-loads-data' });
  });

  it.each(['', '1st', 'a b', 'a"b', 'a>b', '#a', 'ä'])('refuses the id %j', async (id) => {
    await expect(draw({ data: { values }, mark: 'point', encoding: {} }, id)).rejects.toMatchObject({
      code: 'unusable-chart-id',
    });
  });

  it.each([
    ['nothing', {}],
    ['no data', { mark: 'point' }],
    ['a mark that nobody knows', { data: { values }, mark: 'cloud', encoding: {} }],
    [
      'an expression that is none',
      { data: { values }, transform: [{ calculate: '((', as: 'c' }], mark: 'point', encoding: {} },
    ],
    [
      'an expression that reaches out',
      {
        data: { values },
        transform: [{ calculate: 'process.exit()', as: 'c' }],
        mark: 'point',
        encoding: {},
      },
    ],
  ] satisfies readonly (readonly [string, ChartSpec])[])(
    'draws or refuses in words, and prints nothing: %s',
    async (_name, spec) => {
      const printed = (['log', 'warn', 'error', 'info'] as const).map((name) => vi.spyOn(console, name));
      const outcome = await draw(spec).catch((problem: unknown) => problem);
      if (typeof outcome === 'string') expect(readSvg(outcome)[0]?.name).toBe('svg');
      else expect(outcome).toMatchObject({ code: 'chart-not-drawn' });
      for (const spy of printed) expect(spy).not.toHaveBeenCalled();
    },
  );

  it('leaves a spec as it was', async () => {
    const spec = {
      data: { values: [{ a: 1 }] },
      mark: 'bar',
      encoding: { x: { field: 'a', type: 'quantitative' } },
    } as const;
    const before = JSON.stringify(spec);
    await draw(spec);
    expect(JSON.stringify(spec)).toBe(before);
  });

  it('gives clips and gradients of two charts on one page ids of their own', async () => {
    const spec: ChartSpec = {
      data: { values: [{ a: 1 }, { a: 2 }] },
      mark: {
        type: 'bar',
        clip: true,
        color: {
          gradient: 'linear',
          stops: [
            { offset: 0, color: '#fff' },
            { offset: 1, color: '#000' },
          ],
        },
      },
      encoding: { x: { field: 'a', type: 'quantitative' } },
    };
    const [first, second] = await Promise.all([draw(spec, 'first'), draw(spec, 'second')]);
    expect(second).toBe(first?.replaceAll('first', 'second'));
    for (const [, name = ''] of (first ?? '').matchAll(/url\(#([^)]*)\)/g))
      expect(first).toContain(` id="${name}"`);
    expect(first).toMatch(/clip-path="url\(#first-\d\)"/);
  });

  it('escapes the title and the description', async () => {
    const svg = await drawChart(
      { data: { values }, mark: 'point', encoding: {} },
      { id: 'one', title: '</title><script>"', description: '<b>&\u0000\ud800' },
    );
    const [, title, desc] = readSvg(svg);
    expect(title?.text).toBe('</title><script>"');
    expect(desc?.text).toBe('<b>&\ufffd\ufffd');
  });
});
