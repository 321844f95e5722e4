import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  keepOrder,
  moveTo,
  placeAmong,
  stepOrder,
} from '../../../../../src/review/page/views/board/ordering.js';

describe('moveTo', () => {
  it('puts one at another place, counted without it', () => {
    expect(moveTo(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c']);
    expect(moveTo(['a', 'b', 'c'], 'c', 0)).toEqual(['c', 'a', 'b']);
    expect(moveTo(['a', 'b', 'c'], 'a', 99)).toEqual(['b', 'c', 'a']);
    expect(moveTo(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c']);
    expect(moveTo(['a'], 'x', 0)).toEqual(['a']);
  });

  it('keeps every id and the order of the others', () => {
    const ids = fc.uniqueArray(fc.string(), { minLength: 1 });
    fc.assert(
      fc.property(ids, fc.nat(), fc.integer(), (list, pick, to) => {
        const id = list[pick % list.length] ?? '';
        const moved = moveTo(list, id, to);
        const without = (each: readonly string[]) => each.filter((other) => other !== id);
        expect(without(moved)).toEqual(without(list));
        expect(moved.toSorted()).toEqual(list.toSorted());
      }),
    );
  });
});

it('moves by one, to the top and to the end with keys, and never out of the list', () => {
  expect(stepOrder(0, 3, 'ArrowUp')).toBe(0);
  expect(stepOrder(0, 3, 'ArrowDown')).toBe(1);
  expect(stepOrder(2, 3, 'ArrowDown')).toBe(2);
  expect(stepOrder(2, 3, 'Home')).toBe(0);
  expect(stepOrder(0, 3, 'End')).toBe(2);
  expect(stepOrder(1, 3, 'x')).toBe(1);
});

it('keeps the order made here while the server catches up: new quotes come behind, gone ones go', () => {
  const quotes = ['a', 'b', 'new'].map((id) => ({ id }));
  expect(keepOrder(quotes, ['b', 'gone', 'a']).map((quote) => quote.id)).toEqual(['b', 'a', 'new']);
});

it('finds the place of a dragged card by the middles of the others', () => {
  expect([0, 15, 25, 99].map((height) => placeAmong([10, 20, 30], height))).toEqual([0, 1, 2, 3]);
});
