import { describe, expect, it } from 'vitest';
import { groupKeys, sayKey, splitKey } from '../../../../src/review/page/views/help/show-key.js';
import { words } from '../../../../src/review/page/views/help/words.js';

describe('a key in the help', () => {
  it.each([
    ['j', false, ['j']],
    ['J', false, ['J']],
    ['?', false, ['?']],
    ['Mod+Shift+z', false, ['Ctrl', 'Shift', 'Z']],
    ['Mod+z', true, ['⌘', 'Z']],
    ['Shift+ArrowRight', false, ['Shift', '→']],
    ['+', false, ['+']],
    ['Mod++', false, ['Ctrl', '+']],
  ])('%j is printed as it stands on the keyboard', (key, isMac, caps) => {
    expect(splitKey(key, isMac)).toEqual(caps);
  });

  it('is read out by its name', () => {
    expect(sayKey(['Shift', '→'])).toBe('Shift right');
  });
});

describe('the list of keys', () => {
  it('has one line for what several keys do, and one group for a scope', () => {
    const groups = groupKeys([
      { scope: 'Compare', keys: [{ key: 'j', does: 'Next' }] },
      {
        scope: 'Compare',
        keys: [
          { key: 'ArrowDown', does: 'Next' },
          { key: 'j', does: 'Next' },
        ],
      },
      { scope: 'Everywhere', keys: [{ key: '?', does: 'Help' }] },
    ]);
    expect(groups).toEqual([
      { scope: 'Compare', lines: [{ does: 'Next', keys: ['j', 'ArrowDown'] }] },
      { scope: 'Everywhere', lines: [{ does: 'Help', keys: ['?'] }] },
    ]);
  });
});

describe('the words of the product', () => {
  it('are explained once each, in a sentence', () => {
    expect(new Set(words.map(({ word }) => word)).size).toBe(words.length);
    for (const { says } of words) expect(says).toMatch(/^[A-Z].*\.$/u);
  });
});
