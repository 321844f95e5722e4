import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coefficients } from '../../../src/coefficients/index.js';
import type { MarkedText } from '../../../src/coefficients/sections/measure-marks.js';
import { prepareCharacters, readCover } from '../../../src/pipeline/agreement/tabulate-characters.js';
import { buildTable } from '../../coefficients/build-table.js';

const LENGTH = 30;
const spans = fc.array(
  fc
    .tuple(fc.nat({ max: LENGTH - 1 }), fc.nat({ max: 12 }))
    .map(([start, length]) => ({ start, end: Math.min(LENGTH, start + length) })),
  { maxLength: 5 },
);
const texts = fc.array(fc.record({ length: fc.constant(LENGTH), byCoder: fc.tuple(spans, spans, spans) }), {
  minLength: 1,
  maxLength: 4,
});

/** Every character as a row of its own. */
const listCharacters = (marked: readonly MarkedText[]) =>
  marked.flatMap(({ length, byCoder }) =>
    Array.from({ length }, (_, at) =>
      byCoder.map((own) => (own.some(({ start, end }) => start <= at && at < end) ? 1 : 0)),
    ),
  );

describe('prepareCharacters', () => {
  it('gives every coefficient the value that it has character by character', () => {
    fc.assert(
      fc.property(texts, (marked) => {
        const table = prepareCharacters(marked, 3)(new Float64Array(marked.length).fill(1));
        const plain = buildTable(listCharacters(marked), 2);
        expect(readCover(table).n).toBe(marked.length * LENGTH);
        for (const coefficient of coefficients) {
          const [one, other] = [coefficient.rate(table), coefficient.rate(plain)];
          expect('value' in one).toBe('value' in other);
          if ('value' in one && 'value' in other) expect(one.value).toBeCloseTo(other.value, 9);
        }
      }),
    );
  });

  it('counts a text as often as it is drawn', () => {
    const marked = [
      { length: 10, byCoder: [[{ start: 0, end: 4 }], [{ start: 2, end: 6 }]] },
      { length: 7, byCoder: [[], [{ start: 0, end: 7 }]] },
    ];
    const cover = readCover(prepareCharacters(marked, 2)(Float64Array.from([3, 0])));
    // Alike are 2 characters that both marked and 4 that nobody did.
    expect(cover).toEqual({ n: 30, observed: expect.closeTo(0.6, 12), prevalence: expect.closeTo(0.4, 12) });
  });

  it('of no text has no figures', () => {
    expect(readCover(prepareCharacters([], 2)(new Float64Array(0)))).toEqual({
      observed: null,
      prevalence: null,
      n: 0,
    });
  });
});
