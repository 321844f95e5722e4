import type { Dimension, Taxonomy, Theme } from '../../model/theme.js';
import type { ThemeEntry, ThemeState } from './change-parts.js';

/** A taxonomy as themes below dimensions and themes, which can be taken out and put in. */
export type ThemeTree = {
  readonly dimensions: Dimension[];
  /** By id; `dimension` and `parentId` of a theme are those of its place, not of this. */
  readonly themes: Map<string, Theme>;
  /** Ids of children by `nameHome` of where they are. */
  readonly children: Map<string, string[]>;
};

/** The dimension that themes without a home are added to, where a study has none yet. */
const firstDimension: Dimension = { id: 'theme', label: 'Key themes' };

const nameHome = ({ dimension, parent }: Pick<ThemeState, 'dimension' | 'parent'>) =>
  parent === null ? `dimension ${dimension}` : `theme ${parent}`;

export function growTree({ dimensions, themes }: Taxonomy): ThemeTree {
  const children = new Map<string, string[]>();
  for (const { id, dimension, parentId } of themes) {
    const home = nameHome({ dimension, parent: parentId });
    const siblings = children.get(home);
    if (siblings === undefined) children.set(home, [id]);
    else siblings.push(id);
  }
  return { dimensions: [...dimensions], themes: new Map(themes.map((theme) => [theme.id, theme])), children };
}

/** The taxonomy of a tree, parents before their children. */
export function flattenTree({ dimensions, themes, children }: ThemeTree): Taxonomy {
  const list = (dimension: string, parent: string | null): readonly Theme[] =>
    (children.get(nameHome({ dimension, parent })) ?? []).flatMap((id) => {
      const theme = themes.get(id);
      return theme === undefined ? [] : [{ ...theme, dimension, parentId: parent }, ...list(dimension, id)];
    });
  return { dimensions: [...dimensions], themes: dimensions.flatMap(({ id }) => list(id, null)) };
}

/** Takes a theme out of its place; its children stay known as its children. */
export function takeOut({ children }: ThemeTree, id: string): void {
  for (const siblings of children.values()) {
    const at = siblings.indexOf(id);
    if (at >= 0) siblings.splice(at, 1);
  }
}

/** Puts a theme that is nowhere at a place. */
export function putIn(
  { dimensions, children }: ThemeTree,
  id: string,
  state: Omit<ThemeState, 'entry'>,
): void {
  if (!dimensions.some((dimension) => dimension.id === state.dimension))
    dimensions.push(findNewDimension(state.dimension));
  const home = nameHome(state);
  const siblings = children.get(home) ?? [];
  siblings.splice(Math.min(state.position, siblings.length), 0, id);
  children.set(home, siblings);
}

export const findNewDimension = (id: string): Dimension =>
  id === firstDimension.id ? firstDimension : { id, label: id };

/** Where a theme stands and what it says; nothing where there is none of that id. */
export function readState(tree: ThemeTree, id: string): ThemeState | null {
  const theme = tree.themes.get(id);
  const home = findHome(tree, id);
  if (theme === undefined || home === undefined) return null;
  return { ...home, entry: toEntry(theme) };
}

function findHome(tree: ThemeTree, id: string): Omit<ThemeState, 'entry'> | undefined {
  for (const [home, siblings] of tree.children) {
    const position = siblings.indexOf(id);
    if (position < 0) continue;
    const [kind = '', ...rest] = home.split(' ');
    const name = rest.join(' ');
    if (kind === 'dimension') return { dimension: name, parent: null, position };
    const above = findHome(tree, name);
    return above === undefined ? undefined : { dimension: above.dimension, parent: name, position };
  }
  return undefined;
}

/** Ids of a theme's children, in their order. */
export const listChildren = ({ children }: ThemeTree, id: string): readonly string[] =>
  children.get(nameHome({ dimension: '', parent: id })) ?? [];

/** The entry of `taxonomy.yaml`: only what says something. */
export function toEntry({ id, label, description, include, exclude, ...lists }: Theme): ThemeEntry {
  const { keywords, notKeywords, examples } = lists;
  return {
    id,
    label,
    ...(description === '' ? {} : { description }),
    ...(include === '' ? {} : { include }),
    ...(exclude === '' ? {} : { exclude }),
    ...(keywords.length === 0 ? {} : { keywords: [...keywords] }),
    ...(notKeywords.length === 0 ? {} : { notKeywords: [...notKeywords] }),
    ...(examples.length === 0 ? {} : { examples: [...examples] }),
  };
}

export function toTheme({ entry, dimension, parent }: ThemeState): Theme {
  return {
    id: entry.id,
    dimension,
    label: entry.label ?? entry.id,
    description: entry.description ?? '',
    include: entry.include ?? '',
    exclude: entry.exclude ?? '',
    keywords: entry.keywords ?? [],
    notKeywords: entry.notKeywords ?? [],
    examples: entry.examples ?? [],
    parentId: parent,
  };
}
