import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describePage, turnPage } from '../../../../src/review/page/views/lists/turn-page.js';

describe('a page of a long list', () => {
  it('is the stretch that its number says', () => {
    const list = Array.from({ length: 120 }, (_, index) => index);
    expect(turnPage(list, 1, 50)).toMatchObject({ from: 50, to: 100, pages: 3, items: list.slice(50, 100) });
  });

  it('pages together give the list, in order and whole', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer(), { maxLength: 300 }),
        fc.integer({ min: 1, max: 60 }),
        (list, size) => {
          const { pages } = turnPage(list, 0, size);
          const all = Array.from({ length: pages }, (_, page) => turnPage(list, page, size).items).flat();
          expect(all).toEqual(list);
        },
      ),
    );
  });

  it('is the nearest there is where the number is past either end', () => {
    expect(turnPage([1, 2, 3], 9, 2)).toMatchObject({ page: 1, items: [3] });
    expect(turnPage([1, 2, 3], -4, 2)).toMatchObject({ page: 0, items: [1, 2] });
  });

  it('says where it stands, and that an empty list has nothing', () => {
    expect(describePage(turnPage(new Array(3204).fill(0), 1, 50))).toBe('51 to 100 of 3,204');
    expect(describePage(turnPage([], 0, 50))).toBe('none');
  });
});
