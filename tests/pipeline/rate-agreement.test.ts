import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coefficients as shelf } from '../../src/coefficients/index.js';
import { measureMarks } from '../../src/coefficients/sections/measure-marks.js';
import { unitizingAlpha } from '../../src/coefficients/unitizing-alpha.js';
import type { Decision } from '../../src/model/decision.js';
import type { Quote } from '../../src/model/quote.js';
import { type AgreementInput, rateAgreement } from '../../src/pipeline/rate-agreement.js';
import { buildTheme } from './build-study.js';
import { buildTranscript } from './build-transcript.js';

const themes = [
  buildTheme('tide'),
  buildTheme('spring-tide', { parentId: 'tide' }),
  buildTheme('storm'),
  buildTheme('fear', { dimension: 'voice' }),
];
const quotes: readonly Quote[] = Array.from({ length: 10 }, (_, at) => ({
  id: `q${at}`,
  transcriptId: 'P01',
  span: { start: at * 10, end: at * 10 + 8 },
  exact: 'the lamp',
  prefix: '',
  suffix: '',
}));

const decide = (coder: string, quote: number, themeId: string, applies = true): Decision => ({
  quoteId: `q${quote}`,
  themeId,
  coder,
  applies,
  decidedAt: '2026-04-02T09:14:20Z',
});
const decideAll = (coder: string, places: readonly number[], themeId: string, applies = true) =>
  places.map((quote) => decide(coder, quote, themeId, applies));

const rate = (decisions: readonly Decision[], rest: Partial<AgreementInput> = {}) =>
  rateAgreement({
    quotes,
    transcripts: [],
    taxonomy: { dimensions: [], themes },
    decisions,
    approach: 'codebook',
    ...rest,
  });
const find = ({ coefficients }: ReturnType<typeof rateAgreement>, id: string, theme: string | null) =>
  coefficients.find((one) => one.id === id && one.theme === theme);
const codesOf = ({ notices }: ReturnType<typeof rateAgreement>) => notices.map(({ code }) => code);

// Of ten quotes ana gives the tide to 0–4 and the storm to 5–9; ben takes 4 for a storm too.
const tenQuotes = [
  ...decideAll('ana', [0, 1, 2, 3, 4], 'tide'),
  ...decideAll('ana', [5, 6, 7, 8, 9], 'storm'),
  ...decideAll('ben', [0, 1, 2, 3], 'tide'),
  ...decideAll('ben', [4, 5, 6, 7, 8, 9], 'storm'),
];

