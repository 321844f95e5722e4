import { describe, expect, it } from 'vitest';
import { codebook } from '../../src/reporting/codebook.js';
import { gardenInput } from './sample-inputs.js';

describe('the codebook', () => {
  it('gives every theme of every dimension in the order of the taxonomy, with rules and counts', () => {
    expect(codebook.build(gardenInput)).toMatchObject({
      dimensions: [
        {
          id: 'theme',
          themes: [
            {
              number: '1',
              id: 'carrying',
              keywords: ['keys', 'alone', 'hand* over', '"on my own"'],
              quotes: 8,
            },
            { number: '1.1', id: 'handing-over', under: 'Carrying the garden alone', withSubThemes: false },
            { number: '2', id: 'neighbours', quotes: 3, disputed: 1 },
            { number: '3', id: 'worth', exclude: 'Money for tools.' },
          ],
        },
        {
          id: 'voice',
          themes: [
            { id: 'dream', quotes: 3 },
            { id: 'fear', quotes: 3 },
            { id: 'pain-point' },
            { id: 'obstacle' },
          ],
        },
      ],
    });
  });
});
