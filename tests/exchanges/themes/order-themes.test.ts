import { describe, expect, it } from 'vitest';
import { nameOnly } from '../../../src/exchanges/marked/marked-reading.js';
import { orderThemes } from '../../../src/exchanges/themes/order-themes.js';

const theme = (key: string, parent: string | null) => ({ ...nameOnly(key, key), parent });

describe('the order of themes', () => {
  it('has parents before their children, and no parent that is not there or leads back', () => {
    const given = [theme('a', 'c'), theme('b', 'gone'), theme('c', 'd'), theme('d', 'c'), theme('e', 'e')];
    expect(orderThemes(given).map(({ key, parent }) => [key, parent])).toEqual([
      ['d', null],
      ['c', 'd'],
      ['a', 'c'],
      ['b', null],
      ['e', null],
    ]);
  });

  it('nests a hundred deep at most, however long the chain is, and loses no theme', () => {
    const size = 50_000;
    const given = Array.from({ length: size }, (_, n) => theme(`${n}`, n + 1 < size ? `${n + 1}` : null));
    const ordered = orderThemes(given);
    expect(ordered).toHaveLength(size);
    const depths = new Map<string, number>();
    for (const { key, parent } of ordered)
      depths.set(key, parent === null ? 1 : (depths.get(parent) ?? Number.NaN) + 1);
    expect(Math.max(...depths.values())).toBe(100);
  });
});
