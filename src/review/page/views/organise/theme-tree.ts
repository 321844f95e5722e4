import type { StudyView, ThemeView } from '../../../messages/study.js';

export type Taxonomy = Pick<StudyView, 'dimensions' | 'themes'>;

/** One visible line of the tree, as ARIA wants to hear of it: level, place and siblings count from 1. */
export type TreeRow = {
  readonly key: string;
  readonly label: string;
  readonly dimension: string;
  /** `undefined` for the line of a dimension. */
  readonly theme: ThemeView | undefined;
  readonly level: number;
  readonly place: number;
  readonly siblings: number;
  readonly hasChildren: boolean;
  readonly isOpen: boolean;
  /** Key of the line above in the tree; empty for a dimension. */
  readonly parentKey: string;
};

export function nameDimension(id: string): string {
  return `dimension ${id}`;
}

export function nameTheme(id: string): string {
  return `theme ${id}`;
}

/** The themes right below a parent, in the order of the taxonomy; `null` gives the top of a dimension. */
export function listChildren(
  themes: readonly ThemeView[],
  dimension: string,
  parent: string | null,
): readonly ThemeView[] {
  return themes.filter((theme) => theme.dimension === dimension && theme.parent === parent);
}

/** Ids of a theme and of everything below it. */
export function gatherBranch(themes: readonly ThemeView[], id: string): ReadonlySet<string> {
  const branch = new Set([id]);
  const waiting = [id];
  for (let parent = waiting.pop(); parent !== undefined; parent = waiting.pop()) {
    for (const theme of themes) {
      if (theme.parent !== parent || branch.has(theme.id)) continue;
      branch.add(theme.id);
      waiting.push(theme.id);
    }
  }
  return branch;
}

/** The lines of the tree from top to bottom, without those inside closed ones. */
export function layTree(taxonomy: Taxonomy, closed: ReadonlySet<string>): readonly TreeRow[] {
  const rows: TreeRow[] = [];
  taxonomy.dimensions.forEach((dimension, at) => {
    const key = nameDimension(dimension.id);
    const children = listChildren(taxonomy.themes, dimension.id, null);
    rows.push({
      key,
      label: dimension.label,
      dimension: dimension.id,
      theme: undefined,
      level: 1,
      place: at + 1,
      siblings: taxonomy.dimensions.length,
      hasChildren: children.length > 0,
      isOpen: children.length > 0 && !closed.has(key),
      parentKey: '',
    });
    if (!closed.has(key))
      layBranch(rows, { themes: taxonomy.themes, closed, children, parentKey: key, level: 2 });
  });
  return rows;
}

type Branch = {
  readonly themes: readonly ThemeView[];
  readonly closed: ReadonlySet<string>;
  readonly children: readonly ThemeView[];
  readonly parentKey: string;
  readonly level: number;
};

function layBranch(rows: TreeRow[], branch: Branch): void {
  branch.children.forEach((theme, at) => {
    const key = nameTheme(theme.id);
    const children = listChildren(branch.themes, theme.dimension, theme.id);
    const isOpen = children.length > 0 && !branch.closed.has(key);
    rows.push({
      key,
      label: theme.label,
      dimension: theme.dimension,
      theme,
      level: branch.level,
      place: at + 1,
      siblings: branch.children.length,
      hasChildren: children.length > 0,
      isOpen,
      parentKey: branch.parentKey,
    });
    if (isOpen) layBranch(rows, { ...branch, children, parentKey: key, level: branch.level + 1 });
  });
}
