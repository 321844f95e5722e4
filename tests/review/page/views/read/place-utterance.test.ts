import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  groupByUtterance,
  placeUtterance,
} from '../../../../../src/review/page/views/read/place-utterance.js';

const lengths = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 20 });
function makeUtterances(list: readonly number[]) {
  let at = 0;
  return list.map((length) => {
    const span = { start: at, end: at + length };
    at += length + 1;
    return { span };
  });
}

describe('places of utterances', () => {
  it('finds the utterance of every character', () => {
    fc.assert(
      fc.property(lengths, (list) => {
        makeUtterances(list).forEach(({ span }, place, all) => {
          expect(placeUtterance(all, span.start)).toBe(place);
          expect(placeUtterance(all, span.end - 1)).toBe(place);
        });
      }),
    );
  });

  it('puts a stretch under each utterance that it touches, and no other', () => {
    fc.assert(
      fc.property(lengths, fc.nat({ max: 400 }), fc.integer({ min: 1, max: 80 }), (list, start, length) => {
        const utterances = makeUtterances(list);
        const groups = groupByUtterance(utterances, [{ start, end: start + length }]);
        const touched = utterances.flatMap(({ span }, place) =>
          span.start < start + length && span.end > start ? [place] : [],
        );
        expect([...groups.keys()]).toEqual(touched);
      }),
    );
  });
});
