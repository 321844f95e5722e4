import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cutBlocks,
  findBlockAt,
  findBlockOf,
  findWindow,
  guessHeights,
  sumHeights,
} from '../../../../../src/review/page/views/read/lay-blocks.js';

function makeUtterances(lengths: readonly number[]) {
  let at = 0;
  return lengths.map((length) => {
    const span = { start: at, end: at + length };
    at += length + 1;
    return { span };
  });
}

const lengths = fc.array(fc.nat({ max: 900 }), { minLength: 1, maxLength: 60 });
const heights = fc
  .array(fc.float({ min: 1, max: 4000, noNaN: true }), { minLength: 1, maxLength: 40 })
  .map((list) => Float64Array.from(list));

describe('blocks of utterances', () => {
  it('holds each utterance once and in order', () => {
    fc.assert(
      fc.property(lengths, fc.integer({ min: 1, max: 2000 }), (list, chars) => {
        const blocks = cutBlocks(makeUtterances(list), chars);
        expect(blocks[0]?.from).toBe(0);
        expect(blocks.at(-1)?.to).toBe(list.length);
        blocks.forEach(({ from, to }, place) => {
          expect(to).toBeGreaterThan(from);
          expect(from).toBe(place === 0 ? 0 : blocks[place - 1]?.to);
        });
      }),
    );
  });

  it('gives an utterance that is longer than a block one of its own', () => {
    expect(cutBlocks(makeUtterances([10, 500, 10]), 100)).toEqual([
      { from: 0, to: 1 },
      { from: 1, to: 2 },
      { from: 2, to: 3 },
    ]);
  });

  it('has no blocks where there are no utterances', () => {
    expect(cutBlocks([])).toEqual([]);
    expect(findWindow(sumHeights(new Float64Array(0)), { from: 0, to: 900, margin: 0 })).toEqual({
      from: 0,
      to: 0,
    });
  });

  it('finds the block of every utterance', () => {
    fc.assert(
      fc.property(lengths, (list) => {
        const blocks = cutBlocks(makeUtterances(list), 500);
        list.forEach((_, utterance) => {
          const block = blocks[findBlockOf(blocks, utterance)];
          expect(block !== undefined && utterance >= block.from && utterance < block.to).toBe(true);
        });
      }),
    );
  });

  it('guesses a line for every 70 characters begun, and a gap after each utterance', () => {
    const utterances = makeUtterances([1, 70, 71]);
    const guessed = guessHeights(cutBlocks(utterances), utterances, {
      charsPerLine: 70,
      lineHeight: 30,
      gap: 10,
    });
    expect([...guessed]).toEqual([(1 + 1 + 2) * 30 + 3 * 10]);
  });
});

describe('the window of a long list', () => {
  it('finds the block under every point', () => {
    fc.assert(
      fc.property(heights, fc.double({ min: 0, max: 1, noNaN: true }), (list, share) => {
        const tops = sumHeights(list);
        const y = share * (tops.at(-1) ?? 0) * 0.999;
        const place = findBlockAt(tops, y);
        expect(tops[place]).toBeLessThanOrEqual(y);
        expect(tops[place + 1]).toBeGreaterThan(y);
      }),
    );
  });

  it('draws every block that is on the screen, and never none', () => {
    fc.assert(
      fc.property(heights, fc.double({ min: -2000, max: 90_000, noNaN: true }), (list, from) => {
        const tops = sumHeights(list);
        const drawn = findWindow(tops, { from, to: from + 800, margin: 200 });
        expect(drawn.to).toBeGreaterThan(drawn.from);
        for (let place = 0; place < list.length; place += 1) {
          const isSeen = (tops[place] ?? 0) < from + 800 && (tops[place + 1] ?? 0) > from;
          if (isSeen) expect(place >= drawn.from && place < drawn.to).toBe(true);
        }
      }),
    );
  });

  it('draws a few blocks of many', () => {
    const tops = sumHeights(new Float64Array(1000).fill(1000));
    expect(findWindow(tops, { from: 500_000, to: 501_000, margin: 1500 })).toEqual({ from: 498, to: 503 });
  });
});
