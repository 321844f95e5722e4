import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proposeStretches } from '../../src/text/propose-stretches.js';

const numbers = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 2, maxLength: 40 });

describe('the stretches proposed for a passage', () => {
  it('hold a copy of it wherever there is one', () => {
    fc.assert(
      fc.property(
        fc.array(numbers, { minLength: 1, maxLength: 6 }),
        numbers,
        fc.nat(),
        (texts, passage, at) => {
          const number = at % texts.length;
          const planted = texts.with(number, [...(texts[number] ?? []), ...passage, ...(texts[0] ?? [])]);
          const wanted = { words: Uint32Array.from(passage), reach: passage.length + 4 };
          const [stretches = []] = proposeStretches(
            [wanted],
            planted.map((text) => Uint32Array.from(text)),
          );
          const holds = stretches.some(({ text, words }) =>
            ` ${(planted[text] ?? []).slice(words.start, words.end).join(' ')} `.includes(
              ` ${passage.join(' ')} `,
            ),
          );
          expect(holds).toBe(true);
        },
      ),
    );
  });

  it('hold a whole copy that stands right behind a copy of its end', () => {
    const copy = [1, 2, 3, 4, 5, 6, 7, 8];
    const text = Uint32Array.from([20, 21, ...copy.slice(2), 22, 23, ...copy, 24]);
    const [stretches = []] = proposeStretches([{ words: Uint32Array.from(copy), reach: 14 }], [text]);
    const cuts = stretches.map(({ words }) => [...text.slice(words.start, words.end)].join(' '));
    expect(cuts.some((cut) => cut.includes(copy.join(' ')))).toBe(true);
  });

  it('lie inside their texts', () => {
    fc.assert(
      fc.property(
        fc.array(numbers, { maxLength: 6 }),
        fc.array(numbers, { maxLength: 4 }),
        (texts, passages) => {
          const wanted = passages.map((words) => ({
            words: Uint32Array.from(words),
            reach: words.length + 2,
          }));
          const proposed = proposeStretches(
            wanted,
            texts.map((text) => Uint32Array.from(text)),
          );
          expect(proposed).toHaveLength(passages.length);
          for (const { text, words } of proposed.flat()) {
            expect(words.start).toBeGreaterThanOrEqual(0);
            expect(words.start).toBeLessThan(words.end);
            expect(words.end).toBeLessThanOrEqual(texts[text]?.length ?? -1);
          }
        },
      ),
    );
  });

  it('are in the texts of those who are named, however many others say the same', () => {
    const texts = Array.from({ length: 200 }, () => Uint32Array.from([1, 2, 3, 4]));
    const wanted = { words: Uint32Array.from([1, 2, 3, 4]), reach: 6, preferred: new Set([180]) };
    const [stretches = []] = proposeStretches([wanted], texts);
    expect(stretches.map(({ text }) => text)).toContain(180);
  });
});
