import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readColour } from '../../src/text/read-colour.js';

describe('the colour of a mark', () => {
  it.each([
    ['yellow', '#ffff00'],
    ['FFFF00', '#ffff00'],
    ['#ff0', '#ffff00'],
    [' rgb(255, 255, 0) ', '#ffff00'],
    ['rgba(198, 224, 180, 0.5)', '#c6e0b4'],
    ['C6E0B4', '#c6e0b4'],
    ['#C6E0B4FF', '#c6e0b4'],
    ['darkYellow', '#808000'],
  ])('%s is one whichever way it is written', (written, colour) => {
    expect(readColour(written)).toBe(colour);
  });

  it('is that of the marker, also where a program writes another shade of it', () => {
    expect(readColour('#000080')).toBe(readColour('darkBlue'));
    expect(readColour('#008000')).toBe(readColour('darkGreen'));
  });

  it.each(['none', 'auto', 'transparent', 'white', '#fff', 'FFFFFF', '000000', 'yelow', '', 'url(x.png)'])(
    'is none where it says "%s"',
    (written) => {
      expect(readColour(written)).toBeUndefined();
    },
  );

  it('reads its own form as itself', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), fc.integer({ min: 0, max: 0xffffff }), (text, value) => {
        for (const written of [text, `#${value.toString(16).padStart(6, '0')}`]) {
          const colour = readColour(written);
          if (colour !== undefined) expect(readColour(colour)).toBe(colour);
        }
      }),
    );
  });
});
