import { describe, expect, it } from 'vitest';
import type { Rating } from '../../src/coefficients/coefficient.js';
import { coefficients as shelf } from '../../src/coefficients/index.js';
import { measureMarks } from '../../src/coefficients/sections/measure-marks.js';
import { unitizingAlpha } from '../../src/coefficients/unitizing-alpha.js';
import type { Decision } from '../../src/model/decision.js';
import type { Quote } from '../../src/model/quote.js';
import type { AgreementInput } from '../../src/pipeline/rate-agreement.js';
import { buildCrossTable } from '../coefficients/build-table.js';
import { codesOf, decide, find, rate } from './build-agreement.js';
import { buildTranscript } from './build-transcript.js';

describe('by character', () => {
  const kappaValue = (rating: Rating | undefined) =>
    rating !== undefined && 'value' in rating ? { value: expect.closeTo(rating.value, 12) } : {};
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
    expect(agreement.coefficients.map(({ id }) => id)).toEqual(
      ['unitizing-alpha', ...shelf.map(({ id }) => id)].flatMap((id) => Array(5).fill(id)),
    );
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

  it('takes every character for a unit that all coders judged, without a formula for independent units', () => {
    const agreement = compare(marks);
    const length = transcripts[0]?.text.length ?? 0;
    // Both 22 + 39, ana alone 4 + 13, ben alone 41.
    const cells = [
      [5 * length - 61 - 17 - 41, 41],
      [17, 61],
    ];
    const kappa = shelf.find(({ id }) => id === 'cohen-kappa')?.rate(buildCrossTable(cells));
    expect(find(agreement, 'cohen-kappa', 'tide')).toMatchObject({ ...kappaValue(kappa), analytic: null });
    expect(find(agreement, 'cohen-kappa', 'tide')?.interval).not.toBeNull();
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
