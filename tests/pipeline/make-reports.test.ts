import { describe, expect, it } from 'vitest';
import { drawChart } from '../../src/charts/drawing/draw-chart.js';
import { type MakeReportsRequest, makeReports } from '../../src/pipeline/make-reports.js';
import { readTemplates } from '../reporting/read-templates.js';
import { gardenInput } from '../reporting/sample-inputs.js';

const make = async (request: Pick<MakeReportsRequest, 'kinds' | 'formats' | 'charts' | 'onReport'>) =>
  makeReports({ input: gardenInput, templates: readTemplates(), ...request });
const nameAll = async (request: Parameters<typeof make>[0]) => (await make(request)).map(({ name }) => name);

describe('makeReports', () => {
  it('writes one file a format, and one for each edition where a report has several', async () => {
    expect(await nameAll({ kinds: ['codebook', 'teaching-pack'] })).toEqual([
      'codebook.md',
      'codebook.html',
      'codebook.json',
      'teaching-pack-facilitator.md',
      'teaching-pack-participant.md',
      'teaching-pack-slides.md',
      'teaching-pack-facilitator.html',
      'teaching-pack-participant.html',
      'teaching-pack.json',
    ]);
  });

  it('tells of every file before it is made, and how many there are', async () => {
    const told: string[] = [];
    await make({
      kinds: ['teaching-pack'],
      formats: ['html'],
      onReport: (name, done, total) => told.push(`${done + 1}/${total} ${name}`),
    });
    expect(told).toEqual(['1/2 teaching-pack-facilitator.html', '2/2 teaching-pack-participant.html']);
  });

  it('makes the teaching pack for teaching although the others are made for publication', async () => {
    const files = await make({ kinds: ['article', 'teaching-pack'], formats: ['json'] });
    const [article, pack] = files.map(({ content }): unknown => JSON.parse(String(content)));
    expect(article).toMatchObject({ study: { consent: 'publication' } });
    expect(pack).toMatchObject({ study: { consent: 'teaching', publishableQuotes: 0 }, cards: [] });
  });

  it('draws the charts into HTML, and neither into Markdown nor into the data', async () => {
    const files = await make({ kinds: ['patterns'] });
    const drawn = files.map(({ name, content }) => [name, String(content).includes('<svg')]);
    expect(drawn).toEqual([
      ['patterns.md', false],
      ['patterns.html', true],
      ['patterns.json', false],
    ]);
  });

  it('exports each chart that was drawn, with a spec that draws the same again, and none where it is not asked', async () => {
    const files = await make({ kinds: ['patterns'], formats: ['json'], charts: true });
    const ids = [...gardenInput.figures]
      .filter(([set]) => set !== 'agreement' && set !== 'interviews')
      .flatMap(([, figures]) => figures.flatMap(({ id, svg }) => (svg === undefined ? [] : [id])));
    expect(ids.length).toBeGreaterThan(4);
    expect(files.map(({ name }) => name)).toEqual([
      'patterns.json',
      ...ids.flatMap((id) => [`${id}.svg`, `${id}.vl.json`]),
    ]);
    const read = (name: string) => String(files.find((file) => file.name === name)?.content);
    const figure = gardenInput.figures.get('prevalence')?.[0];
    if (figure === undefined) throw new Error('nothing was drawn');
    const { id, label: title, description } = figure;
    const drawn = await drawChart(JSON.parse(read(`${id}.vl.json`)), { id, title, description });
    expect(drawn).toBe(read(`${id}.svg`));
    expect(await nameAll({ kinds: ['patterns'], formats: ['json'] })).toEqual(['patterns.json']);
  });
});
