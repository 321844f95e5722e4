import { describe, expect, it } from 'vitest';
import {
  gatherBranch,
  layTree,
  nameDimension,
  nameTheme,
} from '../../../../../src/review/page/views/organise/theme-tree.js';
import {
  findTyped,
  openTowards,
  stepTree,
} from '../../../../../src/review/page/views/organise/tree-steps.js';
import { taxonomy } from './make-taxonomy.js';

const all = layTree(taxonomy, new Set());
const key = nameTheme;

describe('layTree', () => {
  it('lists every theme below its parent, with the level and place that ARIA wants', () => {
    expect(all.map((row) => `${row.level}.${row.place}/${row.siblings} ${row.label}`)).toEqual([
      '1.1/2 Themes',
      '2.1/3 work',
      '3.1/2 success',
      '3.2/2 balance',
      '4.1/1 evening',
      '2.2/3 people',
      '2.3/3 Élan',
      '1.2/2 Voice',
      '2.1/2 fear',
      '2.2/2 dream',
    ]);
  });

  it('leaves out what lies inside closed lines', () => {
    const rows = layTree(taxonomy, new Set([key('work'), nameDimension('voice')]));
    expect(rows.map((row) => row.label)).toEqual(['Themes', 'work', 'people', 'Élan', 'Voice']);
    expect(rows.find((row) => row.label === 'work')).toMatchObject({ hasChildren: true, isOpen: false });
  });

  it('shows a dimension that has no themes yet, and never calls it open', () => {
    const rows = layTree({ dimensions: [{ id: 'd', label: 'D' }], themes: [] }, new Set());
    expect(rows).toMatchObject([{ label: 'D', hasChildren: false, isOpen: false }]);
  });

  it('ends for themes whose parents go round in a circle', () => {
    const a = taxonomy.themes[0];
    if (a === undefined) throw new Error('the sample has themes');
    const themes = [
      { ...a, id: 'a', parent: 'b' },
      { ...a, id: 'b', parent: 'a' },
    ];
    expect(layTree({ ...taxonomy, themes }, new Set()).map((row) => row.label)).toEqual(['Themes', 'Voice']);
    expect([...gatherBranch(themes, 'a')].toSorted()).toEqual(['a', 'b']);
  });
});

describe('stepTree', () => {
  const step = (focus: string, pressed: string, closed: readonly string[] = []) => {
    const stand = { focus, closed: new Set(closed) };
    return stepTree(layTree(taxonomy, stand.closed), stand, pressed);
  };

  it('goes up and down over the visible lines, and stays at the ends', () => {
    expect(step(key('work'), 'ArrowDown')?.focus).toBe(key('success'));
    expect(step(key('work'), 'ArrowDown', [key('work')])?.focus).toBe(key('people'));
    expect(step(nameDimension('theme'), 'ArrowUp')?.focus).toBe(nameDimension('theme'));
    expect(step(key('dream'), 'ArrowDown')?.focus).toBe(key('dream'));
    expect(step(key('people'), 'Home')?.focus).toBe(nameDimension('theme'));
    expect(step(key('people'), 'End')?.focus).toBe(key('dream'));
  });

  it('opens with right before it goes in, and closes with left before it goes out', () => {
    const opened = step(key('work'), 'ArrowRight', [key('work')]);
    expect(opened).toEqual({ focus: key('work'), closed: new Set() });
    expect(step(key('work'), 'ArrowRight')?.focus).toBe(key('success'));
    expect(step(key('balance'), 'ArrowLeft')?.closed).toEqual(new Set([key('balance')]));
    expect(step(key('success'), 'ArrowLeft')?.focus).toBe(key('work'));
  });

  it('opens all siblings with a star, and leaves other keys to others', () => {
    const stand = step(key('success'), '*', [key('balance'), nameDimension('voice')]);
    expect(stand?.closed).toEqual(new Set([nameDimension('voice')]));
    expect(step(key('success'), 'q')).toBeUndefined();
  });

  it('begins at the top when the line it stood on is gone', () => {
    expect(step(key('no such'), 'ArrowDown')?.focus).toBe(key('work'));
  });
});

describe('findTyped', () => {
  it('finds the next line by its first letters, whatever the accents and case, and goes round', () => {
    expect(findTyped(all, key('work'), 'el')?.label).toBe('Élan');
    expect(findTyped(all, key('Élan'), 'W')?.label).toBe('work');
    expect(findTyped(all, key('work'), 'zz')).toBeUndefined();
    expect(findTyped(all, key('work'), '')).toBeUndefined();
  });

  it('goes on with one letter typed again, and stays where more letters still fit', () => {
    expect(findTyped(all, key('work'), 'e')?.label).toBe('evening');
    expect(findTyped(all, key('evening'), 'ee')?.label).toBe('Élan');
    expect(findTyped(all, key('evening'), 'ev')?.label).toBe('evening');
  });
});

it('opens the lines above a theme so that it can be shown', () => {
  expect(openTowards(new Set(['a', 'b', 'c']), ['a', 'c'])).toEqual(new Set(['b']));
});
