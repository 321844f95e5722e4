import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../../src/model/decision.js';
import type { Study } from '../../../../src/model/study.js';
import { choosePart } from '../../../../src/review/answers/making/choose-part.js';
import { openSample } from '../make-desk.js';

const { study: sample } = openSample().reading;
/** A study with so many quotes; `themes` says of each which theme it has, if any. */
function layStudy(themes: readonly (string | undefined)[]): Study {
  const quotes = sample.quotes
    .slice(0, 1)
    .flatMap((quote) =>
      themes.map((_, i) => ({ ...quote, id: `q${i}`, transcriptId: `P${Math.floor(i / 10)}` })),
    );
  const decisions = themes.flatMap((themeId, i): Decision[] =>
    themeId === undefined
      ? []
      : [{ quoteId: `q${i}`, themeId, coder: 'ana', applies: true, decidedAt: '2026-01-01T00:00:00Z' }],
  );
  return { ...sample, quotes, decisions };
}

const count = (study: Study, theme: string) =>
  study.decisions.filter(({ themeId }) => themeId === theme).length;

describe('a part to learn from', () => {
  it('has as much of a rare theme as there is, and the same of all that are common', () => {
    const themes = Array.from({ length: 1000 }, (_, i) =>
      i % 100 === 0 ? 'rare' : i % 2 === 0 ? 'often' : 'always',
    );
    const part = choosePart(layStudy(themes), { decided: 110, open: 0 });
    expect([count(part, 'rare'), count(part, 'often'), count(part, 'always')]).toEqual([10, 50, 50]);
  });

  it('is spread over the interviews', () => {
    const part = choosePart(layStudy(Array.from({ length: 1000 }, () => undefined)), {
      decided: 0,
      open: 100,
    });
    expect(new Set(part.quotes.map(({ transcriptId }) => transcriptId)).size).toBe(100);
  });

  it('is as large as it is asked to be, in the order of the study, with all that was decided of its quotes', () => {
    const theme = fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined });
    const size = fc.record({ decided: fc.nat(60), open: fc.nat(60) });
    fc.assert(
      fc.property(fc.array(theme, { maxLength: 120 }), size, (themes, wanted) => {
        const study = layStudy(themes);
        const known = study.decisions.length;
        const part = choosePart(study, wanted);
        expect(part.decisions).toHaveLength(Math.min(known, wanted.decided));
        expect(part.quotes).toHaveLength(
          Math.min(known, wanted.decided) + Math.min(themes.length - known, wanted.open),
        );
        const places = part.quotes.map((quote) => study.quotes.indexOf(quote));
        expect(places).toEqual(places.toSorted((x, y) => x - y));
        expect(choosePart(study, wanted)).toEqual(part);
      }),
    );
  });
});
