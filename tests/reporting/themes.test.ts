import { describe, expect, it } from 'vitest';
import type { ReportInput } from '../../src/reporting/report.js';
import { themes } from '../../src/reporting/themes.js';
import { buildInput, makeClustering } from './build-input.js';
import { emptyInput, gardenInput } from './sample-inputs.js';

const consent = { known: true, scopes: ['research' as const, 'publication' as const] };
const build = (input: ReportInput) => themes.build(input);
const withTheme = (fields: object) => ({
  dimensions: [{ themes: expect.arrayContaining([expect.objectContaining(fields)]) }],
});

describe('the themes report', () => {
  it('counts participants out of those who may be counted, beside the quotes', () => {
    expect(build(gardenInput)).toMatchObject({
      study: { participants: 7, quotes: 22, publishableQuotes: 21 },
    });
    expect(build(gardenInput)).toMatchObject(withTheme({ id: 'handing-over', participants: 4, quotes: 4 }));
  });

  it('counts a quote of somebody who agreed to research only, and does not print it', () => {
    expect(build(gardenInput)).toMatchObject(withTheme({ id: 'worth', participants: 4, quotes: 5 }));
  });

  it('takes the quotes of sub-themes into the count of their theme, each quote once', () => {
    // carrying itself has 5 quotes, handing-over 4, and P04's first carries both
    expect(build(gardenInput)).toMatchObject(
      withTheme({ id: 'carrying', quotes: 5 + 4 - 1, withSubThemes: true }),
    );
  });

  it('puts themes with more participants first, and children under their parent', () => {
    expect(build(gardenInput)).toMatchObject({
      dimensions: [
        {
          themes: [
            { number: '1', id: 'carrying' },
            { number: '1.1', id: 'handing-over', under: 'Carrying the garden alone' },
            { number: '2', id: 'worth' },
            { number: '3', id: 'neighbours' },
          ],
        },
      ],
    });
  });

  it('does not count what coders dispute, and names it', () => {
    expect(build(gardenInput)).toMatchObject(
      withTheme({ id: 'neighbours', quotes: 3, disputed: ['q_P01_4'] }),
    );
  });

  it('never counts a suggestion, and shows it apart with its evidence in words', () => {
    expect(build(gardenInput)).toMatchObject(
      withTheme({
        id: 'neighbours',
        quotes: 3,
        suggestions: {
          quotes: 1,
          precision: 'unmeasured',
          examples: [
            {
              quote: expect.objectContaining({ id: 'q_P08_4' }),
              taggers: ['Keywords (a rule)'],
              evidence: ['Says “neighbour” (keyword neighbour).'],
            },
          ],
        },
      }),
    );
  });

  it('counts the voices in which a theme is voiced', () => {
    expect(build(gardenInput)).toMatchObject(
      withTheme({
        id: 'handing-over',
        voices: [
          { id: 'pain-point', label: 'Pain point', number: 3, quotes: 2, participants: 2 },
          { id: 'obstacle', label: 'Obstacle', number: 4, quotes: 1, participants: 1 },
        ],
      }),
    );
  });

  it('offers a cluster that no theme covers, without a word that may not be printed', () => {
    expect(build(gardenInput)).toMatchObject({
      prompts: [
        {
          id: 'c1',
          terms: ['rained', 'beds', 'flood'],
          quotes: 4,
          participants: 4,
          undecided: 4,
          example: { id: 'q_P02_3' },
        },
      ],
    });
  });

  it('says nothing of a cluster whose quotes already carry one theme', () => {
    const ids = ['q_P02_1', 'q_P03_3', 'q_P02_3'];
    const cluster = {
      id: 'c1',
      quoteIds: ids,
      medoidId: 'q_P02_1',
      terms: [],
      cohesion: 1,
      nearestTheme: { themeId: 'worth', share: 2 / 3 },
      certainty: null,
      stability: null,
      coverage: { kind: 'covered', themeId: 'worth', overlap: 2 / 3 },
    } as const;
    expect(build({ ...gardenInput, clustering: makeClustering([cluster]) })).toMatchObject({
      prompts: [],
    });
  });

  it('says what was left out by reason, without the participant’s code', () => {
    expect(build(gardenInput)).toMatchObject({
      leftOut: { unpublishable: [{ reason: 'a participant gave no consent for publication', count: 2 }] },
    });
  });

  it('names lost quotes by id alone', () => {
    const [was] = gardenInput.study.quotes;
    const lost = was === undefined ? [] : [{ state: 'lost' as const, was, reason: 'gone' }];
    expect(build({ ...gardenInput, lost })).toMatchObject({
      leftOut: { lost: [{ id: 'q_P01_1', transcript: 'P01' }] },
    });
    expect(lost).toHaveLength(1);
  });

  it('prints the wording of a quote where there is one', () => {
    const edit = (id: string) => (quote: { id: string }) =>
      quote.id === id ? { wording: 'I have the only key […].' } : {};
    const publishable = new Map(
      [...gardenInput.publishable].map(([id, quote]) => [id, { ...quote, ...edit('q_P01_1')(quote) }]),
    );
    expect(build({ ...gardenInput, publishable })).toMatchObject(
      withTheme({
        id: 'carrying',
        representatives: expect.arrayContaining([
          expect.objectContaining({
            id: 'q_P01_1',
            words: 'I have the only key […].',
            edited: true,
            time: '1:01',
          }),
        ]),
      }),
    );
  });

  it('does not print a picked quote that may not be published', () => {
    expect(JSON.stringify(build({ ...gardenInput, publishable: new Map() }))).not.toContain(
      'only key to the water',
    );
  });

  it('says when consent was never recorded', () => {
    const input = buildInput({
      settings: { name: 'S' },
      dimensions: [],
      themes: [],
      participants: [{ id: 'P1', attributes: {}, consent: { known: false, scopes: [] } }],
      interviews: {},
    });
    expect(build(input)).toMatchObject({ study: { consentUnknown: true } });
    expect(build(emptyInput)).toMatchObject({ study: { consentUnknown: false } });
  });

  it('speaks of themes that were developed where the approach is reflexive', () => {
    const settings = { ...gardenInput.study.settings, approach: 'reflexive' as const };
    const data = JSON.stringify(build({ ...gardenInput, study: { ...gardenInput.study, settings } }));
    expect(data).toContain('developed');
    expect(data).not.toContain('emerge');
  });

  it('keeps apart two dimensions that say what a quote is about', () => {
    const input = buildInput({
      settings: { name: 'S' },
      dimensions: [
        { id: 'theme', label: 'Themes' },
        { id: 'voice', label: 'Voices' },
        { id: 'stage', label: 'Stages' },
      ],
      themes: [{ id: 'a' }, { id: 'b', dimension: 'stage' }, { id: 'c', dimension: 'voice' }],
      participants: [{ id: 'P1', attributes: {}, consent }],
      interviews: { P1: ['P: ==One thing.=={#a #b #c}'] },
    });
    expect(build(input)).toMatchObject({
      dimensions: [
        { id: 'theme', themes: [{ id: 'a', quotes: 1 }] },
        { id: 'stage', themes: [{ id: 'b', quotes: 1 }] },
      ],
    });
  });
});
