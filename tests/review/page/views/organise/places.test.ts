import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  describePlace,
  isSamePlace,
  liftTheme,
  locateTheme,
  placeAt,
  putTheme,
  stepPlace,
} from '../../../../../src/review/page/views/organise/places.js';
import {
  layTree,
  listChildren,
  nameTheme,
} from '../../../../../src/review/page/views/organise/theme-tree.js';
import { taxonomy } from './make-taxonomy.js';

const place = (dimension: string, parent: string | null, position: number) => ({
  dimension,
  parent,
  position,
});

function walk(id: string, keys: readonly string[]) {
  const theme = taxonomy.themes.find((each) => each.id === id);
  if (theme === undefined) throw new Error(`no theme ${id}`);
  const rest = liftTheme(taxonomy, id);
  return keys.reduce((at, pressed) => stepPlace(rest, at, pressed), locateTheme(taxonomy, theme));
}

describe('stepPlace', () => {
  it('goes past one sibling with up and down', () => {
    expect(walk('people', ['ArrowUp'])).toEqual(place('theme', null, 0));
    expect(walk('people', ['ArrowDown'])).toEqual(place('theme', null, 2));
  });

  it('goes into the sibling above with right, and out behind the parent with left', () => {
    expect(walk('people', ['ArrowRight'])).toEqual(place('theme', 'work', 2));
    expect(walk('evening', ['ArrowLeft'])).toEqual(place('theme', 'work', 2));
    expect(walk('work', ['ArrowRight'])).toEqual(place('theme', null, 0));
    expect(walk('work', ['ArrowLeft'])).toEqual(place('theme', null, 0));
  });

  it('leaves a parent at its ends, and goes over into the next dimension', () => {
    expect(walk('success', ['ArrowUp'])).toEqual(place('theme', null, 0));
    expect(walk('evening', ['ArrowDown'])).toEqual(place('theme', 'work', 2));
    expect(walk('Élan', ['ArrowDown'])).toEqual(place('voice', null, 0));
    expect(walk('fear', ['ArrowUp'])).toEqual(place('theme', null, 3));
    expect(walk('dream', ['ArrowDown', 'ArrowDown'])).toEqual(place('voice', null, 1));
  });

  it('always gives a place that exists outside the moved theme, and putting it there puts it there', () => {
    const keys = fc.array(fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'x'));
    const ids = fc.constantFrom(...taxonomy.themes.map((theme) => theme.id));
    fc.assert(
      fc.property(ids, keys, (id, pressed) => {
        const to = walk(id, pressed);
        const rest = liftTheme(taxonomy, id);
        const room = listChildren(rest.themes, to.dimension, to.parent).length;
        expect(to.position).toBeGreaterThanOrEqual(0);
        expect(to.position).toBeLessThanOrEqual(room);
        if (to.parent !== null) expect(rest.themes.map((theme) => theme.id)).toContain(to.parent);
        const put = putTheme(taxonomy, id, to);
        const moved = put.themes.find((theme) => theme.id === id);
        expect(put.themes).toHaveLength(taxonomy.themes.length);
        expect(moved !== undefined && isSamePlace(locateTheme(put, moved), to)).toBe(true);
      }),
    );
  });
});

describe('placeAt', () => {
  const rest = liftTheme(taxonomy, 'people');
  const rows = layTree(taxonomy, new Set());
  const over = (id: string, share: number) => {
    const row = rows.find((each) => each.key === nameTheme(id));
    return row === undefined ? undefined : placeAt(rest, row, share);
  };

  it('is before, inside or behind a line by how far down the pointer is', () => {
    expect(over('fear', 0.1)).toEqual(place('voice', null, 0));
    expect(over('fear', 0.5)).toEqual(place('voice', 'fear', 0));
    expect(over('fear', 0.9)).toEqual(place('voice', null, 1));
  });

  it('is first inside an open theme at its lower edge, where the eye expects it', () => {
    expect(over('work', 0.9)).toEqual(place('theme', 'work', 0));
    expect(over('work', 0.5)).toEqual(place('theme', 'work', 2));
  });

  it('is nowhere over the moved theme itself or below it', () => {
    expect(over('people', 0.5)).toBeUndefined();
    const inside = rows.find((row) => row.key === nameTheme('evening'));
    expect(inside && placeAt(liftTheme(taxonomy, 'work'), inside, 0.5)).toBeUndefined();
  });

  it('is the top of a dimension over its line', () => {
    const voice = rows.find((row) => row.label === 'Voice');
    expect(voice && placeAt(rest, voice, 0.9)).toEqual(place('voice', null, 0));
  });
});

it('says a place in words', () => {
  const rest = liftTheme(taxonomy, 'people');
  expect(describePlace(rest, place('voice', null, 1))).toBe('in “Voice”, after “fear”');
  expect(describePlace(rest, place('voice', null, 0))).toBe('in “Voice”, before “fear”');
  expect(describePlace(rest, place('theme', 'Élan', 0))).toBe('under “Élan”, alone');
});

it('moves a theme with all below it into another dimension', () => {
  const put = putTheme(taxonomy, 'work', place('voice', 'fear', 0));
  const work = put.themes.find((theme) => theme.id === 'work');
  const evening = put.themes.find((theme) => theme.id === 'evening');
  expect(work).toMatchObject({ dimension: 'voice', parent: 'fear' });
  expect(evening).toMatchObject({ dimension: 'voice', parent: 'balance' });
});
