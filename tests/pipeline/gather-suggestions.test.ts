import { describe, expect, it } from 'vitest';
import type { Decision } from '../../src/model/decision.js';
import type { Quote } from '../../src/model/quote.js';
import { evaluateStudy } from '../../src/pipeline/evaluate-tagger.js';
import { gatherSuggestions } from '../../src/pipeline/gather-suggestions.js';
import { measureSuggestions } from '../../src/pipeline/measure-suggestions.js';
import { inventDecision } from '../taggers/invented-study.js';
import { buildStudy, buildTheme } from './build-study.js';

const lamp = buildTheme('lamp', { keywords: ['lamp'] });
const fog = buildTheme('fog', { keywords: ['fog'] });
const fear = buildTheme('fear', { dimension: 'voice', keywords: ['afraid'] });
const sayings = {
  lamp: ['the lamp burned bright', 'I clean the lamp at dusk', 'oil for the lamp'],
  fog: ['fog came over the bay', 'nothing to see in thick fog', 'the fog horn in fog'],
};

/** Sixteen interviews of four quotes; the first of each speaks of the lamp, the second of fog, and so on. */
const interviews = Array.from({ length: 16 }, (_, number) => number).flatMap((number) =>
  (['lamp', 'fog', 'lamp', 'fog'] as const).map((theme, at) => {
    const exact = `${sayings[theme][(number + at) % 3]} in the year ${number * 4 + at}`;
    const quote: Quote = {
      id: `q${number}-${at}`,
      transcriptId: `P${String(number).padStart(2, '0')}`,
      span: { start: 0, end: exact.length },
      exact,
      prefix: '',
      suffix: '',
    };
    return { quote, theme };
  }),
);
const quotes = interviews.map(({ quote }) => quote);
const say = (id: string, exact: string): Quote => ({
  id,
  transcriptId: 'P00',
  span: { start: 0, end: exact.length },
  exact,
  prefix: '',
  suffix: '',
});
const decideFirst = (count: number): readonly Decision[] =>
  interviews.slice(0, count).map(({ quote, theme }) => inventDecision(quote.id, theme));

describe('gathered suggestions', () => {
  it('say of a quote for which no subject is proposed that it has none of these themes', () => {
    const bread = say('bread', 'Zyx qwv.');
    const worried = say('worried', 'Afraid, so afraid.');
    const given = say('given', 'A gull stole it.');
    const study = buildStudy({
      quotes: [...quotes, bread, worried, given],
      themes: [lamp, fog, fear],
      decisions: [...decideFirst(60), inventDecision('given', 'lamp')],
    });
    const { none, noneOf, suggestions } = gatherSuggestions(study);
    expect(noneOf).toBe('theme');
    expect(none).toEqual(['bread', 'worried']);
    expect(
      suggestions.filter(({ quoteId }) => quoteId === 'worried').map(({ themeId }) => themeId),
    ).toContain('fear');
  });

  it('count a quote whose only decision says no as having none, unless something else is proposed', () => {
    const decisions = [...decideFirst(60), inventDecision('bread', 'lamp', false)];
    const bread = say('bread', 'Zyx qwv.');
    const { none } = gatherSuggestions(
      buildStudy({ quotes: [...quotes, bread], themes: [lamp, fog], decisions }),
    );
    expect(none).toEqual(['bread']);
  });

  it('say how many coded quotes are missing before there are percentages', () => {
    const tell = (count: number) =>
      gatherSuggestions(buildStudy({ quotes, themes: [lamp, fog], decisions: decideFirst(count) })).notices;
    expect(tell(0)).toMatchObject([{ code: 'no-percentages', severity: 'info' }]);
    expect(tell(0)[0]?.message).toContain('coded quotes: 0 of about 50; nothing was held out yet');
    expect(tell(12)[0]?.message).toContain('coded quotes: 12 of about 50');
    expect(tell(60)).toEqual([]);
  });

  it('warn of a keyword that stands in most quotes, such as a function word', () => {
    const the = buildTheme('the', { keywords: ['in', 'lamp'] });
    const { notices } = gatherSuggestions(buildStudy({ quotes, themes: [the], decisions: [] }));
    const common = notices.filter(({ code }) => code === 'common-keyword');
    expect(common).toHaveLength(1);
    expect(common[0]).toMatchObject({ severity: 'caution', place: { file: 'taxonomy.yaml' } });
    expect(common[0]?.message).toMatch(/"in" of the theme "the" stands in 64 of 64 quotes/u);
  });

  it('are unmeasured unless what was measured is given', () => {
    const study = buildStudy({ quotes, themes: [lamp, fog], decisions: decideFirst(56) });
    expect(gatherSuggestions(study).suggestions.every(({ measured }) => measured === null)).toBe(true);
    const precisions = new Map([['keyword', new Map([['lamp', { precision: 0.75, n: 4, interval: null }]])]]);
    const { suggestions } = gatherSuggestions(study, { precisions });
    expect(suggestions.length).toBeGreaterThan(0);
    for (const { tagger, themeId, measured } of suggestions) {
      const isKnown = tagger === 'keyword' && themeId === 'lamp';
      expect(measured).toEqual(isKnown ? { precision: 0.75, n: 4, interval: null } : null);
    }
  });
});

describe('measured precision', () => {
  const doubtful = decideFirst(48).map((decision, at) => ({ ...decision, applies: at % 5 !== 0 }));
  const study = buildStudy({ quotes, themes: [lamp, fog, fear], decisions: doubtful });

  it('is that of the evaluation, with the number of proposals that it is the share of', () => {
    const precisions = measureSuggestions(study);
    const { taggers } = evaluateStudy(study, { amounts: [] });
    for (const id of ['keyword', 'learned']) {
      const figures = taggers.find((tagger) => tagger.id === id)?.perTheme ?? [];
      expect(figures.some(({ precision }) => precision !== null)).toBe(true);
      for (const { theme, precision, support, recall } of figures) {
        const measured = precisions.get(id)?.get(theme);
        expect(measured?.precision ?? null).toBe(precision);
        if (measured === undefined) continue;
        // Rightly proposed, counted from either side.
        expect(measured.precision * measured.n).toBeCloseTo((recall ?? 0) * support, 9);
        const [low, high] = measured.interval ?? [0, 1];
        expect(low).toBeLessThanOrEqual(measured.precision);
        expect(high).toBeGreaterThanOrEqual(measured.precision);
      }
    }
  });

  it('is missing for a theme that was never proposed, and for all where one interview is coded', () => {
    expect(measureSuggestions(study).get('keyword')?.has('fear')).toBe(false);
    const one = buildStudy({ quotes, themes: [lamp, fog], decisions: decideFirst(4) });
    expect(measureSuggestions(one)).toEqual(new Map());
  });

  it('tells how often a tagger has been taught', () => {
    const steps: number[] = [];
    let last = 0;
    measureSuggestions(study, {
      onTaught: (done, total) => {
        steps.push(done);
        last = total;
      },
    });
    expect(steps).toEqual(Array.from({ length: last }, (_, i) => i + 1));
  });
});
