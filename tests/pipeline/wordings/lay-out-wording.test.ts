import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOutWording } from '../../../src/pipeline/wordings/lay-out-wording.js';

const squeeze = (text: string) => text.replace(/\s+/gu, '');
const word = fc.constantFrom('fog', 'Lamp', 'not', '[…]', '[old]', 'boat,', '…', '“so”', 'né', '🛶', '.', '');
const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));

describe('a wording beside what was said', () => {
  it('loses nothing on either side', () => {
    fc.assert(
      fc.property(text, text, (wording, exact) => {
        const pieces = layOutWording(wording, exact);
        const join = (side: 'published' | 'said') => squeeze(pieces.map((piece) => piece[side]).join(''));
        const letters = (each: string) => each.replace(/[^\p{L}\p{N}]/gu, '');
        expect(letters(join('published'))).toBe(letters(squeeze(wording)));
        expect(letters(join('said'))).toBe(letters(squeeze(exact)));
      }),
    );
  });

  it('is one same piece where nothing was edited', () => {
    fc.assert(
      fc.property(text, (exact) => {
        expect(layOutWording(exact, exact)).toEqual([{ kind: 'same', published: exact, said: exact }]);
      }),
    );
  });

  it('keeps the signs at both ends of what is the same', () => {
    expect(layOutWording('“fog and rain!”', '“Fog and rain!”')).toEqual([
      { kind: 'same', published: '“fog and rain!”', said: '“Fog and rain!”' },
    ]);
  });
});
