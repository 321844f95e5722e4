import { describe, expect, it } from 'vitest';
import { holdsQuoteLines, readQuoteLines } from '../../src/exchanges/json-lines/read-json-lines.js';

const file = (...lines: readonly string[]) => ({
  name: 'a.jsonl',
  bytes: new TextEncoder().encode(lines.map((line) => `${line}\n`).join('')),
});
const quote = (more: object = {}) =>
  JSON.stringify({ id: 'q_1', transcript: 'P01', start: 4, end: 9, exact: 'Long.', decisions: [], ...more });

describe('JSON lines of quotes', () => {
  it('are told from transcripts in JSON lines', () => {
    expect(holdsQuoteLines(file(quote()))).toBe(true);
    expect(holdsQuoteLines(file('{"speaker":"P01","text":"Long."}'))).toBe(false);
    expect(holdsQuoteLines(file('no JSON'))).toBe(false);
    expect(holdsQuoteLines(file())).toBe(false);
  });

  it('say who decided what, for a theme, against it, or that it does not apply', () => {
    const decisions = [
      {
        theme: 'sleep',
        coder: 'ana',
        applies: true,
        contradicts: true,
        at: '2026-04-02T09:14:20Z',
        note: 'n',
      },
      { theme: 'pay', coder: 'ben', applies: false, contradicts: true, at: null },
    ];
    const { passages, themes, coders } = readQuoteLines(
      file(quote({ decisions, important: true, by: 'cy' })),
    );
    expect(passages).toMatchObject([
      { words: 'Long.', near: 4, source: 'P01', coder: 'cy', own: { id: 'q_1', important: true } },
    ]);
    expect(passages[0]?.decisions).toEqual([
      {
        theme: 'sleep',
        coder: 'ana',
        applies: true,
        contradicts: true,
        at: '2026-04-02T09:14:20Z',
        note: 'n',
      },
      { theme: 'pay', coder: 'ben', applies: false },
    ]);
    expect(themes.map(({ id }) => id)).toEqual(['sleep', 'pay']);
    expect(coders.map(({ name }) => name)).toEqual(['cy', 'ana', 'ben']);
  });

  it.each([
    ['a line that is cut off', quote().slice(0, 20)],
    ['a list', '[1]'],
    ['a quote without words', quote({ exact: '' })],
    ['a quote without a transcript', quote({ transcript: 7 })],
    ['decisions that are no list', quote({ decisions: 'sleep' })],
  ])('leave %s and count it', (_what, line) => {
    const { passages, losses } = readQuoteLines(file(quote(), line));
    expect(passages).toHaveLength(1);
    expect(losses).toMatchObject([{ element: 'line', count: 1, isLeft: true }]);
  });

  it('leave a decision that names nobody, no theme, or nothing that was said', () => {
    const odd = [null, 'sleep', { theme: 'sleep' }, { theme: 'sleep', coder: 'ana', applies: 'yes' }];
    expect(readQuoteLines(file(quote({ decisions: odd }))).passages[0]?.decisions).toEqual([]);
  });

  it('are refused where they are no UTF-8', () => {
    const bytes = Uint8Array.of(...file(quote()).bytes, 0xff);
    expect(() => readQuoteLines({ name: 'a.jsonl', bytes })).toThrow(
      expect.objectContaining({ code: 'json-syntax' }),
    );
  });
});
