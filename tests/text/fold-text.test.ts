import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitsPair } from '../../src/text/cut-surroundings.js';
import { foldOffset, foldText, unfoldSpan } from '../../src/text/fold-text.js';

describe('foldText', () => {
  it.each([
    ['runs of white space become one space', 'so  it \n\t went', 'so it went'],
    ['quote marks and apostrophes become straight', '“It’s” ‹›', '"it\'s" ‹›'],
    ['dashes become hyphens', 'a – b — c', 'a - b - c'],
    ['an ellipsis becomes three dots', 'and… then', 'and... then'],
    ['case is folded', 'ÅSE Went', 'åse went'],
  ])('%s', (_, text, folded) => {
    expect(foldText(text).folded).toBe(folded);
  });

  it('maps each folded unit to the character that it came from', () => {
    expect([...foldText('a…b').offsets]).toEqual([0, 1, 1, 1, 2, 3]);
    expect([...foldText('İx').offsets]).toEqual([0, 0, 1, 2]);
    expect([...foldText('a \n b').offsets]).toEqual([0, 1, 4, 5]);
  });

  it('is the same when folded again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { folded } = foldText(text);
        expect(foldText(folded).folded).toBe(folded);
      }),
    );
  });

  it('gives ascending offsets, one for each unit and one for the end, of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { folded, offsets } = foldText(text);
        expect(offsets.length).toBe(folded.length + 1);
        expect(offsets.at(-1)).toBe(text.length);
        expect(offsets.every((offset, at) => at === 0 || offset >= (offsets[at - 1] ?? 0))).toBe(true);
        expect(offsets.some((offset) => splitsPair(text, offset))).toBe(false);
      }),
    );
  });
});

describe('unfoldSpan', () => {
  const someSpan = fc.tuple(fc.string({ unit: 'binary', minLength: 1 }), fc.nat(), fc.nat());

  it('gives a span whose words fold to those that were asked for', () => {
    fc.assert(
      fc.property(someSpan, ([text, one, other]) => {
        const folded = foldText(text);
        const length = folded.folded.length;
        const start = Math.min(one % length, other % length);
        const end = Math.max(one % length, other % length) + 1;
        const span = unfoldSpan(text, folded, { start, end });
        const words = text.slice(span.start, span.end);
        expect(splitsPair(text, span.start) || splitsPair(text, span.end)).toBe(false);
        expect(foldText(words).folded).toContain(folded.folded.slice(start, end).trimEnd());
      }),
    );
  });

  it('takes a character whole that only half lies inside', () => {
    expect(unfoldSpan('wait…', foldText('wait…'), { start: 0, end: 5 })).toEqual({ start: 0, end: 5 });
  });
});

describe('foldOffset', () => {
  it('finds the first unit at or after an offset of the original', () => {
    const folded = foldText('a  …  b');
    expect([0, 1, 2, 3, 4, 6, 7].map((offset) => foldOffset(folded, offset))).toEqual([0, 1, 2, 2, 5, 6, 7]);
  });
});
