import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settlePlaces } from '../../../src/exchanges/refi/settle-places.js';

const lineEnd = fc.constantFrom('\n', '\r\n');
const word = fc.oneof(
  fc.constantFrom('never', 'know', 'whether', 'doing', '😀', '👩‍👧', 'cafe\u0301', 'naïve', 'שלום', '𝒳'),
  fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 6 }),
);
const line = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '));

/** What a program counts: `mark` and `lineEnd` are positions of a byte order mark and of CRLF, `isWide` UTF-16 units. */
const counting = fc.record({
  mark: fc.constantFrom(0, 1),
  lineEnd: fc.constantFrom(1, 2),
  isWide: fc.boolean(),
  isClosed: fc.boolean(),
});
type Counting = Parameters<Parameters<typeof counting.map>[0]>[0];

/** The position of an offset into the raw text, as a program counts. */
function count(raw: string, offset: number, { mark, lineEnd: lines, isWide }: Counting): number {
  const before = raw.slice(0, offset).replace(/^\uFEFF/, mark === 1 ? 'x' : '');
  const unified = lines === 1 ? before.replaceAll('\r\n', '\n') : before;
  return isWide ? unified.length : [...unified].length;
}

const texts = fc
  .tuple(fc.array(line, { minLength: 1, maxLength: 12 }), lineEnd, fc.boolean())
  .map(([lines, end, isMarked]) => `${isMarked ? '\uFEFF' : ''}${lines.join(end)}`);
const unify = (text: string) => text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');

describe('the places of passages', () => {
  it('are those of their words, however a program counts line ends, emoji, byte order marks and ends', () => {
    const cuts = fc.array(fc.tuple(fc.nat(200), fc.integer({ min: 13, max: 60 })), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(
        texts,
        cuts,
        counting,
        fc.constantFrom('', 'ATLAS.ti 23', 'NVivo'),
        (raw, wanted, how, origin) => {
          const points = [...unify(raw)];
          const passages = wanted.flatMap(([from, length]) => {
            const words = points.slice(from % points.length, (from % points.length) + length).join('');
            const at = raw.indexOf(words.replaceAll('\n', raw.includes('\r\n') ? '\r\n' : '\n'));
            return words.trim().length < 12 || words !== words.trim() || at < 0 ? [] : [{ words, at }];
          });
          const given = passages.map(({ words, at }) => {
            const end = at + (raw.includes('\r\n') ? words.replaceAll('\n', '\r\n') : words).length;
            return {
              start: count(raw, at, how),
              end: count(raw, end, how) - (how.isClosed ? 1 : 0),
              name: words,
            };
          });
          const { text, places } = settlePlaces(raw, given, origin);
          expect(text).toBe(unify(raw));
          const found = places.map((place) =>
            text.slice(place?.start, place?.end).replace(/\s+/g, ' ').trim(),
          );
          expect(found).toEqual(passages.map(({ words }) => words.replace(/\s+/g, ' ')));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('are taken as they stand where names are labels that somebody chose', () => {
    const text = 'I never know whether I am doing a good job.\nAnd nobody says so.';
    const { places } = settlePlaces(
      text,
      [
        { start: 2, end: 12, name: 'line:1' },
        { start: 44, end: 63, name: '' },
      ],
      '',
    );
    expect(places).toEqual([
      { start: 2, end: 12, state: 'unnamed' },
      { start: 44, end: 63, state: 'unnamed' },
    ]);
  });

  it('are found again by words that were cut, and a name that stands nowhere is told from them', () => {
    const text = `${'So. '.repeat(20)}I never know whether I am doing a good job. ${'No. '.repeat(9)}`;
    const { places } = settlePlaces(
      text,
      [
        { start: 60, end: 103, name: 'I never know whether …' },
        { start: 80, end: 123, name: 'I never know whether...' },
        { start: 0, end: 3, name: 'Something else altogether' },
        { start: 500, end: 600, name: 'behind the end' },
      ],
      '',
    );
    expect(places).toEqual([
      { start: 80, end: 123, state: 'moved' },
      { start: 80, end: 123, state: 'verified' },
      { start: 0, end: 3, state: 'doubtful' },
      undefined,
    ]);
  });
});
