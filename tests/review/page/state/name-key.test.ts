import { describe, expect, it } from 'vitest';
import { isSingleCharacter, nameKey, type Stroke } from '../../../../src/review/page/state/name-key.js';

const stroke = (key: string, held: Partial<Stroke> = {}): Stroke => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe('names of keys', () => {
  it('calls Ctrl and Cmd by one name', () => {
    expect(nameKey(stroke('z', { ctrlKey: true }))).toBe('Mod+z');
    expect(nameKey(stroke('z', { metaKey: true }))).toBe('Mod+z');
    expect(nameKey(stroke('Z', { ctrlKey: true, shiftKey: true }))).toBe('Mod+Shift+z');
  });

  it('leaves Shift out where it makes another character, and names it beside other keys', () => {
    expect(nameKey(stroke('?', { shiftKey: true }))).toBe('?');
    expect(nameKey(stroke('ArrowRight', { shiftKey: true }))).toBe('Shift+ArrowRight');
    expect(nameKey(stroke(' '))).toBe('Space');
  });

  it('knows which keys speech input may strike by chance', () => {
    expect(['j', '?', 'Enter', 'Mod+z'].map(isSingleCharacter)).toEqual([true, true, false, false]);
  });
});
