import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stackNotes } from '../../../../../src/review/page/views/read/stack-notes.js';

it('puts each note where it belongs when there is room', () => {
  expect(
    stackNotes(
      [
        { top: 0, height: 20 },
        { top: 100, height: 20 },
      ],
      4,
    ),
  ).toEqual([0, 100]);
});

it('puts no note over another and none above its place', () => {
  const wishes = fc.array(fc.record({ top: fc.nat({ max: 300 }), height: fc.integer({ min: 1, max: 60 }) }));
  fc.assert(
    fc.property(wishes, (list) => {
      const tops = stackNotes(list, 4);
      tops.forEach((top, place) => {
        expect(top).toBeGreaterThanOrEqual(list[place]?.top ?? 0);
        const above = tops[place - 1];
        if (above !== undefined)
          expect(top).toBeGreaterThanOrEqual(above + (list[place - 1]?.height ?? 0) + 4);
      });
    }),
  );
});
