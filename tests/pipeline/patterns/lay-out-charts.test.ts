import { describe, expect, it } from 'vitest';
import { defaultLook } from '../../../src/charts/drawing/look.js';
import { charts as shelf } from '../../../src/charts/index.js';
import { findPatterns } from '../../../src/pipeline/find-patterns.js';
import { layOutCharts } from '../../../src/pipeline/patterns/lay-out-charts.js';
import { buildTheme } from '../build-study.js';
import { interviewPeople } from './interview-people.js';

const patterns = findPatterns(
  interviewPeople({
    interviews: [
      { id: 'P01', attributes: { role: 'pilot' }, answers: [[['fog', 'lamp', 'fear']]] },
      { id: 'P02', attributes: { role: 'pilot' }, answers: [[['fog']], [['lamp']]] },
      { id: 'P03', attributes: { role: 'pilot' }, answers: [[['fog']]] },
    ],
    themes: [
      buildTheme('fog', { label: 'Fog' }),
      buildTheme('lamp', { label: 'Lamp' }),
      buildTheme('fear', { label: 'Fear', dimension: 'voice' }),
    ],
  }),
);
const charts = layOutCharts(patterns);

describe('layOutCharts', () => {
  it('squares co-occurrence, symmetric, with each theme’s own units on the diagonal', () => {
    expect(charts.coOccurrence.map(({ unit, cells }) => [unit, cells])).toEqual([
      [
        'quote',
        [
          [3, 1],
          [1, 2],
        ],
      ],
      [
        'utterance',
        [
          [3, 1],
          [1, 2],
        ],
      ],
      [
        'interview',
        [
          [3, 2],
          [2, 2],
        ],
      ],
    ]);
    expect(charts.coOccurrence[0]?.themes).toEqual(['Fog', 'Lamp']);
  });

  it('names themes by their labels, and keeps every number', () => {
    expect(charts.prevalence.themes.map(({ label, participants, of }) => [label, participants, of])).toEqual([
      ['Fog', 3, 3],
      ['Lamp', 2, 3],
    ]);
    expect(charts.voices.themes[1]?.voices).toEqual([{ label: 'Fear', participants: 1, quotes: 1 }]);
    expect(charts.attributes[0]?.rows.map(({ theme }) => theme)).toEqual(['Fog', 'Lamp']);
    expect(charts.attributes[0]?.rows[1]?.cells[0]).toMatchObject({ participants: 2, of: 3 });
  });

  it('gives every chart something that it draws', () => {
    const [attribute] = charts.attributes;
    const [byQuote] = charts.coOccurrence;
    if (attribute === undefined || byQuote === undefined) throw new Error('one attribute, three units');
    const drawings = [
      shelf['theme-prevalence'].specify(charts.prevalence, defaultLook),
      shelf['theme-by-attribute'].specify(attribute, defaultLook),
      shelf['co-occurrence'].specify(byQuote, defaultLook),
      shelf.saturation.specify(charts.saturation, defaultLook),
      shelf.voices.specify(charts.voices, defaultLook),
    ];
    expect(drawings.filter((drawing) => 'emptyBecause' in drawing)).toEqual([]);
  });

  it('says what the band of saturation holds', () => {
    expect(charts.saturation.band).toBe('the middle 90 % of all 6 orders');
    expect(charts.saturation.steps.map(({ observed }) => observed)).toEqual([2, 2, 2]);
  });
});
