import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Figure } from '../../src/charts/drawing/make-figure.js';
import { charts } from '../../src/charts/index.js';
import { cleanLabel } from '../../src/charts/lettering/fit-text.js';
import { makeFigures } from './make-figures.js';
import { readSvg, readTexts } from './read-svg.js';
import { gardenLabels, makeData, type SamplePlan } from './sample-data.js';

const ids = Object.keys(charts);
const numbers = /NaN|Infinity|undefined|\[object|>null</;

const plans: { readonly [name: string]: Partial<SamplePlan> } = {
  'a small study': {},
  'labels that attack': {
    labels: [
      '<script>alert("x")</script>',
      "\" onload='x' ]]> &amp; <!--",
      'x id="figure" role="button" aria-label="y" opacity="1" d="1.23456" fill="#24211c" url(#a)',
      '\u202eevil\u0000\ud800\u0007',
      '',
      'x'.repeat(300),
      '👩‍👩‍👧‍👦'.repeat(90),
      'مرحبا بالعالم وهذا نص طويل جدا',
      '__proto__',
    ],
    groups: ['</svg><img src=x>', '', '__proto__', 'constructor'],
  },
  'numbers that are none': { count: () => Number.NaN },
  'endless numbers': { count: () => Number.POSITIVE_INFINITY },
  'negative numbers': { count: (value) => -value },
  'numbers beyond reason': { count: (value) => value * 1e12 },
  'one participant and one theme': { labels: ['Trust'], groups: ['lead'], participants: 1 },
  'two themes of one name': { labels: ['Trust', 'Trust'] },
  nobody: { participants: 0 },
  'a thousand themes and a hundred groups': {
    labels: Array.from({ length: 1000 }, (_, index) => `Theme ${index}`),
    groups: Array.from({ length: 100 }, (_, index) => `value ${index}`),
  },
};

describe('the shelf of charts', () => {
  it('lists every file on it under its own name', () => {
    const files = readdirSync('src/charts', { withFileTypes: true })
      .filter((entry) => entry.isFile() && !['index.ts', 'chart.ts'].includes(entry.name))
      .map(({ name }) => name.replace('.ts', ''));
    expect(ids.toSorted()).toEqual(files.sort());
    expect(Object.values(charts).map(({ id }) => id)).toEqual(ids);
  });

  it('gives the same bytes twice, at the same time and in another process', async () => {
    const once = await makeFigures(makeData());
    const [again, beside] = await Promise.all([makeFigures(makeData()), makeFigures(makeData())]);
    expect(again).toEqual(once);
    expect(beside).toEqual(once);
    const script = join(import.meta.dirname, 'print-figures.ts');
    const printed = execFileSync(process.execPath, ['--import', 'tsx', script], { encoding: 'utf8' });
    expect(JSON.parse(printed)).toEqual(JSON.parse(JSON.stringify(once)));
  });

  it('says in a sentence why there is no chart where there is no data', async () => {
    const figures = await makeFigures({
      'theme-prevalence': { themes: [] },
      'theme-by-attribute': { attribute: 'role', groups: [], rows: [{ theme: 'Trust', cells: [] }] },
      'co-occurrence': { unit: 'quote', themes: [], cells: [] },
      saturation: { interviews: 0, steps: [], marks: [] },
      voices: { themes: [] },
      agreement: { rows: [], conventions: [] },
      'interview-strip': { interview: 'P01', length: 0, quotes: [{ start: 0, end: 0, theme: 'Trust' }] },
      reliability: { tagger: 'learned', points: [] },
    });
    for (const { id, svg, spec, emptyBecause, description } of figures) {
      expect([svg, spec], id).toEqual([undefined, undefined]);
      expect(emptyBecause, id).toMatch(/^[A-Z].*\.$/);
      expect(description, id).toMatch(/^[A-Z].*\.$/);
    }
  });
});

describe.each(Object.entries(plans))('the figures of %s', (_name, plan) => {
  let figures: readonly Figure[];
  let drawn: readonly { readonly id: string; readonly svg: string; readonly figure: Figure }[];

  beforeAll(async () => {
    figures = await makeFigures(makeData(plan));
    drawn = figures.flatMap((figure) =>
      figure.svg === undefined ? [] : [{ id: figure.id, svg: figure.svg, figure }],
    );
  });

  it('are well-formed, hold no script and no number that is none', () => {
    for (const { id, svg } of drawn) {
      const names = new Set(readSvg(svg).map(({ name }) => name));
      expect(
        [...names].filter((name) => !/^(?:svg|title|desc|style|g|path|rect|line|text|tspan)$/.test(name)),
        id,
      ).toEqual([]);
      expect(svg.replace(/<style>.*?<\/style>/, ''), id).not.toMatch(numbers);
      const [, ...inner] = readSvg(svg);
      const attributes = new Set(inner.flatMap((element) => [...element.attributes.keys()]));
      expect(
        [...attributes].filter((name) => /^(?:on|aria|role|href|xlink|style)/.test(name)),
        id,
      ).toEqual([]);
    }
  });

  it('are images with a title, a description and no id but their own', () => {
    for (const { id, svg, figure } of drawn) {
      const [root] = readSvg(svg);
      expect(root?.attributes.get('role'), id).toBe('img');
      expect(root?.attributes.get('aria-labelledby'), id).toBe(`${id}-title`);
      expect(readTexts(svg, 'title')[0], id).toBe(figure.label);
      expect(readTexts(svg, 'desc')[0]?.length, id).toBe(figure.description.length);
      const named = readSvg(svg).flatMap(({ attributes }) => attributes.get('id') ?? []);
      expect(new Set(named).size, id).toBe(named.length);
      expect(
        named.filter((one) => one !== id && !one.startsWith(`${id}-`)),
        id,
      ).toEqual([]);
    }
  });

  it('are described in less than 600 characters, without a broken number', () => {
    for (const { id, description, remarks } of figures) {
      expect(description.length, id).toBeLessThan(600);
      expect([description, ...remarks].join(' '), id).not.toMatch(numbers);
    }
  });

  it('have tables whose rows are as long as their headers', () => {
    for (const { id, table } of figures) {
      const cells = table.rows.flat();
      expect(
        table.rows.filter((row) => row.length !== table.header.length),
        id,
      ).toEqual([]);
      expect(
        cells.filter((cell) => typeof cell === 'number' && !Number.isFinite(cell)),
        id,
      ).toEqual([]);
    }
  });

  it('have specs of plain JSON', () => {
    for (const { spec } of drawn.map(({ figure }) => figure))
      expect(JSON.parse(JSON.stringify(spec))).toEqual(spec);
  });

  it('are no wider than a column of a report and no higher than a page', () => {
    for (const { id, svg } of drawn) {
      const root = readSvg(svg)[0]?.attributes;
      expect(Number(root?.get('width')), id).toBeLessThanOrEqual(672);
      expect(Number(root?.get('height')), id).toBeLessThanOrEqual(1100);
    }
  });
});

describe('a figure', () => {
  it('tells in its table what its chart is made from', async () => {
    const [prevalence, , pairs, , voiced] = await makeFigures(makeData());
    expect(prevalence?.table.rows[0]).toEqual(['Trust in tools', 3, 12, 0.25, 0.05, 0.45, 1]);
    expect(pairs?.table.rows).toEqual([
      ['Trust in tools', gardenLabels[1], 1, 9, 9],
      ['Trust in tools', gardenLabels[2], 2, 9, 9],
      [gardenLabels[1], gardenLabels[2], 3, 9, 9],
    ]);
    expect(voiced?.table.rows).toHaveLength(9);
  });

  it('keeps a label whole in a title where it cuts it in the chart', async () => {
    const [prevalence] = await makeFigures(makeData());
    const whole = gardenLabels[1] ?? '';
    expect(readTexts(prevalence?.svg ?? '', 'title')).toContainEqual(expect.stringContaining(whole));
    expect(readTexts(prevalence?.svg ?? '', 'text').join(' ')).not.toContain(whole);
  });

  it('leaves a label that looks like markup as it was written', async () => {
    const labels = plans['labels that attack']?.labels ?? [];
    const figures = await makeFigures(makeData({ labels }));
    for (const id of ['figure-theme-prevalence', 'figure-voices', 'figure-agreement']) {
      const svg = figures.find((figure) => figure.id === id)?.svg ?? '';
      expect(readTexts(svg, 'title'), id).toEqual(expect.arrayContaining(labels.map(cleanLabel)));
    }
  });

  it('says how many of a long list it shows, and keeps all in the table', async () => {
    const labels = Array.from({ length: 112 }, (_, index) => `Theme ${index}`);
    const [prevalence] = await makeFigures(makeData({ labels }));
    expect(prevalence?.remarks).toContain(
      'The chart shows 30 of 112 themes, those that most participants voice; the table has them all.',
    );
    expect(prevalence?.table.rows).toHaveLength(112);
  });

  it('shows nothing of a group that is too small, in chart, title and table', async () => {
    const [, byAttribute] = await makeFigures(makeData({ groups: ['gardener', 'lead', 'head gardener'] }));
    const titles = readTexts(byAttribute?.svg ?? '', 'title').filter((title) =>
      /, head gardener:/.test(title),
    );
    expect(titles).toEqual([]);
    expect(byAttribute?.remarks).toContain(
      'A dash stands where a group is too small for its number to be shown.',
    );
    expect(byAttribute?.table.rows.filter(([, group]) => group === 'head gardener')).toEqual(
      gardenLabels.map((label) => [label, 'head gardener', '–', 2, '–', '–', '–']),
    );
  });

  it('gives the reason in the place of a value that is not defined', async () => {
    const figures = await makeFigures(makeData({ labels: ['Trust', 'Time'] }));
    const agreed = figures.find(({ id }) => id === 'figure-agreement');
    expect(readTexts(agreed?.svg ?? '', 'text')).toContain('no value: one category only, in Time');
  });

  it.each(['theme-prevalence', 'agreement'])(
    'is drawn from the spec and to the bytes on record: %s',
    async (id) => {
      const figures = await makeFigures(makeData({ labels: ['Trust in tools', 'Time <pressure>'] }));
      const { svg, spec } = figures.find((figure) => figure.id === `figure-${id}`) ?? {};
      const read = (kind: string) =>
        readFileSync(join(import.meta.dirname, 'cases', `${id}.${kind}`), 'utf8');
      expect(spec).toEqual(JSON.parse(read('spec.json')));
      expect(svg).toBe(read('svg'));
    },
  );
});