describe('by quote', () => {
  const agreement = rate(tenQuotes);

  it('every coefficient is told for every theme and pooled', () => {
    expect(agreement.coefficients.map(({ id, theme }) => `${id} ${theme}`)).toEqual(
      shelf.flatMap(({ id }) =>
        ['tide', 'spring-tide', 'storm', 'fear', null].map((theme) => `${id} ${theme}`),
      ),
    );
  });

  it('a theme that a coder did not give to a quote judged in its dimension does not apply', () => {
    const expected = 0.5 * 0.4 + 0.5 * 0.6;
    expect(find(agreement, 'cohen-kappa', 'tide')).toMatchObject({
      value: expect.closeTo((0.9 - expected) / (1 - expected), 12),
      observed: expect.closeTo(0.9, 12),
      prevalence: (0.5 + 0.4) / 2,
      n: 10,
      undefinedBecause: null,
    });
  });

  it('a theme that nobody gave, and a dimension that nobody judged, have a reason and no value', () => {
    expect(find(agreement, 'gwet-ac1', 'spring-tide')).toMatchObject({
      value: null,
      interval: null,
      observed: 1,
      prevalence: 0,
      n: 10,
      undefinedBecause: expect.stringContaining('one category'),
    });
    expect(find(agreement, 'gwet-ac1', 'fear')).toMatchObject({
      value: null,
      observed: null,
      prevalence: null,
      n: 0,
      undefinedBecause: expect.stringContaining('no unit'),
    });
  });

  it('the pooled value rests on the themes that have one', () => {
    const tide = find(agreement, 'cohen-kappa', 'tide');
    expect(find(agreement, 'cohen-kappa', null)).toMatchObject({
      value: tide?.value,
      observed: tide?.observed,
      n: 10,
    });
  });

  it('an interval holds its value, and is the same for the same seed', () => {
    const { value, interval } = find(agreement, 'krippendorff-alpha', 'storm') ?? {};
    expect(interval?.[0]).toBeLessThan(value ?? 0);
    expect(interval?.[1]).toBeGreaterThanOrEqual(value ?? 0);
    expect(rate(tenQuotes, { seed: 1 })).toEqual(agreement);
    expect(rate(tenQuotes, { seed: 2 }).coefficients).not.toEqual(agreement.coefficients);
  });

  it('perfect agreement has no interval, and a notice says so', () => {
    const perfect = rate(
      ['ana', 'ben'].flatMap((coder) => [
        ...decideAll(coder, [0, 1, 2], 'tide'),
        ...decideAll(coder, [3, 4, 5], 'storm'),
      ]),
    );
    expect(find(perfect, 'cohen-kappa', 'tide')).toMatchObject({ value: 1, interval: null });
    expect(codesOf(perfect)).toEqual(['no-interval']);
    expect(perfect.disagreements).toEqual([]);
  });

  it('quotes that one coder alone judged count nowhere', () => {
    const more = [...tenQuotes, decide('cem', 0, 'tide')];
    const two = rate(more.filter(({ coder, quoteId }) => coder === 'ana' || quoteId < 'q6'));
    expect(two.basis).toEqual({ compared: 6, of: 10 });
    expect(find(two, 'fleiss-kappa', 'tide')?.n).toBe(6);
  });

  it('an explicit no is a judgement of the whole dimension', () => {
    const decisions = [decide('ana', 0, 'storm', false), decide('ben', 0, 'tide'), decide('ben', 1, 'fear')];
    expect(rate(decisions).disagreements).toEqual([
      { theme: 'tide', quote: 'q0', applies: ['ben'], doesNotApply: ['ana'] },
    ]);
  });

  it('the last word of a coder counts', () => {
    const decisions = [decide('ana', 0, 'tide'), decide('ana', 0, 'tide', false), decide('ben', 0, 'tide')];
    expect(rate(decisions).disagreements).toEqual([
      { theme: 'tide', quote: 'q0', applies: ['ben'], doesNotApply: ['ana'] },
    ]);
  });

  it('a child of a theme counts for the theme', () => {
    const decisions = [decide('ana', 0, 'spring-tide'), decide('ben', 0, 'tide')];
    expect(rate(decisions).disagreements).toEqual([
      { theme: 'spring-tide', quote: 'q0', applies: ['ana'], doesNotApply: ['ben'] },
    ]);
  });

  it('disagreements are listed theme by theme', () => {
    expect(agreement.disagreements).toEqual([
      { theme: 'tide', quote: 'q4', applies: ['ana'], doesNotApply: ['ben'] },
      { theme: 'storm', quote: 'q4', applies: ['ben'], doesNotApply: ['ana'] },
    ]);
  });

  it('three coders are compared at once, and coefficients for two say why they have no value', () => {
    const three = rate([...tenQuotes, ...decideAll('cem', [0, 1, 2], 'tide'), decide('cem', 3, 'storm')]);
    expect(three.coders).toEqual(['ana', 'ben', 'cem']);
    expect(find(three, 'cohen-kappa', 'tide')?.undefinedBecause).toMatch(/two coders.*3/);
    // Of four quotes with three judgements one has a third of its pairs alike, of six with two one has none.
    expect(find(three, 'percent-agreement', 'tide')?.value).toBeCloseTo((8 + 1 / 3) / 10, 12);
  });

  it('only the coders asked for are compared', () => {
    const decisions = [...tenQuotes, ...decideAll('cem', [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 'tide')];
    expect(rate(decisions, { coders: ['ben', 'ana'] })).toEqual(agreement);
  });

  it('an unknown coder is refused with a near one', () => {
    expect(() => rate([decide('annika', 0, 'tide')], { coders: ['anika'] })).toThrow(
      expect.objectContaining({ code: 'unknown-coder', hint: 'Did you mean "annika"?' }),
    );
  });

  it.each([
    ['no decisions', [], 'nothing-decided', /two coders/],
    ['one coder', decideAll('ana', [0, 1], 'tide'), 'one-coder', /two coders/],
    [
      'no quote in common',
      [...decideAll('ana', [0, 1], 'tide'), ...decideAll('ben', [2, 3], 'tide')],
      'no-overlap',
      /no unit/,
    ],
    [
      'quotes in common but no dimension',
      [...decideAll('ana', [0, 1], 'tide'), ...decideAll('ben', [0, 1], 'fear')],
      'no-overlap',
      /no unit/,
    ],
  ] satisfies readonly (readonly [string, readonly Decision[], string, RegExp])[])(
    '%s is a notice and a reason, never a number',
    (_what, decisions, code, reason) => {
      const none = rate(decisions);
      expect(codesOf(none)).toEqual([code]);
      for (const { theme, value, interval, undefinedBecause } of none.coefficients) {
        expect([value, interval]).toEqual([null, null]);
        expect(undefinedBecause).toMatch(theme === null ? /./ : reason);
      }
    },
  );

  it('a taxonomy without themes has nothing to pool', () => {
    const none = rate(tenQuotes, { taxonomy: { dimensions: [], themes: [] } });
    expect(none.coefficients.map(({ theme, value }) => [theme, value])).toEqual(
      shelf.map(() => [null, null]),
    );
  });

  it('a reflexive study gets no numbers, a reason, and the readings that differ', () => {
    const reflexive = rate(tenQuotes, { approach: 'reflexive' });
    expect(reflexive.coefficients).toEqual([]);
    expect(codesOf(reflexive)).toEqual(['no-agreement-in-reflexive']);
    expect(reflexive.disagreements).toEqual(agreement.disagreements);
  });
});

const anyDecisions = fc.array(
  fc.record({
    coder: fc.constantFrom('ana', 'ben', 'cem'),
    quote: fc.nat({ max: 9 }),
    theme: fc.constantFrom('tide', 'spring-tide', 'storm', 'fear'),
    applies: fc.boolean(),
  }),
  { minLength: 30, maxLength: 60 },
);

describe('laws', () => {
  it('every figure is a finite number within its bounds, or null with a reason', () => {
    fc.assert(
      fc.property(anyDecisions, (drawn) => {
        const decisions = drawn.map(({ coder, quote, theme, applies }) =>
          decide(coder, quote, theme, applies),
        );
        for (const { value, interval, observed, undefinedBecause } of rate(decisions).coefficients) {
          expect(value === null).toBe(undefinedBecause !== null);
          for (const number of [value, ...(interval ?? [])])
            if (number !== null) expect(Number.isFinite(number) && number <= 1).toBe(true);
          if (observed !== null) expect(observed >= 0 && observed <= 1).toBe(true);
        }
      }),
      { numRuns: 15 },
    );
  });

  it('renaming coders and themes changes names alone', () => {
    const rename = new Map([
      ['ana', 'zoe'],
      ['cem', 'abe'],
      ['tide', 'x-tide'],
      ['spring-tide', 'a-tide'],
      ['storm', 'k-storm'],
    ]);
    const toNew = (name: string) => rename.get(name) ?? name;
    const renamed = themes.map((theme) => ({
      ...theme,
      id: toNew(theme.id),
      parentId: theme.parentId === null ? null : toNew(theme.parentId),
    }));
    fc.assert(
      fc.property(anyDecisions, (drawn) => {
        const decisions = drawn.map(({ coder, quote, theme, applies }) =>
          decide(coder, quote, theme, applies),
        );
        const before = rate(decisions).coefficients;
        const after = rate(
          decisions.map((one) => ({ ...one, coder: toNew(one.coder), themeId: toNew(one.themeId) })),
          { taxonomy: { dimensions: [], themes: renamed } },
        ).coefficients;
        // Adding zero makes a rounded -0 a 0.
        const round = (number: number) => (Math.round(number * 1e9) / 1e9 + 0).toFixed(9);
        const tell = (all: typeof before) =>
          all.map(({ value, interval, observed, prevalence, n }) =>
            [value, ...(interval ?? []), observed, prevalence, n].map((one) =>
              one === null ? 'none' : round(one),
            ),
          );
        expect(tell(after)).toEqual(tell(before));
      }),
      { numRuns: 15 },
    );
  });
});

describe('by character', () => {
  const words = 'The lamp turned all night. Nobody slept. The sea was loud and the boats stayed in.';
  const transcripts = ['P01', 'P02', 'P03', 'P04', 'P05', 'P06'].map((id) =>
    buildTranscript(id, [[id, words]]),
  );
  const mark = (transcriptId: string, coder: string, start: number, end: number) => {
    const id = `${transcriptId}-${coder}-${start}`;
    const quote: Quote = {
      id,
      transcriptId,
      span: { start, end },
      exact: words.slice(start, end),
      prefix: '',
      suffix: '',
    };
    const decision: Decision = { ...decide(coder, 0, 'tide'), quoteId: id };
    return { quote, decision };
  };
  const compare = (marks: readonly ReturnType<typeof mark>[], rest: Partial<AgreementInput> = {}) =>
    rate(
      marks.map(({ decision }) => decision),
      { unit: 'character', transcripts, quotes: marks.map(({ quote }) => quote), ...rest },
    );
  const marks = [
    mark('P01', 'ana', 0, 26),
    mark('P01', 'ben', 4, 26),
    mark('P02', 'ana', 27, 40),
    mark('P02', 'ben', 41, 82),
    ...['P03', 'P04', 'P05'].flatMap((id) => [mark(id, 'ana', 27, 40), mark(id, 'ben', 27, 40)]),
    mark('P06', 'ana', 0, 26),
  ];

  it('compares the transcripts in which all coders decided something', () => {
    const agreement = compare(marks);
    const length = transcripts[0]?.text.length ?? 0;
    const [tide] = agreement.coefficients;
    expect(agreement.basis).toEqual({ compared: 5, of: 6 });
    expect(agreement.coefficients.map(({ id }) => id)).toEqual(Array(5).fill('unitizing-alpha'));
    expect(tide).toMatchObject({
      theme: 'tide',
      n: 5 * length,
      observed: expect.closeTo(1 - (4 + 13 + 41) / (5 * length), 12),
      prevalence: expect.closeTo((26 + 22 + 13 + 41 + 6 * 13) / (2 * 5 * length), 12),
    });
    const spans = (...ends: readonly (readonly [number, number])[]) =>
      ends.map(([start, end]) => ({ start, end }));
    const texts = [
      { length, byCoder: [spans([0, 26]), spans([4, 26])] },
      { length, byCoder: [spans([27, 40]), spans([41, 82])] },
      ...Array.from({ length: 3 }, () => ({ length, byCoder: [spans([27, 40]), spans([27, 40])] })),
    ];
    expect(unitizingAlpha.rate(measureMarks(texts, 2))).toMatchObject({ value: tide?.value });
    expect(tide?.interval?.[0]).toBeLessThan(tide?.value ?? 0);
  });

  it('lists the passages that a coder did not mark at all', () => {
    expect(compare(marks).disagreements).toEqual([
      { theme: 'tide', quote: 'P02-ana-27', applies: ['ana'], doesNotApply: ['ben'] },
      { theme: 'tide', quote: 'P02-ben-41', applies: ['ben'], doesNotApply: ['ana'] },
    ]);
  });

  it('says that coders who judged the same quotes are better compared by quote', () => {
    const shared = mark('P01', 'ana', 0, 26);
    const agreement = compare([shared, { ...shared, decision: { ...shared.decision, coder: 'ben' } }]);
    expect(codesOf(agreement)).toContain('passages-in-common');
    expect(codesOf(compare(marks))).not.toContain('passages-in-common');
  });

  it('without a transcript in common there is a notice and a reason', () => {
    const apart = compare([mark('P01', 'ana', 0, 26), mark('P02', 'ben', 0, 26)]);
    expect(codesOf(apart)).toEqual(['no-overlap']);
    expect(apart.coefficients[0]?.undefinedBecause).toMatch(/no text/);
  });

  it('passages that both rejected are nothing marked', () => {
    const rejected = marks.map(({ quote, decision }) => ({
      quote,
      decision: { ...decision, applies: false },
    }));
    expect(compare(rejected).coefficients[0]?.undefinedBecause).toMatch(/nobody marked/);
  });

  it('a reflexive study gets no numbers', () => {
    expect(compare(marks, { approach: 'reflexive' }).coefficients).toEqual([]);
  });
});
