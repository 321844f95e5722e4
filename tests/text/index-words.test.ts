import { describe, expect, it } from 'vitest';
import { countSharedWords, indexWords } from '../../src/text/index-words.js';

describe('countSharedWords', () => {
  const index = indexWords(['the lamp went out, the lamp', 'the sea', '']);

  it('counts each different word of a passage once for each text', () => {
    expect(countSharedWords(index, 'the lamp, the sea and the lamp')).toEqual({
      shared: Uint32Array.of(2, 2, 0),
      words: 4,
    });
  });

  it('is not misled by words that objects are made of', () => {
    expect(countSharedWords(index, 'constructor __proto__').shared).toEqual(Uint32Array.of(0, 0, 0));
  });
});
