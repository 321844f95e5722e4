import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide, rate, themes } from './build-agreement.js';

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
        for (const { value, interval, analytic, observed, undefinedBecause } of rate(decisions)
          .coefficients) {
          expect(value === null).toBe(undefinedBecause !== null);
          for (const number of [value, ...(interval ?? []), ...(analytic ?? [])])
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
          all.map(({ value, interval, analytic, observed, prevalence, n }) =>
            [value, ...(interval ?? []), ...(analytic ?? []), observed, prevalence, n].map((one) =>
              one === null ? 'none' : round(one),
            ),
          );
        expect(tell(after)).toEqual(tell(before));
      }),
      { numRuns: 15 },
    );
  });
});
