import type { ThemeView } from '../../../messages/study.js';
import { gatherBranch, listChildren, type Taxonomy, type TreeRow } from './theme-tree.js';

/** Where a theme may stand. `position` counts from 0 among the siblings there, the moved theme left out. */
export type Place = {
  readonly dimension: string;
  readonly parent: string | null;
  readonly position: number;
};

/** The taxonomy without a theme and all below it: what it can be put into. */
export function liftTheme(taxonomy: Taxonomy, id: string): Taxonomy {
  const branch = gatherBranch(taxonomy.themes, id);
  return { ...taxonomy, themes: taxonomy.themes.filter((theme) => !branch.has(theme.id)) };
}

/** Where a theme stands now. */
export function locateTheme(taxonomy: Taxonomy, theme: ThemeView): Place {
  const siblings = listChildren(taxonomy.themes, theme.dimension, theme.parent);
  const position = siblings.findIndex((sibling) => sibling.id === theme.id);
  return { dimension: theme.dimension, parent: theme.parent, position: Math.max(0, position) };
}

export function isSamePlace(a: Place, b: Place): boolean {
  return a.dimension === b.dimension && a.parent === b.parent && a.position === b.position;
}

/**
 * The next place that an arrow key leads to, in the taxonomy without the moved theme: up and down go past one sibling
 * or out of the parent and into the next dimension, right goes into the sibling above, left goes out behind the parent.
 */
export function stepPlace(rest: Taxonomy, place: Place, key: string): Place {
  switch (key) {
    case 'ArrowUp':
      if (place.position > 0) return { ...place, position: place.position - 1 };
      return place.parent === null ? stepDimension(rest, place, -1) : leaveParent(rest, place, 0);
    case 'ArrowDown':
      if (place.position < listChildren(rest.themes, place.dimension, place.parent).length)
        return { ...place, position: place.position + 1 };
      return place.parent === null ? stepDimension(rest, place, 1) : leaveParent(rest, place, 1);
    case 'ArrowRight': {
      const above = listChildren(rest.themes, place.dimension, place.parent)[place.position - 1];
      return above === undefined ? place : endOf(rest, place.dimension, above.id);
    }
    case 'ArrowLeft':
      return place.parent === null ? place : leaveParent(rest, place, 1);
    default:
      return place;
  }
}

/** The last place below a parent. */
export function endOf(rest: Taxonomy, dimension: string, parent: string | null): Place {
  return { dimension, parent, position: listChildren(rest.themes, dimension, parent).length };
}

function leaveParent(rest: Taxonomy, place: Place, offset: 0 | 1): Place {
  const parent = rest.themes.find((theme) => theme.id === place.parent);
  if (parent === undefined) return place;
  const outer = locateTheme(rest, parent);
  return { ...outer, position: outer.position + offset };
}

function stepDimension(rest: Taxonomy, place: Place, by: -1 | 1): Place {
  const at = rest.dimensions.findIndex((dimension) => dimension.id === place.dimension);
  const next = rest.dimensions[at + by];
  if (at < 0 || next === undefined) return place;
  return by === 1 ? { dimension: next.id, parent: null, position: 0 } : endOf(rest, next.id, null);
}

/**
 * The place that a pointer means over a line: its upper quarter is before it, its lower quarter behind it (or first
 * inside, where it is open), the middle inside it. `share` is how far down the line, from 0 to 1. `undefined` over the
 * moved theme itself or anything below it.
 */
export function placeAt(rest: Taxonomy, row: TreeRow, share: number): Place | undefined {
  const { theme } = row;
  if (theme === undefined) return { dimension: row.dimension, parent: null, position: 0 };
  if (!rest.themes.some((other) => other.id === theme.id)) return undefined;
  const here = locateTheme(rest, theme);
  if (share < 0.25) return here;
  if (share <= 0.75) return endOf(rest, theme.dimension, theme.id);
  const hasInside = row.isOpen && listChildren(rest.themes, theme.dimension, theme.id).length > 0;
  if (hasInside) return { dimension: theme.dimension, parent: theme.id, position: 0 };
  return { ...here, position: here.position + 1 };
}

/** A place in words: "in “Voice”, after “Fear”". */
export function describePlace(rest: Taxonomy, place: Place): string {
  const parent = rest.themes.find((theme) => theme.id === place.parent);
  const dimension = rest.dimensions.find((each) => each.id === place.dimension);
  const siblings = listChildren(rest.themes, place.dimension, place.parent);
  const inside =
    parent === undefined ? `in “${dimension?.label ?? place.dimension}”` : `under “${parent.label}”`;
  const above = siblings[place.position - 1];
  if (above !== undefined) return `${inside}, after “${above.label}”`;
  const below = siblings[place.position];
  return below === undefined ? `${inside}, alone` : `${inside}, before “${below.label}”`;
}

/** The taxonomy as it would be with the theme at its new place, to show it there while it is moved. */
export function putTheme(taxonomy: Taxonomy, id: string, place: Place): Taxonomy {
  const moved = taxonomy.themes.find((theme) => theme.id === id);
  if (moved === undefined) return taxonomy;
  const rest = liftTheme(taxonomy, id);
  const before = listChildren(rest.themes, place.dimension, place.parent)[place.position];
  const branch = gatherBranch(taxonomy.themes, id);
  const lifted = taxonomy.themes
    .filter((theme) => branch.has(theme.id))
    .map((theme) => ({
      ...theme,
      dimension: place.dimension,
      parent: theme.id === id ? place.parent : theme.parent,
    }));
  const at = before === undefined ? rest.themes.length : rest.themes.indexOf(before);
  return { ...taxonomy, themes: [...rest.themes.slice(0, at), ...lifted, ...rest.themes.slice(at)] };
}
